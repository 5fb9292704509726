import type { NodeId } from './op.ts';

/**
 * How a page and its replica are compared: stretch by stretch, in document order, by a hash of each node's id, place
 * and content. The capture sends a stretch's hash; a replica whose own differs answers with the hash of every node,
 * and the capture says again what is different.
 */

/** A tree as one side sees it. A root is what stands below an element beside its children. */
export interface ComparedTree {
  first(node: Node): Node | null;
  next(node: Node): Node | null;
  parent(node: Node): Node | null;
  root(node: Node): Node | undefined;
  host(root: Node): Node | undefined;
  /** Called for each node in order; one that is not compared answers with false and is passed by with its children. */
  visit(node: Node): boolean;
}

/** Visits nodes from `start` on until `left` of them are compared; the node that would be next, null at the end. */
export function followStretch(tree: ComparedTree, start: Node, left: number): Node | null {
  let node: Node | null = start;
  while (node) {
    if (left === 0) return node;
    const compared = tree.visit(node);
    if (compared) left--;
    node = (compared && (tree.root(node) ?? tree.first(node))) || behind(tree, node);
  }
  return null;
}

function behind(tree: ComparedTree, node: Node): Node | null {
  for (let at: Node | undefined = node; at; ) {
    const next = tree.next(at);
    if (next) return next;
    const parent = tree.parent(at);
    if (parent) at = parent;
    else {
      at = tree.host(at);
      const child = at && tree.first(at);
      if (child) return child;
    }
  }
  return null;
}

/** Attributes that replicas keep as they were sent, so that they can be compared. */
export const isCompared = (name: string): boolean =>
  /^(?:class|id|title|alt|role|lang|dir|hidden|slot|aria-[\w-]+|data-(?!cobrowse)[\w-]+)$/.test(name);

/** Elements whose text replicas rewrite. */
export const isRewritten = (parentName: string | undefined): boolean =>
  parentName === 'style' || parentName === 'script';

export function mix(hash: number, value: number): number {
  const mixed = Math.imul(hash ^ value, 0x9e3779b1);
  return mixed ^ (mixed >>> 15);
}

export function mixText(hash: number, text: string): number {
  let mixed = mix(hash, text.length);
  for (let i = 0; i < text.length; i++) mixed = Math.imul(mixed ^ text.charCodeAt(i), 0x01000193);
  return mixed;
}

/** The hash of a node: where it stands, and `content`. */
export const placedHash = (id: NodeId, parent: NodeId, previous: NodeId, content: number): number =>
  mix(mix(mix(mix(0, id), parent), previous), content);
