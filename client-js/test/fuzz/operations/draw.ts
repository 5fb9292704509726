import { random } from '../../protocol/random-ops.ts';

/** What a script's names stand for. */
export type Kind = 'element' | 'box' | 'text' | 'field' | 'sheet' | 'root' | 'iframe' | 'host';

/** One operation as a line of script. */
export type Operation = (draw: Draw) => string;

/** Operations, and how often each is drawn beside the others of its group. */
export type Group = readonly (readonly [often: number, operation: Operation])[];

const ways = ['firstElementChild', 'lastElementChild', 'parentElement', 'nextElementSibling'];
const words = [
  'one',
  'two ',
  ' three',
  'é漢😀',
  '',
  ' ',
  '\n',
  '<&>"',
  'a longer text that goes on for a while',
];

/** Draws from a seed what a script says. Names are given once, so that a line means the same without the others. */
export class Draw {
  readonly below: (below: number) => number;
  readonly #names: Record<Kind, string[]>;
  #made = 0;

  constructor(seed: number, names: Readonly<Record<Kind, readonly string[]>>) {
    this.below = random(seed);
    this.#names = Object.fromEntries(Object.entries(names).map(([kind, list]) => [kind, [...list]])) as never;
  }

  one<T>(list: readonly T[]): T {
    return list[this.below(list.length)]!;
  }

  /** One of a list, each as often as it says. */
  often<T>(list: readonly (readonly [often: number, what: T])[]): T {
    let at = this.below(list.reduce((sum, [often]) => sum + often, 0));
    for (const [often, what] of list) {
      at -= often;
      if (at < 0) return what;
    }
    throw new Error('nothing to draw from');
  }

  /** A name of this kind; what came last is the likeliest. */
  known(kind: Kind): string {
    const names = this.#names[kind];
    return this.below(3) === 0 ? this.one(names.slice(-6)) : this.one(names);
  }

  /** A line that gives something a new name. */
  making(kind: Kind, say: (name: string) => string): string {
    const name = `${kind}${++this.#made}`;
    const said = say(name);
    this.#names[kind].push(name);
    return said;
  }

  /** Any element: one with a name, or one beside it. */
  element(): string {
    const kind = this.one<Kind>(['element', 'element', 'box', 'box', 'field', 'host', 'iframe']);
    const name = this.known(kind);
    return this.below(5) === 0 ? `${name}.${this.one(ways)}` : name;
  }

  /** What holds other nodes. */
  parent(): string {
    if (this.below(6) === 0) return this.known('root');
    return this.below(6) === 0 ? this.element() : this.known('box');
  }

  node(): string {
    return this.below(5) === 0 ? this.known('text') : this.element();
  }

  /** A string, as script says it. */
  words(): string {
    return JSON.stringify(this.one(words));
  }

  color(): string {
    return this.one(['red', 'lime', 'blue', 'gold', 'gray']);
  }
}
