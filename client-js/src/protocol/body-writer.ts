import { mostAttributes, namespaceCode, valueKind } from './body-format.ts';
import { FieldWriter } from './field-writer.ts';
import type { NodeId, PropertyValue } from './op.ts';
import { opcode } from './protocol.gen.ts';
import { attributeKey, dataKey, isLong, longText, RecentValues } from './recent-values.ts';
import { type Shape, ShapeTrie } from './shape-trie.ts';
import { StyleWriter } from './style-writer.ts';
import { ViewWriter } from './view-writer.ts';

/**
 * Encodes operations straight into bytes, without an object for each. The layout is told in body-format.ts.
 *
 * Strings, shapes and recent values live on from body to body until {@link begin} is told that a keyframe starts.
 */
export class BodyWriter extends FieldWriter {
  readonly style = new StyleWriter(this);
  readonly view = new ViewWriter(this);
  readonly #recent = new RecentValues();
  #shapes = new ShapeTrie();
  #shape = this.#shapes.none;
  /** Of the element in progress; used again, since emptying an array gives its memory back. */
  readonly #values: string[] = [];
  readonly #slots: Shape[] = [];
  #attributes = 0;
  #elementId: NodeId = 0;

  /** Starts a body. */
  override begin(keyframe: boolean): void {
    super.begin(keyframe);
    if (!keyframe) return;
    this.#shapes = new ShapeTrie();
    this.#shape = this.#shapes.none;
    this.#recent.clear();
    this.view.forget();
  }

  // Structure -------------------------------------------------------------------------------------------------

  document(id: NodeId, host: NodeId, mode: number): void {
    this.code(opcode.document, id);
    this.varint(host);
    this.byte(mode);
  }

  shadow(id: NodeId, host: NodeId, closed: boolean, delegatesFocus: boolean, manualSlots: boolean): void {
    this.code(opcode.shadow, id);
    this.varint(host);
    this.byte((closed ? 1 : 0) | (delegatesFocus ? 2 : 0) | (manualSlots ? 4 : 0));
  }

  template(id: NodeId, host: NodeId): void {
    this.code(opcode.template, id);
    this.varint(host);
  }

  at(parent: NodeId, after: NodeId): void {
    this.code(opcode.at, parent);
    if (!after) {
      this.byte(0);
      return;
    }
    this.zigzag(after - parent, 1);
    this.last(after);
  }

  remove(count: number): void {
    this.byte(opcode.remove);
    this.varint(count);
  }

  /** Begins an element; its attributes follow, then {@link elementEnd}. */
  element(id: NodeId, namespace: string, name: string): void {
    this.#elementId = id;
    this.#shape = this.#shapes.root(namespace, name);
    this.#attributes = 0;
  }

  elementAttribute(name: string, value: string, namespace: string | null): void {
    if (this.#attributes === mostAttributes) return;
    this.#shape = this.#shape.next(name, namespace ?? '');
    this.#slots[this.#attributes] = this.#shape;
    this.#values[this.#attributes++] = value;
  }

  elementEnd(): void {
    const shape = this.#shape;
    this.code(opcode.element, this.#elementId);
    this.varint(shape.index);
    if (shape.index === 0) {
      this.#shapes.add(shape);
      const { namespace, name, attributes } = shape.describe();
      const known = namespaceCode.indexOf(namespace as (typeof namespaceCode)[number]);
      this.byte(known < 0 ? namespaceCode.length : known);
      if (known < 0) this.string(namespace);
      this.string(name);
      this.varint(attributes.length);
      for (const attribute of attributes) {
        this.string(attribute.name);
        this.optional(attribute.namespace === '' ? null : attribute.namespace);
      }
    }
    for (let i = 0; i < this.#attributes; i++) this.string(this.#values[i]!, this.#slots[i]);
  }

  text(id: NodeId, data: string): void {
    this.code(opcode.text, id);
    this.string(data, this.#shape.next());
    if (data.length >= longText) this.#recent.set(dataKey(id), data);
  }

  cdata(id: NodeId, data: string): void {
    this.code(opcode.cdata, id);
    this.literal(data);
  }

  comment(id: NodeId, data: string): void {
    this.code(opcode.comment, id);
    this.literal(data);
  }

  doctype(id: NodeId, name: string, publicId: string, systemId: string): void {
    this.code(opcode.doctype, id);
    this.string(name);
    this.string(publicId);
    this.string(systemId);
  }

  up(): void {
    this.byte(opcode.up);
  }

  place(id: NodeId): void {
    this.code(opcode.place, id);
  }

  placeRun(first: NodeId, count: number, step: number): void {
    this.code(opcode.placeRun, first);
    this.varint(count);
    this.zigzag(step);
    this.last(first + (count - 1) * step);
  }

  // Values ----------------------------------------------------------------------------------------------------

  attribute(node: NodeId, name: string, namespace: string | null, value: string | null): void {
    const key = isLong(value) && attributeKey(node, name, namespace);
    const former = key && this.#recent.get(key);
    this.code(former ? opcode.attributeDelta : opcode.attribute, node);
    this.string(name);
    this.optional(namespace);
    if (former) this.difference(former, value!);
    else this.optional(value, this.#shapes.none.next(name));
    if (key) this.#recent.set(key, value!);
  }

  data(node: NodeId, data: string): void {
    const key = dataKey(node);
    const former = this.#recent.get(key);
    this.code(former === undefined ? opcode.data : opcode.dataDelta, node);
    if (former === undefined) this.literal(data);
    else this.difference(former, data);
    this.#recent.set(key, data);
  }

  /** `code` is one of `propertyCode`. */
  property(node: NodeId, code: number, value: PropertyValue): void {
    this.code(opcode.property, node);
    this.byte(code);
    if (typeof value === 'boolean') this.byte(value ? valueKind.true : valueKind.false);
    else if (typeof value === 'string') {
      this.byte(valueKind.string);
      this.literal(value);
    } else if (typeof value === 'number') {
      this.byte(valueKind.number);
      this.double(value);
    } else {
      const strings = typeof value[0] === 'string';
      this.byte(strings ? valueKind.strings : valueKind.ids);
      this.varint(value.length);
      for (const item of value) {
        if (typeof item === 'string') this.literal(item);
        else this.varint(item);
      }
    }
  }

  box(node: NodeId, width: number, height: number, label: 'blocked' | 'unreadable'): void {
    this.code(opcode.box, node);
    this.varint(Math.round(width));
    this.varint(Math.round(height));
    this.byte(label === 'blocked' ? 0 : 1);
  }

  hash(node: NodeId, count: number, hash: number): void {
    this.code(opcode.hash, node);
    this.varint(count);
    this.varint(hash >>> 0);
  }

  animations(node: NodeId, animations: readonly string[]): void {
    this.code(opcode.animation, node);
    this.varint(animations.length);
    for (const each of animations) this.literal(each);
  }

  canvas(node: NodeId, hash: string, width: number, height: number): void {
    this.code(opcode.canvas, node);
    this.literal(hash);
    this.varint(width);
    this.varint(height);
  }

  media(node: NodeId, paused: boolean, muted: boolean, time: number, rate: number, volume: number): void {
    this.code(opcode.media, node);
    this.byte((paused ? 1 : 0) | (muted ? 2 : 0));
    this.double(time);
    this.double(rate);
    this.double(volume);
  }
}
