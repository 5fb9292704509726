import { holdsNumber } from './detectors.ts';
import { joinedTexts } from './joined-texts.ts';
import type { Policy } from './policy.ts';
import { patternOf } from './policy-checks.ts';
import { words } from './words.ts';

const inline = words(
  'a abbr b bdi bdo cite code em font i kbd label mark q s samp small span strong sub sup u var',
);
const digit = /\p{Nd}/u;

/** Finds numbers that never show, card numbers and what else a policy names, also where several texts make one. */
export class DetectedNumbers {
  readonly #patterns: readonly (RegExp | null)[];
  readonly #tainted: WeakMap<Node, string>;
  #revealed: Node[] = [];
  /** Joined in this turn, and holds no number. */
  #harmless: Node | null = null;

  /** Texts that are part of a number come into `tainted`. */
  constructor({ patterns = [] }: Policy, tainted: WeakMap<Node, string>) {
    this.#patterns = patterns.map(patternOf);
    this.#tainted = tainted;
  }

  /** The page may have changed anything. */
  beginTurn(): void {
    this.#harmless = null;
  }

  in(text: string): boolean {
    return holdsNumber(text) || this.#patterns.some((pattern) => pattern!.test(text));
  }

  /** Whether the text of `node`, with what stands around it, is part of a number. */
  at(node: CharacterData): boolean {
    const { data } = node;
    if (!this.#may(data)) return false;
    if (this.in(data)) return true;
    let around: Node | null = node.parentNode;
    while (around?.parentNode && inline.has((around as Element).localName)) around = around.parentNode;
    if (!around || (around.firstChild === node && around.lastChild === node)) return false;
    if (around === this.#harmless) return false;
    const { texts, joined, whole } = joinedTexts(node, around);
    if (!this.in(joined)) {
      if (whole) this.#harmless = around;
      return false;
    }
    for (const text of texts) {
      if (!this.#may(text.data) || this.#tainted.has(text)) continue;
      this.#revealed.push(text);
      this.#tainted.set(text, '');
    }
    return true;
  }

  /** Texts that left earlier and turned out, together with newer ones, to be what must not. */
  takeRevealed(): Node[] {
    const revealed = this.#revealed;
    this.#revealed = [];
    return revealed;
  }

  #may(text: string): boolean {
    return this.#patterns.length > 0 || digit.test(text);
  }
}
