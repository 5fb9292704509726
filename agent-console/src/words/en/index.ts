import { chat } from './chat.ts';
import { connection } from './connection.ts';
import { control } from './control.ts';
import { guiding } from './guiding.ts';
import { home } from './home.ts';
import { keyboard } from './keyboard.ts';
import { parts } from './parts.ts';
import { people } from './people.ts';
import { policy } from './policy.ts';
import { proposing } from './proposing.ts';
import { queue } from './queue.ts';
import { retention } from './retention.ts';
import { session } from './session.ts';
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
  guiding,
  home,
  keyboard,
  parts,
  people,
  policy,
  proposing,
  queue,
  retention,
  session,
  shared,
  shell,
  signIn,
  starting,
};

export type Words = typeof en;
