import { type Context, context, type Gate } from '../masking/gate.ts';
import { words } from '../masking/words.ts';
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
const pictures = words('img canvas video object embed svg:image');

export interface NodeWriterDelegate {
  /** An element was written; what it holds beside attributes and children can follow. */
  elementWritten(element: Element, id: NodeId, held: Context): void;
  /** An element whose content does not leave needs its size told. */
  boxNeeded(element: Element, label: 'blocked' | 'unreadable'): void;
  /** Replicas got only the mask of what this node says. */
  withheld(node: Node): void;
  /** The text of a style element, as replicas may have it. */
  styleText(text: Text, style: Element, shows: boolean): string;
}

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
        if (localName === 'form' || typeof localName !== 'string') return !isDisguised(node);
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
    return (this.#ids.marks(id) & mark.closed) !== 0;
  }

  /** The nearest earlier sibling that replicas get to know. */
  before(node: Node): Node | null {
    let at = node.previousSibling;
    while (at && !this.sends(at)) at = at.previousSibling;
    return at;
  }

  /** The nearest later sibling that replicas get to know. */
  behind(node: Node): Node | null {
    let at = node.nextSibling;
    while (at && !this.sends(at)) at = at.nextSibling;
    return at;
  }

  /** Moves the cursor into `parent`, behind `after`. */
  at(parent: NodeId, after: NodeId): BodyWriter {
    const writer = this.writer;
    const body = this.#sender.body;
    if (this.#body !== body) this.#parent = -1;
    this.#body = body;
    if (this.#parent === parent && this.#after === after) return writer;
    let up = this.#parent;
    let ups = 1;
    while (up !== after && up > 0 && ups < mostUps) {
      up = this.#ids.parent(up);
      ups++;
    }
    if (up !== after || this.#ids.parent(after) !== parent) writer.at(parent, after);
    else while (ups-- > 0) writer.up();
    this.#parent = parent;
    this.#after = after;
    return writer;
  }

  /** Writes a node, known or new, behind `after` in `parent`, without its children. */
  node(node: Node, parent: NodeId, after: NodeId, said: number, known = this.#ids.of(node)): NodeId {
    const held = this.#ids.held(parent);
    const id = known || this.#ids.give(node, said, held);
    const writer = this.at(parent, after);
    if (known) this.#ids.say(id, said);
    else this.#ids.link(id, parent, after);
    this.#after = id;
    if (held === context.restricted && node.nodeType !== 1) this.#delegate.withheld(node);
    switch (node.nodeType) {
      case 1:
        this.#element(writer, node as Element, id, held);
        break;
      case 3:
        writer.text(id, this.data(node as Text, held));
        break;
      case 4:
        writer.cdata(id, this.#gate.text(node as CDATASection, held));
        break;
      case 8:
        writer.comment(id, (node as Comment).data);
        break;
      case 10: {
        const doctype = node as DocumentType;
        if (this.#gate.unmasked) writer.doctype(id, doctype.name, doctype.publicId, doctype.systemId);
        // Its mode travels with the document.
        else writer.doctype(id, 'html', '', '');
      }
    }
    return id;
  }

  /** Moves a known node behind `after` in `parent`, unless it stands there. */
  place(id: NodeId, parent: NodeId, after: NodeId): void {
    if (this.#ids.parent(id) === parent && this.#ids.previous(id) === after) return;
    this.at(parent, after).place(id);
    this.#ids.unlink(id);
    this.#ids.link(id, parent, after);
    this.#after = id;
  }

  /** Moves several nodes whose ids are evenly apart. */
  placeRun(first: NodeId, count: number, step: number, parent: NodeId, after: NodeId): void {
    this.at(parent, after).placeRun(first, count, step);
    for (let i = 0, id = first, behind = after; i < count; i++, behind = id, id += step) {
      this.#ids.unlink(id);
      this.#ids.link(id, parent, behind);
    }
    this.#after = first + (count - 1) * step;
  }

  /** Removes `count` siblings from `first` on, with all that stands below them. */
  remove(first: NodeId, count: number): void {
    this.at(this.#ids.parent(first), this.#ids.previous(first)).remove(count);
    for (let i = 0, id = first; i < count; i++) {
      const next = this.#ids.next(id);
      this.#ids.end(id);
      id = next;
    }
  }

  /** Writes the text of a known node as it is now. */
  changedData(node: CharacterData, id: NodeId): void {
    const held = this.#ids.held(this.#ids.parent(id));
    if (held === context.restricted) this.#delegate.withheld(node);
    const former = this.#gate.maskOf(node);
    const data = this.data(node, held);
    // When a masked text changed is nobody's business, but theirs who may see it.
    if (data !== former || held === context.restricted) this.writer.data(id, data);
  }

  /** The text of a node as it may leave. */
  data(node: CharacterData, held: Context): string {
    const parent = node.parentNode as Element | null;
    if (parent && parent.localName === 'style')
      return this.#delegate.styleText(node as Text, parent, (held & context.masked) === 0);
    return this.#gate.text(node, held);
  }

  #element(writer: BodyWriter, element: Element, id: NodeId, around: Context): void {
    const { held, blocked } = this.#gate.judge(element, around);
    const name = element.localName;
    const namespace =
      namespaces[element.namespaceURI ?? ''] ?? (this.#gate.unmasked ? (element.namespaceURI ?? '') : '');
    const hidden = !this.#gate.shows(held) && pictures.has(namespace === 'svg' ? `svg:${name}` : name);
    const closed = blocked || hidden || this.#closed(element, name, held);
    this.#ids.setMarks(id, held | (closed ? mark.closed : 0) | (blocked || hidden ? mark.kept : 0));
    writer.element(
      id,
      namespace,
      this.#gate.tag(element, held, namespace === 'html' ? name : element.tagName),
    );
    if (name !== 'script' || this.#gate.unmasked)
      this.#attributes.write(writer, element, held, blocked || hidden);
    writer.elementEnd();
    this.#parent = id;
    this.#after = 0;
    if (held === context.restricted) this.#delegate.withheld(element);
    if (blocked || hidden) this.#delegate.boxNeeded(element, 'blocked');
    else this.#delegate.elementWritten(element, id, held);
  }

  /** Elements whose children never leave. */
  #closed(element: Element, name: string, held: Context): boolean {
    // What is selected a browser copies there itself.
    if (name === 'script' || name === 'selectedcontent') return true;
    if (this.#gate.unmasked) return false;
    return this.#gate.closes(element, held) || name === 'noscript' || name === 'template';
  }

  /** Writes an attribute of a known element as it is now, if it may leave. */
  changedAttribute(element: Element, id: NodeId, name: string): void {
    if (element.localName === 'script' && !this.#gate.unmasked) return;
    const held = this.#ids.held(id);
    if (held === context.restricted) this.#delegate.withheld(element);
    this.#attributes.changed(this.writer, element, id, name, held, this.#isKept(id));
  }

  /** The hash of what a known node says by itself. */
  contentHash(node: Node, id: NodeId): number {
    if (node.nodeType === 1) {
      const element = node as Element;
      if (element.localName === 'script' && !this.#gate.unmasked) return 0;
      return this.#attributes.hash(element, this.#ids.held(id), this.#isKept(id));
    }
    const parentName = (node.parentNode as Element | null)?.localName;
    if (![3, 4, 8].includes(node.nodeType) || isRewritten(parentName)) return 0;
    return mixText(0, this.data(node as Text, this.#ids.held(this.#ids.parent(id))));
  }

  /** Puts an empty text in the place of a node, wherever a replica has that, and takes it out again. */
  takeOut(id: NodeId, parent: NodeId): void {
    this.at(parent, 0).text(id, '');
    this.#body = -1;
    this.at(parent, 0).remove(1);
  }

  /** Whether of this element only the place is kept. */
  #isKept(id: NodeId): boolean {
    return (this.#ids.marks(id) & mark.kept) !== 0;
  }

  /** Begins a document, the top one or that of an iframe, a shadow root or the content of a template. */
  root(root: Document | ShadowRoot | DocumentFragment, host: NodeId, said: number): NodeId {
    let id = this.#ids.of(root);
    if (id) this.#ids.say(id, said);
    else {
      id = this.#ids.give(root, said, this.#ids.held(host));
      if (host) this.#ids.linkRoot(id, host);
    }
    const { writer } = this;
    if (root.nodeType === 9) writer.document(id, host, documentMode.indexOf(modeOf(root as Document)));
    else if ('host' in root) {
      const manual = root.slotAssignment === 'manual';
      writer.shadow(id, host, root.mode === 'closed', root.delegatesFocus, manual);
    } else writer.template(id, host);
    // The cursor stands at its start.
    this.#body = this.#sender.body;
    this.#parent = id;
    this.#after = 0;
    return id;
  }
}

const readOff =
  'nodeType localName tagName namespaceURI parentNode firstChild nextSibling previousSibling getAttribute hasAttribute ' +
  'getAttributeNames matches';

/** Whether controls of a form hide, by their names, what is read off it: then nothing that it says of itself counts. */
const isDisguised = (form: Node): boolean => readOff.split(' ').some((name) => Object.hasOwn(form, name));
