import type { Attribute, DocumentMode, NodeId, Op } from '../../protocol/index.ts';
import type { NodeBuilder } from '../builder/node-builder.ts';
import { Lie } from '../lie.ts';
import { type Cursor, cursorAt } from './cursor.ts';
import { createCommentIn, createTextIn } from './document-methods.ts';
import {
  detach,
  documentOf,
  firstChildOf,
  insertBefore,
  isConnected,
  localNameOf,
  nextOf,
  parentOf,
  previousOf,
  typeOf,
} from './dom-order.ts';
import { moveWithState } from './moves.ts';
import type { NodeMap } from './node-map.ts';
import type { PageSize } from './page-size.ts';

/** Ops that build the tree; a top document's beginning is not among them. */
export type TreeOp = Extract<
  Op,
  {
    op:
      | 'document'
      | 'shadow'
      | 'at'
      | 'remove'
      | 'element'
      | 'text'
      | 'cdata'
      | 'comment'
      | 'doctype'
      | 'up'
      | 'template'
      | 'place'
      | 'placeRun';
  }
>;

/** What others must know of the tree. */
export interface TreeDelegate {
  /** Makes an iframe element's document an empty one of this mode, if it can have one. */
  openNested(host: Element, mode: DocumentMode): Document | undefined;
  elementBuilt(element: Element, attributes: readonly Attribute[]): void;
  /** Text comes into `parent`; answers with what it may say there. */
  textBuilt(parent: Node, text: Text, data: string): void;
  childrenChanged(parent: Node): void;
  /** A node that is there already, or holds data of its own, is about to come into `parent`. */
  coming(parent: Node, node: Node): void;
  /** A node could not be moved with its state and was taken out and put in again. */
  reinserted(node: Node): void;
  removed(node: Node): void;
}

/** A node may be moved twice, and some that are gone be named. */
const spare = 4096;

const nowhere = (): Cursor => cursorAt(null, 0);

/** Applies the ops that build, move and remove nodes. */
export class TreeWriter {
  readonly #builder: NodeBuilder;
  readonly #nodes: NodeMap;
  readonly #delegate: TreeDelegate;
  /** Removed in this frame, but still in place: what is placed again keeps its state. */
  readonly #limbo = new Set<Node>();
  #cursor: Cursor = nowhere();
  readonly #size: PageSize;
  #placed = 0;

  constructor(builder: NodeBuilder, nodes: NodeMap, size: PageSize, delegate: TreeDelegate) {
    this.#size = size;
    this.#builder = builder;
    this.#nodes = nodes;
    this.#delegate = delegate;
  }

  /** A frame begins: the cursor is nowhere. */
  begin(): void {
    this.#placed = 0;
    this.#cursor = nowhere();
  }

  /** A frame ends: what was removed and not placed again goes. */
  end(): void {
    for (const node of this.#limbo) {
      const parent = parentOf(node);
      detach(node);
      if (parent) this.#delegate.childrenChanged(parent);
      this.#delegate.removed(node);
      this.#nodes.forget(node);
    }
    this.#limbo.clear();
  }

  /** The top document, whose children come next. */
  enter(document: Document): void {
    this.#cursor = cursorAt(document, 0);
  }

  apply(op: TreeOp): void {
    const cursor = this.#cursor;
    switch (op.op) {
      case 'at':
        this.#moveTo(op.parent, op.after);
        return;
      case 'document':
      case 'shadow':
      case 'template':
        this.#enterRoot(op);
        return;
      case 'up':
        this.#up();
        return;
      default:
        break;
    }
    const { parent } = cursor;
    if (!parent) {
      if (op.op === 'element') cursor.skipped++;
      return;
    }
    switch (op.op) {
      case 'element': {
        const depth = this.#size.below(cursor.depth);
        const element = this.#builder.element(documentOf(parent), op.namespace, op.name, op.attributes);
        this.#define(op.id, element);
        if (this.#insert(parent, element)) {
          this.#delegate.elementBuilt(element, op.attributes);
          this.#cursor = cursorAt(element, depth, null, cursor);
        } else this.#cursor = cursorAt(null, 0, null, cursor);
        return;
      }
      case 'text': {
        const text = createTextIn(documentOf(parent), '');
        this.#define(op.id, text);
        if (this.#insert(parent, text)) this.#delegate.textBuilt(parent, text, op.data);
        return;
      }
      case 'cdata':
        this.#add(op.id, parent, this.#builder.cdata(documentOf(parent), op.data));
        return;
      case 'comment':
        this.#add(op.id, parent, createCommentIn(documentOf(parent), op.data));
        return;
      case 'doctype':
        this.#add(
          op.id,
          parent,
          this.#builder.doctype(documentOf(parent), op.name, op.publicId, op.systemId),
        );
        return;
      case 'remove':
        this.#remove(parent, op.count);
        return;
      case 'place':
        this.#place(parent, op.id);
        return;
      case 'placeRun':
        this.#placed += op.count;
        if (this.#placed > 2 * this.#nodes.size + spare)
          throw new Lie('More nodes are moved than there are.');
        for (let i = 0; i < op.count; i++) this.#place(parent, op.first + i * op.step);
        return;
      default: {
        op satisfies never;
        return;
      }
    }
  }

  #define(id: NodeId, node: Node): void {
    this.#size.node();
    const former = this.#nodes.node(id);
    if (former && former !== node && typeOf(former) !== 9) this.#limbo.add(former);
    this.#nodes.define(id, node);
  }

  #add(id: NodeId, parent: Node, node: Node): void {
    this.#define(id, node);
    this.#delegate.coming(parent, node);
    this.#insert(parent, node);
  }

  #next(parent: Node): Node | null {
    return this.#cursor.previous ? nextOf(this.#cursor.previous) : firstChildOf(parent);
  }

  #insert(parent: Node, node: Node): boolean {
    try {
      // A document holds one element, so what is on its way out goes first.
      if (typeOf(parent) === 9) this.#clearLimbo(parent, node);
      insertBefore(parent, node, this.#next(parent));
    } catch {
      return false;
    }
    this.#cursor.previous = node;
    this.#delegate.childrenChanged(parent);
    return true;
  }

  #clearLimbo(parent: Node, except: Node): void {
    for (const node of this.#limbo) {
      if (node === except || parentOf(node) !== parent) continue;
      if (this.#cursor.previous === node) this.#cursor.previous = previousOf(node);
      detach(node);
    }
  }

  #moveTo(parentId: NodeId, afterId: NodeId): void {
    const parent = this.#nodes.node(parentId);
    const after = afterId === 0 ? null : this.#nodes.node(afterId);
    const known = parent && (after === null || (after && parentOf(after) === parent));
    this.#cursor = known ? cursorAt(parent, this.#size.depthOf(parent), after) : nowhere();
  }

  #enterRoot(op: Extract<TreeOp, { op: 'document' | 'shadow' | 'template' }>): void {
    const host = this.#nodes.element(op.host);
    const root = host ? this.#root(op, host) : undefined;
    if (root) this.#nodes.define(op.id, root);
    const inside = op.op === 'shadow' && host ? this.#size.below(this.#size.depthOf(host)) : 0;
    this.#cursor = cursorAt(root ?? null, inside, null, this.#cursor);
  }

  #root(op: Extract<TreeOp, { op: 'document' | 'shadow' | 'template' }>, host: Element): Node | undefined {
    switch (op.op) {
      case 'document': {
        const former = this.#nodes.nested(host);
        if (former) this.#nodes.forget(former);
        const document = this.#delegate.openNested(host, op.mode);
        if (document) this.#nodes.setNested(host, document);
        return document;
      }
      case 'template':
        return localNameOf(host) === 'template' ? (host as HTMLTemplateElement).content : undefined;
      case 'shadow': {
        const known = this.#nodes.shadow(host);
        if (known) {
          for (let child = firstChildOf(known); child; child = firstChildOf(known)) {
            this.#nodes.forget(child);
            detach(child);
          }
          return known;
        }
        try {
          const root = Element.prototype.attachShadow.call(host, {
            mode: op.mode,
            delegatesFocus: op.delegatesFocus,
            slotAssignment: op.manualSlots ? 'manual' : 'named',
          });
          this.#nodes.setShadow(host, root);
          return root;
        } catch {
          return undefined;
        }
      }
      default: {
        const unknown: never = op;
        return unknown;
      }
    }
  }

  #up(): void {
    const cursor = this.#cursor;
    if (cursor.skipped > 0) {
      cursor.skipped--;
      return;
    }
    if (cursor.outer) {
      this.#cursor = cursor.outer;
      return;
    }
    const left = cursor.parent;
    const parent = left && parentOf(left);
    const host = left && typeOf(left) === 11 ? ((left as ShadowRoot).host ?? null) : null;
    const depth = Math.max(0, cursor.depth - 1);
    this.#cursor = parent ? cursorAt(parent, depth, left) : cursorAt(host, depth);
  }

  #remove(parent: Node, count: number): void {
    let node = this.#next(parent);
    for (let left = count; left > 0 && node; node = nextOf(node)) {
      if (this.#limbo.has(node)) continue;
      this.#limbo.add(node);
      left--;
    }
  }

  #place(parent: Node, id: NodeId): void {
    const node = this.#nodes.node(id);
    if (!node || typeOf(node) === 9 || typeOf(node) === 11) return;
    this.#limbo.delete(node);
    const from = parentOf(node);
    if (from === parent && this.#next(parent) === node) {
      this.#cursor.previous = node;
      return;
    }
    if (from !== parent) {
      this.#size.moved(node, this.#cursor.depth);
      this.#delegate.coming(parent, node);
    }
    const next = this.#next(parent);
    if (!moveWithState(parent, node, next)) {
      const connected = isConnected(node);
      if (!this.#insert(parent, node)) return;
      if (connected) this.#delegate.reinserted(node);
    }
    this.#cursor.previous = node;
    if (from) this.#delegate.childrenChanged(from);
    this.#delegate.childrenChanged(parent);
  }
}
