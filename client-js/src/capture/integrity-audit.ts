import { type ComparedTree, followStretch, mix, placedHash } from '../protocol/integrity.ts';
import type { NodeId } from '../protocol/op.ts';
import type { MutationCollector } from './mutation-collector.ts';
import type { NodeIds } from './node-ids.ts';
import type { NodeWriter } from './node-writer.ts';
import type { Roots } from './roots.ts';

/** Nodes that are compared at once: a request with the hash of each fits into one message, whatever their ids. */
const stretchNodes = 400;
const startsKept = 32;
/** A node of a stretch. */
export interface Known {
  readonly node: Node;
  readonly id: NodeId;
  readonly hash: number;
}

/** Compares the page, a stretch at a time, with what was sent of it, sends what was missed, and lets replicas compare. */
export class IntegrityAudit implements ComparedTree {
  readonly #ids: NodeIds;
  readonly #nodes: NodeWriter;
  readonly #roots: Roots;
  readonly #changes: MutationCollector;
  readonly #document: Document;
  /** Where the last stretches began, by id. */
  readonly #starts = new Map<NodeId, Node>();
  #next: Node | null = null;
  #known: Known[] = [];
  #missed = false;

  constructor(ids: NodeIds, nodes: NodeWriter, roots: Roots, changes: MutationCollector, document: Document) {
    this.#ids = ids;
    this.#nodes = nodes;
    this.#roots = roots;
    this.#changes = changes;
    this.#document = document;
  }

  /** Looks at the next stretch; all changes so far must be written. */
  look(): void {
    const start = this.#next?.isConnected && this.#ids.of(this.#next) ? this.#next : this.#document;
    const id = this.#ids.of(start);
    const next = this.#follow(start);
    // What was missed goes with the changes, and this stretch is looked at again.
    this.#next = this.#missed ? start : next;
    if (this.#missed || !id) return;
    let hash = 0;
    for (const known of this.#known) hash = mix(hash, known.hash);
    this.#nodes.writer.hash(id, this.#known.length, hash);
    this.#starts.delete(id);
    this.#starts.set(id, start);
    if (this.#starts.size > startsKept) this.#starts.delete(this.#starts.keys().next().value!);
  }

  /** The nodes of a stretch that began with `start`, as they are now. */
  stretch(start: NodeId): readonly Known[] {
    const node = this.#starts.get(start);
    if (!node || this.#ids.of(node) !== start) return [];
    this.#follow(node);
    return this.#known;
  }

  #follow(start: Node): Node | null {
    this.#known = [];
    this.#missed = false;
    return followStretch(this, start, stretchNodes);
  }

  visit(node: Node): boolean {
    if (node !== this.#document && node.nodeType !== 9 && node.nodeType !== 11 && !this.#nodes.sends(node))
      return false;
    const id = this.#ids.of(node);
    const parent = this.#ids.of(node.parentNode);
    const before = this.#nodes.before(node);
    const previous = this.#ids.of(before);
    if (!id || this.#ids.parent(id) !== parent || this.#ids.previous(id) !== previous) {
      // A shadow root or an iframe's document tells of itself.
      if (!parent) return id !== 0;
      this.#miss(node);
    }
    if (!id) return false;
    this.#dropBehind(parent, node, this.#ids.next(id));
    if (!this.first(node)) this.#drop(this.#ids.first(id));
    this.#known.push({
      node,
      id,
      hash: placedHash(id, parent, previous, this.#nodes.contentHash(node, id)),
    });
    return true;
  }

  #miss(node: Node): void {
    this.#missed = true;
    this.#changes.place(node);
  }

  /** Replicas have more behind the last child than there is. */
  #dropBehind(parent: NodeId, node: Node, next: NodeId): void {
    if (parent && next && !this.#nodes.behind(node)) this.#drop(next);
  }

  #drop(first: NodeId): void {
    for (let id = first; id; ) {
      const next = this.#ids.next(id);
      this.#missed = true;
      this.#nodes.remove(id, 1);
      id = next;
    }
  }

  first(node: Node): Node | null {
    return this.#nodes.isClosed(this.#ids.of(node)) ? null : node.firstChild;
  }

  next(node: Node): Node | null {
    return node === this.#document ? null : node.nextSibling;
  }

  parent(node: Node): Node | null {
    return node === this.#document ? null : node.parentNode;
  }

  root(node: Node): Node | undefined {
    if (node.nodeType !== 1 || (node as Element).localName === 'template') return undefined;
    const root = this.#nodes.isClosed(this.#ids.of(node)) ? undefined : this.#roots.of(node as Element);
    return root && this.#ids.of(root) ? root : undefined;
  }

  host(root: Node): Element | undefined {
    if (root === this.#document) return undefined;
    if (root.nodeType === 9) return (root as Document).defaultView?.frameElement ?? undefined;
    return (root as Partial<ShadowRoot>).host;
  }
}
