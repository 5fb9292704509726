import type { NodeId, Op } from '../protocol/index.ts';
import {
  type ComparedTree,
  followStretch,
  isCompared,
  isRewritten,
  mix,
  mixText,
  placedHash,
} from '../protocol/integrity.ts';
import type { ReplicaRequest } from '../protocol/replica-request.ts';
import type { Disclosed } from './disclosed.ts';
import {
  detach,
  firstChildOf,
  localNameOf,
  nextOf,
  parentOf,
  previousOf,
  typeOf,
  viewOf,
} from './tree/dom-order.ts';
import type { NodeMap } from './tree/node-map.ts';

const { getAttributeNames, getAttribute } = Element.prototype;

type Hash = Extract<Op, { op: 'hash' }>;

/** Compares stretches of a replica with what its capture says of them. */
export class IntegrityComparison implements ComparedTree {
  readonly #nodes: NodeMap;
  readonly #disclosed: Disclosed;
  readonly #top: () => Document;
  #hashes = new Map<NodeId, number>();
  /** Nodes that no frame has brought. */
  #strangers: Node[] = [];

  constructor(nodes: NodeMap, disclosed: Disclosed, top: () => Document) {
    this.#nodes = nodes;
    this.#disclosed = disclosed;
    this.#top = top;
  }

  /** What to ask of the capture where the replica has something else than `op` says. */
  compare(op: Hash): ReplicaRequest | undefined {
    if (this.#hash(op) === op.hash && this.#strangers.length === 0) return undefined;
    for (const stranger of this.#strangers) detach(stranger);
    if (this.#hash(op) === op.hash) return undefined;
    return { type: 'differs', start: op.node, hashes: this.#hashes };
  }

  #hash({ node, count }: Hash): number {
    this.#hashes = new Map();
    this.#strangers = [];
    const start = this.#nodes.node(node);
    if (start) followStretch(this, start, count);
    let hash = 0;
    for (const each of this.#hashes.values()) hash = mix(hash, each);
    return hash;
  }

  visit(node: Node): boolean {
    const id = this.#id(node);
    if (id === 0) {
      if (!isBrowsers(node)) this.#strangers.push(node);
      return false;
    }
    let before = previousOf(node);
    while (before && this.#id(before) === 0) before = previousOf(before);
    const previous = before ? this.#id(before) : 0;
    this.#hashes.set(id, placedHash(id, this.#id(parentOf(node)), previous, this.#contentHash(node)));
    return true;
  }

  #id(node: Node | null): NodeId {
    const id = node ? this.#nodes.id(node) : undefined;
    return id !== undefined && this.#nodes.node(id) === node ? id : 0;
  }

  first = firstChildOf;
  next = nextOf;
  parent = parentOf;

  root(node: Node): Node | undefined {
    const root = this.#nodes.shadow(node) ?? this.#nodes.nested(node);
    return root && this.#id(root) !== 0 ? root : undefined;
  }

  host(root: Node): Node | undefined {
    if (root === this.#top()) return undefined;
    return typeOf(root) === 9
      ? (viewOf(root)?.frameElement ?? undefined)
      : (root as Partial<ShadowRoot>).host;
  }

  /** The hash of what everybody sees of a node. */
  #contentHash(node: Node): number {
    if (typeOf(node) === 1) {
      let hash = 0;
      for (const name of getAttributeNames.call(node as Element)) {
        if (!isCompared(name)) continue;
        const value = this.#disclosed.masked(node, name, getAttribute.call(node as Element, name)!);
        hash += mixText(mixText(1, name), value);
      }
      return hash;
    }
    const parent = parentOf(node);
    if (![3, 4, 8].includes(typeOf(node)) || isRewritten(parent ? localNameOf(parent) : '')) return 0;
    return mixText(0, this.#disclosed.masked(node, '', (node as CharacterData).data));
  }
}

/** A doctype is not said, and a select's chosen option is shown by the browser itself. */
function isBrowsers(node: Node): boolean {
  const parent = parentOf(node);
  return typeOf(node) === 10 || (parent !== null && localNameOf(parent) === 'selectedcontent');
}
