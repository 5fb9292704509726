import { Lie } from '../lie.ts';
import { childrenIn, parentOf, typeOf } from './dom-order.ts';
import type { NodeMap } from './node-map.ts';

/** Parsers build no deeper, and browsers end where style and layout go much deeper than that. */
const deepest = 640;
const mostNodes = 500_000;
/** Characters of texts, attributes and sheets, all together. */
const mostCharacters = 1 << 26;
/** An op that leaves something behind costs this much even where it says nothing. */
const overhead = 32;

/** Bounds what a page may become, whatever its frames say: beyond ends in a {@link Lie}. */
export class PageSize {
  readonly #nodes: NodeMap;
  readonly #styles: () => number;
  /** No less than what is there: what went is not taken off until it matters. */
  #characters = 0;

  /** `styles` counts the characters that sheets hold. */
  constructor(nodes: NodeMap, styles: () => number) {
    this.#nodes = nodes;
    this.#styles = styles;
  }

  /** So many characters come. */
  say(characters: number): void {
    this.#characters += characters + overhead;
    if (this.#characters <= mostCharacters) return;
    this.#characters = this.#nodes.characters() + this.#styles();
    // Else it would be counted again soon.
    if (this.#characters > mostCharacters / 2) throw new Lie('The page says too much.');
  }

  node(): void {
    if (this.#nodes.size >= mostNodes) throw new Lie('The page has too many nodes.');
  }

  /** The depth of what stands in a node of this depth. */
  below(depth: number): number {
    if (depth >= deepest) throw new Lie('The page is too deep.');
    return depth + 1;
  }

  /** How deep a node is, through the hosts of shadow roots. */
  depthOf(node: Node): number {
    let depth = 0;
    for (let at: Node | null = node; at; at = parentOf(at) ?? (at as Partial<ShadowRoot>).host ?? null) {
      if (typeOf(at) === 9) break;
      depth++;
    }
    return depth;
  }

  /** A subtree comes to stand at this depth. */
  moved(node: Node, depth: number): void {
    let level: Node[] = [node];
    for (let at = depth; level.length > 0; at++) {
      this.below(at);
      level = level.flatMap((each) => childrenIn(each, this.#nodes.shadow(each)));
    }
  }
}
