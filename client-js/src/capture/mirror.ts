import { getOrMake } from '../protocol/get-or-make.ts';
import type { NodeId } from '../protocol/op.ts';

/** What is kept with an id beside its links. */
export const mark = { masked: 1, allowed: 2, closed: 4, kept: 8 } as const;

/**
 * What replicas have: the tree as it was sent, as links between ids in typed arrays, 19 bytes a node. Child lists are
 * compared with it, and a keyframe notes in it how far it has come.
 */
export class Mirror {
  #parent = new Int32Array(4096);
  #previous = new Int32Array(4096);
  #next = new Int32Array(4096);
  #first = new Int32Array(4096);
  /** 0: no such node. Otherwise the number of the keyframe that said it last. */
  #said = new Uint16Array(4096);
  #marks = new Uint8Array(4096);
  /** Documents, shadow roots and template contents, by host. */
  readonly #roots = new Map<NodeId, NodeId[]>();
  #last = 0;

  /** A new id, linked to nothing. */
  add(said: number, marks: number): NodeId {
    const id = ++this.#last;
    if (id === this.#parent.length) this.#grow();
    this.#said[id] = said;
    this.#marks[id] = marks;
    return id;
  }

  #grow(): void {
    const size = this.#parent.length * 2;
    const larger = <T extends Int32Array | Uint16Array | Uint8Array>(next: T, former: T): T => {
      next.set(former);
      return next;
    };
    this.#parent = larger(new Int32Array(size), this.#parent);
    this.#previous = larger(new Int32Array(size), this.#previous);
    this.#next = larger(new Int32Array(size), this.#next);
    this.#first = larger(new Int32Array(size), this.#first);
    this.#said = larger(new Uint16Array(size), this.#said);
    this.#marks = larger(new Uint8Array(size), this.#marks);
  }

  alive(id: NodeId): boolean {
    return this.#said[id] !== 0;
  }

  saidIn(id: NodeId): number {
    return this.#said[id]!;
  }

  say(id: NodeId, keyframe: number): void {
    this.#said[id] = keyframe;
  }

  marks(id: NodeId): number {
    return this.#marks[id]!;
  }

  setMarks(id: NodeId, marks: number): void {
    this.#marks[id] = marks;
  }

  parent(id: NodeId): NodeId {
    return this.#parent[id]!;
  }

  previous(id: NodeId): NodeId {
    return this.#previous[id]!;
  }

  next(id: NodeId): NodeId {
    return this.#next[id]!;
  }

  first(id: NodeId): NodeId {
    return this.#first[id]!;
  }

  /** Links `id` into `parent` behind `after`, or at its start for 0. */
  link(id: NodeId, parent: NodeId, after: NodeId): void {
    const next = after ? this.#next[after]! : this.#first[parent]!;
    this.#parent[id] = parent;
    this.#previous[id] = after;
    this.#next[id] = next;
    if (!after) this.#first[parent] = id;
    else this.#next[after] = id;
    if (next) this.#previous[next] = id;
  }

  linkRoot(id: NodeId, host: NodeId): void {
    getOrMake(this.#roots, host, () => []).push(id);
  }

  unlink(id: NodeId): void {
    const parent = this.#parent[id]!;
    if (!parent) return;
    const previous = this.#previous[id]!;
    const next = this.#next[id]!;
    if (!previous) this.#first[parent] = next;
    else this.#next[previous] = next;
    if (next) this.#previous[next] = previous;
    this.#parent[id] = 0;
    this.#previous[id] = 0;
    this.#next[id] = 0;
  }

  /** Ends the documents, shadow roots and template contents of `host`. */
  endRoots(host: NodeId): void {
    for (const root of this.#roots.get(host) ?? []) this.end(root);
    this.#roots.delete(host);
  }

  /** The id given last. */
  get newest(): NodeId {
    return this.#last;
  }

  /** Ends `id` and all that stands below it. */
  end(id: NodeId): void {
    this.unlink(id);
    const pending = [id];
    for (let at = pending.pop(); at !== undefined; at = pending.pop()) {
      this.#said[at] = 0;
      for (let child = this.#first[at]!; child !== 0; child = this.#next[child]!) pending.push(child);
      const roots = this.#roots.get(at);
      if (!roots) continue;
      pending.push(...roots);
      this.#roots.delete(at);
    }
  }
}
