import { chat } from './chat.ts';
import { connection } from './connection.ts';
import { control } from './control.ts';
import { home } from './home.ts';
import { parts } from './parts.ts';
import { people } from './people.ts';
import { policy } from './policy.ts';
import { proposing } from './proposing.ts';
import { retention } from './retention.ts';
import { shared } from './shared.ts';
import { shell } from './shell.ts';
import { account, signIn } from './sign-in.ts';
import { starting } from './starting.ts';

/** Every text of the console, in English. A language is an object of this shape. */
export const en = {
  account,
  chat,
  connection,
  control,
  home,
  parts,
  people,
  policy,
  proposing,
  retention,
  shared,
  shell,
  signIn,
  starting,
};

export type Words = typeof en;
