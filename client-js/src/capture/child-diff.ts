import type { NodeId } from '../protocol/op.ts';
import { mark } from './mirror.ts';
import type { NodeIds } from './node-ids.ts';
import type { NodeWriter } from './node-writer.ts';
import type { Roots } from './roots.ts';
import { TreeWalk } from './tree-walk.ts';

const longestRun = 1 << 16;

/**
 * Tells replicas where nodes stand now that came, went or moved since the last flush. Its work grows with the nodes
 * that were touched, not with the lists that they stand in.
 *
 * Nodes are placed parents first, so that none is ever put below itself; removals come last, so that what leaves a
 * removed node is out by then.
 */
export class ChildDiff {
  readonly #ids: NodeIds;
  readonly #nodes: NodeWriter;
  readonly #roots: Roots;

  constructor(ids: NodeIds, nodes: NodeWriter, roots: Roots) {
    this.#ids = ids;
    this.#nodes = nodes;
    this.#roots = roots;
  }

  /** Sends what became of `dirty`, while `walk`, if any, is under way. */
  flush(dirty: ReadonlySet<Node>, walk: TreeWalk | undefined, left: ReadonlySet<Node>): void {
    if (walk) this.#forgetMoved(dirty, walk);
    else if (left.size > 0) this.#forgetLeft(dirty, left);
    const staying = new Set<Node>();
    const gone = new Map<NodeId, Node>();
    for (const node of dirty) {
      if (this.#parentOf(node) && this.#nodes.sends(node)) staying.add(node);
      else if (this.#ids.of(node)) gone.set(this.#ids.of(node), node);
    }
    // A document has room for one element only.
    const documents = new Set<NodeId>();
    for (const { parentNode } of gone.size > 0 ? staying : [])
      if (parentNode!.nodeType === 9) documents.add(this.#ids.of(parentNode));
    if (documents.size > 0)
      this.#remove([...gone.keys()].filter((id) => documents.has(this.#ids.parent(id))));
    for (const node of this.#parentsFirst(staying)) {
      if (!staying.has(node)) continue;
      if (this.#parentOf(node)) this.#placeRun(node, staying, walk !== undefined);
      // It came into what the document had before.
      else if (this.#ids.of(node)) gone.set(this.#ids.of(node), node);
    }
    // What stood in a parent that was not known yet has gone there with it by now.
    this.#remove([...gone.keys()].filter((id) => !this.#arrived(id, gone.get(id)!)));
    walk?.childrenChanged(dirty);
  }

  /** The id of a parent whose children leave, else 0. */
  #parentOf(node: Node): NodeId {
    const id = this.#ids.of(node.parentNode);
    return id && !(this.#ids.marks(id) & mark.closed) ? id : 0;
  }

  /** Whether replicas have the node where it stands. */
  #arrived(id: NodeId, node: Node): boolean {
    const parent = this.#parentOf(node);
    return parent !== 0 && this.#ids.parent(id) === parent;
  }

  /** While a walk is under way, what moves is removed and said anew: some replicas know it and some do not. */
  #forgetMoved(dirty: ReadonlySet<Node>, walk: TreeWalk): void {
    for (const node of dirty) {
      walk.leave(node);
      const id = this.#ids.of(node);
      if (id) this.#nodes.remove(id, 1);
    }
  }

  /** What is back from where nobody watched, is said anew. */
  #forgetLeft(dirty: ReadonlySet<Node>, left: ReadonlySet<Node>): void {
    const unwatched = new Set(Array.from(left, (node) => this.#ids.of(node)));
    for (const node of dirty) {
      if (!this.#parentOf(node)) continue;
      let id = this.#ids.of(node);
      while (id && !unwatched.has(id)) id = this.#ids.parent(id);
      if (id) this.#nodes.remove(this.#ids.of(node), 1);
    }
  }

  #parentsFirst(staying: ReadonlySet<Node>): Iterable<Node> {
    const depths = new Map<Node, number>();
    let moved = false;
    for (const node of staying) {
      moved ||= this.#ids.of(node) !== 0;
      const parent = node.parentNode!;
      if (!depths.has(parent)) depths.set(parent, depthOf(parent));
    }
    if (!moved || depths.size < 2) return staying;
    return [...staying].sort((a, b) => depths.get(a.parentNode!)! - depths.get(b.parentNode!)!);
  }

  /** Places `node` and those beside it that are to be placed as well; takes them out of `staying`. */
  #placeRun(node: Node, staying: Set<Node>, walking: boolean): void {
    const parent = this.#parentOf(node);
    let first = node;
    let anchor = this.#nodes.before(first);
    while (anchor && staying.has(anchor)) {
      first = anchor;
      anchor = this.#nodes.before(first);
    }
    // What no replica has and no walk will find can be no anchor.
    while (!walking && anchor && !this.#ids.of(anchor)) anchor = this.#nodes.before(anchor);
    let after = this.#ids.of(anchor);
    const unreached = anchor !== null && !after;
    const known = this.#ids.said(parent) && (!after || this.#ids.said(after));
    const said = known ? this.#ids.keyframe : this.#ids.keyframe - 1;
    for (let at: Node | null = first; at && staying.has(at); ) {
      if (unreached) {
        // The walk has not come this far and will find the node.
        staying.delete(at);
        at = this.#nodes.behind(at);
        continue;
      }
      const id = walking ? 0 : this.#ids.of(at);
      if (!id) {
        staying.delete(at);
        after = this.#define(at, parent, after, said);
        at = this.#nodes.behind(at);
        continue;
      }
      const run = this.#run(at, staying);
      if (run.count === 1) this.#nodes.place(id, parent, after);
      else this.#nodes.placeRun(id, run.count, run.step, parent, after);
      after = id + (run.count - 1) * run.step;
      at = run.next;
    }
  }

  #define(node: Node, parent: NodeId, after: NodeId, said: number): NodeId {
    const tree = new TreeWalk(this.#ids, this.#nodes, this.#roots, said);
    const id = tree.beginNode(node, parent, after);
    tree.finish();
    return id;
  }

  /** Known siblings from `start` on whose ids are evenly apart. */
  #run(start: Node, staying: Set<Node>): { count: number; step: number; next: Node | null } {
    let count = 1;
    let step = 1;
    let id = this.#ids.of(start);
    staying.delete(start);
    let at = this.#nodes.behind(start);
    while (at && staying.has(at) && count < longestRun) {
      const next = this.#ids.of(at);
      if (!next || (count > 1 && next - id !== step)) break;
      if (count === 1) step = next - id;
      if (count === 1 && Math.abs(step) > 64) break;
      staying.delete(at);
      count++;
      id = next;
      at = this.#nodes.behind(at);
    }
    return { count, step, next: at };
  }

  #remove(gone: readonly NodeId[]): void {
    const left = new Set(gone);
    for (const id of gone) {
      if (!left.has(id) || !this.#ids.alive(id)) continue;
      let first = id;
      while (left.has(this.#ids.previous(first))) first = this.#ids.previous(first);
      let count = 0;
      for (let at = first; left.has(at); at = this.#ids.next(at)) {
        left.delete(at);
        count++;
      }
      this.#nodes.remove(first, count);
    }
  }
}

function depthOf(node: Node): number {
  let depth = 0;
  for (let at: Node | null = node; at; at = at.parentNode ?? hostOf(at)) depth++;
  return depth;
}

function hostOf(node: Node): Node | null {
  if (node.nodeType === 11) return (node as Partial<ShadowRoot>).host ?? null;
  if (node.nodeType === 9) return (node as Document).defaultView?.frameElement ?? null;
  return null;
}
