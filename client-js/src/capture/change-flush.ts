import type { Gate } from '../masking/gate.ts';
import { words } from '../masking/words.ts';
import type { ChildDiff } from './child-diff.ts';
import { mark } from './mirror.ts';
import type { Changes } from './mutation-collector.ts';
import type { NodeIds } from './node-ids.ts';
import type { NodeWriter } from './node-writer.ts';
import type { StyleCapture } from './style-capture.ts';
import type { TreeWalk } from './tree-walk.ts';

/** Attributes from which state that replicas keep apart from them may follow. */
const stateful = words('value checked selected open type popover multiple size');

/** Sends gathered mutations: first where nodes stand, then what they say. */
export class ChangeFlush {
  readonly #ids: NodeIds;
  readonly #nodes: NodeWriter;
  readonly #gate: Gate;
  readonly #diff: ChildDiff;
  readonly #styles: StyleCapture;
  readonly #stateChanged: (element: Element) => void;

  constructor(
    ids: NodeIds,
    nodes: NodeWriter,
    gate: Gate,
    diff: ChildDiff,
    styles: StyleCapture,
    stateChanged: (element: Element) => void,
  ) {
    this.#ids = ids;
    this.#nodes = nodes;
    this.#gate = gate;
    this.#diff = diff;
    this.#styles = styles;
    this.#stateChanged = stateChanged;
  }

  flush({ nodes, attributes, texts, left }: Changes, walk: TreeWalk | undefined): void {
    this.#gate.beginTurn();
    const newest = this.#ids.newest;
    for (const [element, names] of attributes) {
      for (const name of names) if (this.#gate.concerns(name)) this.#maskAnew(element, nodes, walk);
    }
    if (nodes.size > 0) this.#diff.flush(nodes, walk, left);
    for (const [element, names] of attributes) {
      const id = this.#ids.of(element);
      if (!id || id > newest) continue;
      if (names.has('srcset') || names.has('sizes')) names.add('src');
      if (names.has('rel')) names.add('href');
      for (const name of names) {
        this.#nodes.changedAttribute(element, id, name);
        if (stateful.has(name)) this.#stateChanged(element);
      }
    }
    this.#texts(texts, newest);
    this.#texts(this.#gate.takeRevealed() as CharacterData[], this.#ids.newest);
  }

  #texts(texts: Iterable<CharacterData>, newest: number): void {
    for (const text of texts) {
      const id = this.#ids.of(text);
      if (!id || id > newest) continue;
      this.#nodes.changedData(text, id);
      const parent = text.parentElement;
      if (parent?.localName === 'style') this.#styles.textWritten(parent);
    }
  }

  /** Sends again what a changed attribute masks or blocks now. */
  #maskAnew(element: Element, dirty: Set<Node>, walk: TreeWalk | undefined): void {
    this.#compare(element, dirty, walk);
    const around = element.parentNode as ParentNode | null;
    for (const covered of this.#gate.covered(around ?? element)) this.#compare(covered, dirty, walk);
  }

  #compare(element: Element, dirty: Set<Node>, walk: TreeWalk | undefined): void {
    const id = this.#ids.of(element);
    if (!id) return;
    const parent = this.#ids.parent(id);
    if (!parent || this.#ids.marks(id) & mark.closed) return;
    const { held, blocked } = this.#gate.judge(element, this.#ids.held(parent));
    if (held === this.#ids.held(id) && !blocked && !this.#gate.denies(element)) return;
    walk?.leave(element);
    this.#nodes.remove(id, 1);
    dirty.add(element);
  }
}
