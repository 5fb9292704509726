import { type Context, context, type Gate } from '../masking/gate.ts';
import { documentMode, type namespaceCode } from '../protocol/body-format.ts';
import type { BodyWriter } from '../protocol/body-writer.ts';
import { isRewritten, mixText } from '../protocol/integrity.ts';
import type { NodeId } from '../protocol/op.ts';
import { AttributeWriter } from './attribute-writer.ts';
import { modeOf } from './document-mode.ts';
import type { FrameSender } from './frame-sender.ts';
import { mark } from './mirror.ts';
import type { NodeIds } from './node-ids.ts';
import type { ResourceAttributes } from './resource-attributes.ts';

const namespaces: Readonly<Record<string, (typeof namespaceCode)[number]>> = {
  'http://www.w3.org/1999/xhtml': 'html',
  'http://www.w3.org/2000/svg': 'svg',
  'http://www.w3.org/1998/Math/MathML': 'mathml',
};
/** An op of its own is as short. */
const mostUps = 4;
const pictures = new Set(['img', 'canvas', 'video', 'object', 'embed', 'svg:image']);

export interface NodeWriterDelegate {
  /** An element was written; what it holds beside attributes and children can follow. */
  elementWritten(element: Element, id: NodeId, held: Context): void;
  /** An element whose content does not leave needs its size told. */
  boxNeeded(element: Element, label: 'blocked' | 'unreadable'): void;
  /** The text of a style element, as replicas may have it. */
  styleText(text: Text, style: Element): string;
}

/** The held context of a node, from its marks. */
export const heldOf = (marks: number): Context => (marks & 3) as Context;

/** Writes nodes as ops, and where they stand; the cursor moves by the shortest way. */
export class NodeWriter {
  /** What is written is part of a keyframe's walk, or else a change. */
  kind: 'snapshot' | 'update' = 'update';
  readonly #ids: NodeIds;
  readonly #gate: Gate;
  readonly #sender: FrameSender;
  readonly #attributes: AttributeWriter;
  readonly #delegate: NodeWriterDelegate;
  #body = -1;
  #parent: NodeId = 0;
  #after: NodeId = 0;

  constructor(
    ids: NodeIds,
    gate: Gate,
    sender: FrameSender,
    resources: ResourceAttributes,
    delegate: NodeWriterDelegate,
  ) {
    this.#ids = ids;
    this.#gate = gate;
    this.#sender = sender;
    this.#attributes = new AttributeWriter(gate, resources);
    this.#delegate = delegate;
  }

  get writer(): BodyWriter {
    return this.#sender.open(this.kind);
  }

  /** Whether replicas get to know this node at all, given that they know its parent. */
  sends(node: Node): boolean {
    switch (node.nodeType) {
      case 1: {
        const { localName } = node as Element;
        if (localName === 'meta') return this.#gate.unmasked;
        return localName !== 'div' || !(node as Element).hasAttribute('data-cobrowse-ui');
      }
      case 3:
      case 4:
      case 10:
        return true;
      case 8:
        return this.#gate.unmasked;
      default:
        return false;
    }
  }

  /** Whether what stands below this node never leaves. */
  isClosed(id: NodeId): boolean {
    return (this.#ids.mirror.marks(id) & mark.closed) !== 0;
  }

  /** The nearest earlier sibling that replicas get to know. */
  before(node: Node): Node | null {
    let at = node.previousSibling;
    while (at !== null && !this.sends(at)) at = at.previousSibling;
    return at;
  }

  /** The nearest later sibling that replicas get to know. */
  behind(node: Node): Node | null {
    let at = node.nextSibling;
    while (at !== null && !this.sends(at)) at = at.nextSibling;
    return at;
  }

  /** Moves the cursor into `parent`, behind `after`. */
  at(parent: NodeId, after: NodeId): BodyWriter {
    const writer = this.writer;
    const body = this.#sender.body;
    if (this.#body !== body) this.#parent = -1;
    this.#body = body;
    if (this.#parent === parent && this.#after === after) return writer;
    const { mirror } = this.#ids;
    let up = this.#parent;
    let ups = 1;
    while (up !== after && up > 0 && ups < mostUps) {
      up = mirror.parent(up);
      ups++;
    }
    if (up !== after || mirror.parent(after) !== parent) writer.at(parent, after);
    else while (ups-- > 0) writer.up();
    this.#parent = parent;
    this.#after = after;
    return writer;
  }

  /** The cursor stands at the start of a document, shadow root or template content that was just written. */
  entered(id: NodeId): void {
    this.#body = this.#sender.body;
    this.#parent = id;
    this.#after = 0;
  }

  /** Writes a node, known or new, behind `after` in `parent`, without its children. */
  node(node: Node, parent: NodeId, after: NodeId, said: number, known = this.#ids.of(node)): NodeId {
    const marks = this.#ids.mirror.marks(parent);
    const id = known || this.#ids.give(node, said, marks);
    const writer = this.at(parent, after);
    if (known) this.#ids.mirror.say(id, said);
    else this.#ids.mirror.link(id, parent, after);
    this.#after = id;
    switch (node.nodeType) {
      case 1:
        this.#element(writer, node as Element, id, heldOf(marks));
        break;
      case 3:
        writer.text(id, this.data(node as Text, heldOf(marks)));
        break;
      case 4:
        writer.cdata(id, this.#gate.text(node as CDATASection, heldOf(marks)));
        break;
      case 8:
        writer.comment(id, (node as Comment).data);
        break;
      case 10: {
        const doctype = node as DocumentType;
        writer.doctype(id, doctype.name, doctype.publicId, doctype.systemId);
      }
    }
    return id;
  }

  /** Moves a known node behind `after` in `parent`, unless it stands there. */
  place(id: NodeId, parent: NodeId, after: NodeId): void {
    const { mirror } = this.#ids;
    if (mirror.parent(id) === parent && mirror.previous(id) === after) return;
    this.at(parent, after).place(id);
    mirror.unlink(id);
    mirror.link(id, parent, after);
    this.#after = id;
  }

  /** Moves several nodes whose ids are evenly apart. */
  placeRun(first: NodeId, count: number, step: number, parent: NodeId, after: NodeId): void {
    const { mirror } = this.#ids;
    this.at(parent, after).placeRun(first, count, step);
    for (let i = 0, id = first, behind = after; i < count; i++, behind = id, id += step) {
      mirror.unlink(id);
      mirror.link(id, parent, behind);
    }
    this.#after = first + (count - 1) * step;
  }

  /** Removes `count` siblings from `first` on, with all that stands below them. */
  remove(first: NodeId, count: number): void {
    const { mirror } = this.#ids;
    this.at(mirror.parent(first), mirror.previous(first)).remove(count);
    for (let i = 0, id = first; i < count; i++) {
      const next = mirror.next(id);
      mirror.end(id);
      id = next;
    }
  }

  /** The text of a node as it may leave. */
  data(node: CharacterData, held: Context): string {
    const parent = node.parentNode as Element | null;
    if (parent !== null && parent.localName === 'style')
      return this.#delegate.styleText(node as Text, parent);
    return this.#gate.text(node, held);
  }

  #element(writer: BodyWriter, element: Element, id: NodeId, around: Context): void {
    const { held, blocked } = this.#gate.judge(element, around);
    const name = element.localName;
    const namespace = namespaces[element.namespaceURI ?? ''] ?? element.namespaceURI ?? '';
    const hidden = !this.#gate.shows(held) && pictures.has(namespace === 'svg' ? `svg:${name}` : name);
    const closed = blocked || hidden || this.#closed(element, name);
    this.#ids.mirror.setMarks(id, held | (closed ? mark.closed : 0));
    writer.element(id, namespace, namespace === 'html' ? name : element.tagName);
    if (name !== 'script' || this.#gate.unmasked)
      this.#attributes.write(writer, element, held, blocked || hidden);
    writer.elementEnd();
    this.#parent = id;
    this.#after = 0;
    if (blocked || hidden) this.#delegate.boxNeeded(element, 'blocked');
    else this.#delegate.elementWritten(element, id, held);
  }

  /** Elements whose children never leave. */
  #closed(element: Element, name: string): boolean {
    // What is selected a browser copies there itself.
    if (name === 'script' || name === 'selectedcontent') return true;
    if (this.#gate.unmasked) return false;
    return this.#gate.denies(element) || name === 'noscript' || name === 'template';
  }

  /** Writes an attribute of a known element as it is now, if it may leave. */
  changedAttribute(element: Element, id: NodeId, name: string): void {
    if (element.localName === 'script' && !this.#gate.unmasked) return;
    const held = heldOf(this.#ids.mirror.marks(id));
    this.#attributes.changed(this.writer, element, id, name, held, this.#isKept(element, id));
  }

  /** The hash of what a known node says by itself. */
  contentHash(node: Node, id: NodeId): number {
    const { mirror } = this.#ids;
    if (node.nodeType === 1) {
      const element = node as Element;
      if (element.localName === 'script' && !this.#gate.unmasked) return 0;
      return this.#attributes.hash(element, heldOf(mirror.marks(id)), this.#isKept(element, id));
    }
    const parentName = (node.parentNode as Element | null)?.localName;
    if (![3, 4, 8].includes(node.nodeType) || isRewritten(parentName)) return 0;
    return mixText(0, this.data(node as Text, heldOf(mirror.marks(mirror.parent(id)))));
  }

  /** Puts an empty text in the place of a node, wherever a replica has that, and takes it out again. */
  takeOut(id: NodeId, parent: NodeId): void {
    this.at(parent, 0).text(id, '');
    this.#body = -1;
    this.at(parent, 0).remove(1);
  }

  /** Whether of this element only the place is kept. */
  #isKept(element: Element, id: NodeId): boolean {
    return this.isClosed(id) && !this.#closed(element, element.localName);
  }

  /** Begins a document, the top one or that of an iframe. */
  document(document: Document, host: NodeId, said: number): NodeId {
    const id = this.#root(
      document,
      host,
      said,
      host === 0 ? context.plain : heldOf(this.#ids.mirror.marks(host)),
    );
    this.writer.document(id, host, documentMode.indexOf(modeOf(document)));
    this.entered(id);
    return id;
  }

  shadow(root: ShadowRoot, host: NodeId, said: number): NodeId {
    const id = this.#root(root, host, said, heldOf(this.#ids.mirror.marks(host)));
    this.writer.shadow(
      id,
      host,
      root.mode === 'closed',
      root.delegatesFocus,
      root.slotAssignment === 'manual',
    );
    this.entered(id);
    return id;
  }

  template(content: DocumentFragment, host: NodeId, said: number): NodeId {
    const id = this.#root(content, host, said, heldOf(this.#ids.mirror.marks(host)));
    this.writer.template(id, host);
    this.entered(id);
    return id;
  }

  #root(root: Node, host: NodeId, said: number, held: Context): NodeId {
    const known = this.#ids.of(root);
    if (known) {
      this.#ids.mirror.say(known, said);
      return known;
    }
    const id = this.#ids.give(root, said, held);
    if (host !== 0) this.#ids.mirror.linkRoot(id, host);
    return id;
  }
}
