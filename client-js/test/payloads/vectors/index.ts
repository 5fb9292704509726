import { addresses } from './addresses.ts';
import { clobbers } from './clobbers.ts';
import { drawings } from './drawings.ts';
import { handlers } from './handlers.ts';
import { loads } from './loads.ts';
import { mutations } from './mutations.ts';
import { scripts } from './scripts.ts';
import { declarations, sheets } from './styles.ts';

/** One vector: markup, the text of a sheet, or declarations of an element. */
export interface Vector {
  readonly family: string;
  readonly kind: 'markup' | 'sheet' | 'declarations';
  readonly text: string;
}

const of = (family: string, texts: readonly string[], kind: Vector['kind'] = 'markup'): Vector[] =>
  texts.map((text) => ({ family, kind, text }));

/**
 * Every vector. `FOREIGN` stands for an origin that only a leak would call, `HOST` for its host, `SCRIPT` for what says
 * that a script ran.
 */
export const vectors: readonly Vector[] = [
  ...of('scripts', scripts),
  ...of('handlers', handlers),
  ...of('addresses', addresses),
  ...of('loads', loads),
  ...of('drawings', drawings),
  ...of('mutations', mutations),
  ...of('clobbers', clobbers),
  ...of('declarations', declarations, 'declarations'),
  ...of('sheets', sheets, 'sheet'),
];
