import type { NodeId } from '../protocol/op.ts';
import { mark } from './mirror.ts';
import type { NodeIds } from './node-ids.ts';
import type { NodeWriter } from './node-writer.ts';
import type { Roots } from './roots.ts';

interface Level {
  readonly container: Node;
  readonly id: NodeId;
  after: Node | null;
  afterId: NodeId;
}

/**
 * Writes a tree in document order, a node a step, so that it can be left and taken up again. What stands at the cursor
 * is found in the live document, so changes in between need no bookkeeping: nodes that are said already are passed by.
 */
export class TreeWalk {
  readonly #ids: NodeIds;
  readonly #nodes: NodeWriter;
  readonly #roots: Roots;
  readonly #said: number;
  readonly #levels: Level[] = [];
  readonly #scrollable: Element[] | undefined;

  /** `scrollable` gets the elements written that may be scrolled: all that hold more than a few words. */
  constructor(ids: NodeIds, nodes: NodeWriter, roots: Roots, said: number, scrollable?: Element[]) {
    this.#ids = ids;
    this.#nodes = nodes;
    this.#roots = roots;
    this.#said = said;
    this.#scrollable = scrollable;
  }

  /** Begins with the document. */
  beginDocument(document: Document): void {
    this.#enter(document, this.#nodes.root(document, 0, this.#said));
  }

  /** Begins with one node, behind `after` in `parent`; its id. */
  beginNode(node: Node, parent: NodeId, after: NodeId): NodeId {
    const id = this.#nodes.node(node, parent, after, this.#said);
    this.#below(node, id);
    return id;
  }

  /** Begins with a document of an iframe or a shadow root that came later. */
  beginRoot(host: Element, root: Document | ShadowRoot): void {
    this.#root(host, this.#ids.of(host), root);
  }

  #enter(container: Node, id: NodeId): void {
    this.#levels.push({ container, id, after: null, afterId: 0 });
  }

  #root(host: Element, hostId: NodeId, root: Document | ShadowRoot | DocumentFragment): void {
    this.#roots.opened(root, host);
    const id = this.#nodes.root(root, hostId, this.#said);
    this.#roots.written(root, id);
    this.#enter(root, id);
  }

  #below(node: Node, id: NodeId): void {
    if (node.nodeType !== 1 || this.#ids.marks(id) & mark.closed) return;
    const element = node as Element;
    const first = element.firstChild;
    // The last level entered is walked first.
    if (first) this.#enter(element, id);
    const root = this.#roots.of(element);
    if (this.#scrollable && (root || !isShort(first, element))) this.#scrollable.push(element);
    if (root) this.#root(element, id, root);
  }

  /** Writes the next node; false when all is written. */
  step(): boolean {
    const level = this.#levels.at(-1);
    if (!level) return false;
    const next = level.after ? level.after.nextSibling : level.container.firstChild;
    if (!next) {
      this.#levels.pop();
      return true;
    }
    level.after = next;
    if (!this.#nodes.sends(next)) return true;
    const known = this.#ids.of(next);
    if (known && this.#ids.saidIn(known) === this.#said) {
      // A known node that stands in a new one was moved there.
      this.#nodes.place(known, level.id, level.afterId);
      level.afterId = known;
      return true;
    }
    level.afterId = this.#nodes.node(next, level.id, level.afterId, this.#said, known);
    this.#below(next, level.afterId);
    return true;
  }

  finish(): void {
    while (this.step());
  }

  /** Leaves `node` and all that it stands in below it. */
  leave(node: Node): void {
    const depth = this.#levels.findIndex(({ container }) => container === node);
    if (depth >= 0) this.#levels.length = depth;
  }

  /** Children changed: starts again at the first child of each level, passing by what is said. */
  childrenChanged(dirty: ReadonlySet<Node>): void {
    for (const level of this.#levels) {
      if (!level.after || (level.after.parentNode === level.container && !dirty.has(level.after))) {
        if (!level.afterId || this.#ids.alive(level.afterId)) continue;
      }
      level.after = null;
      level.afterId = 0;
    }
  }
}

/** Nobody scrolls an element that holds nothing, or one text of a few words; fields hold more than their children. */
function isShort(first: Node | null, element: Element): boolean {
  if (first && (first.nodeType !== 3 || first.nextSibling)) return false;
  if (first && (first as Text).length >= fewWords) return false;
  return element.localName !== 'input' && element.localName !== 'textarea';
}

const fewWords = 32;
