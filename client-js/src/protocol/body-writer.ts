import { namespaceCode, nearness, stringTable, valueKind } from './body-format.ts';
import { ByteSink } from './byte-sink.ts';
import type { NodeId, PropertyName, PropertyValue, RulePath } from './op.ts';
import { opcode, propertyCode } from './protocol.gen.ts';
import { attributeKey, commonEnds, dataKey, longText, RecentValues } from './recent-values.ts';
import { ShapeTrie } from './shape-trie.ts';
import { encodeStrings } from './string-section.ts';

/**
 * Encodes operations straight into bytes, without an object for each. The layout is told in body-format.ts.
 *
 * Strings, shapes and recent values live on from body to body until {@link begin} is told that a keyframe starts.
 */
export class BodyWriter {
  readonly #ops = new ByteSink();
  readonly #strings = new Map<string, number>();
  readonly #recent = new RecentValues();
  #shapes = new ShapeTrie();
  #text = '';
  #lastId = 0;
  #shape = this.#shapes.root('html', '');
  readonly #values: string[] = [];
  #elementId: NodeId = 0;

  /** Starts a body. */
  begin(keyframe: boolean): void {
    this.#ops.clear();
    this.#text = '';
    this.#lastId = 0;
    if (!keyframe) return;
    this.#strings.clear();
    this.#shapes = new ShapeTrie();
    this.#recent.clear();
  }

  /** About how many bytes the body has so far. */
  get size(): number {
    return this.#ops.length + this.#text.length;
  }

  get empty(): boolean {
    return this.#ops.length === 0;
  }

  /** Writes the body behind the first `offset` bytes of a new array. */
  finish(offset: number): Uint8Array {
    const { encoding, bytes } = encodeStrings(this.#text);
    const head = new ByteSink();
    head.byte(encoding);
    head.varint(this.#ops.length);
    const frame = new Uint8Array(offset + head.length + this.#ops.length + bytes.length);
    frame.set(head.bytes.subarray(0, head.length), offset);
    frame.set(this.#ops.bytes.subarray(0, this.#ops.length), offset + head.length);
    frame.set(bytes, offset + head.length + this.#ops.length);
    this.#ops.clear();
    this.#text = '';
    return frame;
  }

  #code(code: number, id: NodeId): void {
    const step = id - this.#lastId;
    this.#lastId = id;
    if (step === 1) this.#ops.byte(code | nearness.next);
    else if (step === 0) this.#ops.byte(code | nearness.same);
    else {
      this.#ops.byte(code);
      this.#ops.zigzag(step);
    }
  }

  #id(id: NodeId): void {
    this.#ops.zigzag(id - this.#lastId);
    this.#lastId = id;
  }

  #literal(text: string): void {
    this.#ops.varint(text.length);
    this.#text += text;
  }

  #string(text: string): void {
    const known = this.#strings.get(text);
    if (known !== undefined) {
      this.#ops.varint(known + stringTable.known);
      return;
    }
    if (text.length > stringTable.longest || this.#strings.size >= stringTable.entries) {
      this.#ops.varint(stringTable.literal);
    } else {
      this.#strings.set(text, this.#strings.size);
      this.#ops.varint(stringTable.added);
    }
    this.#literal(text);
  }

  #optional(text: string | null): void {
    this.#ops.byte(text === null ? 0 : 1);
    if (text !== null) this.#string(text);
  }

  #path(path: RulePath): void {
    this.#ops.varint(path.length);
    for (const index of path) this.#ops.varint(index);
  }

  // Structure -------------------------------------------------------------------------------------------------

  document(id: NodeId, host: NodeId, mode: number): void {
    this.#code(opcode.document, id);
    this.#ops.varint(host);
    this.#ops.byte(mode);
  }

  shadow(id: NodeId, host: NodeId, closed: boolean, delegatesFocus: boolean, manualSlots: boolean): void {
    this.#code(opcode.shadow, id);
    this.#ops.varint(host);
    this.#ops.byte((closed ? 1 : 0) | (delegatesFocus ? 2 : 0) | (manualSlots ? 4 : 0));
  }

  template(id: NodeId, host: NodeId): void {
    this.#code(opcode.template, id);
    this.#ops.varint(host);
  }

  at(parent: NodeId, after: NodeId): void {
    this.#code(opcode.at, parent);
    if (after === 0) {
      this.#ops.byte(0);
      return;
    }
    this.#ops.varint(((((after - parent) << 1) ^ ((after - parent) >> 31)) >>> 0) + 1);
    this.#lastId = after;
  }

  remove(count: number): void {
    this.#ops.byte(opcode.remove);
    this.#ops.varint(count);
  }

  /** Begins an element; its attributes follow, then {@link elementEnd}. */
  element(id: NodeId, namespace: string, name: string): void {
    this.#elementId = id;
    this.#shape = this.#shapes.root(namespace, name);
    this.#values.length = 0;
  }

  elementAttribute(name: string, value: string, namespace: string | null): void {
    this.#shape = this.#shape.next(name, namespace ?? '');
    this.#values.push(value);
  }

  elementEnd(): void {
    const shape = this.#shape;
    this.#code(opcode.element, this.#elementId);
    this.#ops.varint(shape.index);
    if (shape.index === 0) {
      this.#shapes.add(shape);
      const { namespace, name, attributes } = shape.describe();
      const known = namespaceCode.indexOf(namespace as (typeof namespaceCode)[number]);
      this.#ops.byte(known < 0 ? namespaceCode.length : known);
      if (known < 0) this.#string(namespace);
      this.#string(name);
      this.#ops.varint(attributes.length);
      for (const attribute of attributes) {
        this.#string(attribute.name);
        this.#optional(attribute.namespace === '' ? null : attribute.namespace);
      }
    }
    for (const value of this.#values) this.#string(value);
  }

  text(id: NodeId, data: string): void {
    this.#code(opcode.text, id);
    this.#literal(data);
    if (data.length >= longText) this.#recent.set(dataKey(id), data);
  }

  cdata(id: NodeId, data: string): void {
    this.#code(opcode.cdata, id);
    this.#literal(data);
  }

  comment(id: NodeId, data: string): void {
    this.#code(opcode.comment, id);
    this.#literal(data);
  }

  doctype(id: NodeId, name: string, publicId: string, systemId: string): void {
    this.#code(opcode.doctype, id);
    this.#string(name);
    this.#string(publicId);
    this.#string(systemId);
  }

  up(): void {
    this.#ops.byte(opcode.up);
  }

  place(id: NodeId): void {
    this.#code(opcode.place, id);
  }

  placeRun(first: NodeId, count: number, step: number): void {
    this.#code(opcode.placeRun, first);
    this.#ops.varint(count);
    this.#ops.zigzag(step);
    this.#lastId = first + (count - 1) * step;
  }

  // Values ----------------------------------------------------------------------------------------------------

  attribute(node: NodeId, name: string, namespace: string | null, value: string | null): void {
    const key = attributeKey(node, name, namespace);
    const former = this.#recent.get(key);
    const delta = value !== null && former !== undefined;
    this.#code(delta ? opcode.attributeDelta : opcode.attribute, node);
    this.#string(name);
    this.#optional(namespace);
    if (delta) this.#difference(former, value);
    else this.#optional(value);
    if (value === null) this.#recent.delete(key);
    else this.#recent.set(key, value);
  }

  data(node: NodeId, data: string): void {
    const key = dataKey(node);
    const former = this.#recent.get(key);
    this.#code(former === undefined ? opcode.data : opcode.dataDelta, node);
    if (former === undefined) this.#literal(data);
    else this.#difference(former, data);
    this.#recent.set(key, data);
  }

  #difference(former: string, next: string): void {
    const { start, end } = commonEnds(former, next);
    this.#ops.varint(start);
    this.#ops.varint(end);
    this.#literal(next.slice(start, next.length - end));
  }

  property(node: NodeId, name: PropertyName, value: PropertyValue): void {
    this.#code(opcode.property, node);
    this.#ops.byte(propertyCode[name]);
    if (typeof value === 'boolean') this.#ops.byte(value ? valueKind.true : valueKind.false);
    else if (typeof value === 'string') {
      this.#ops.byte(valueKind.string);
      this.#literal(value);
    } else if (typeof value === 'number') {
      this.#ops.byte(valueKind.number);
      this.#ops.double(value);
    } else {
      const strings = typeof value[0] === 'string';
      this.#ops.byte(strings ? valueKind.strings : valueKind.ids);
      this.#ops.varint(value.length);
      for (const item of value) {
        if (typeof item === 'string') this.#literal(item);
        else this.#ops.varint(item);
      }
    }
  }

  scroll(node: NodeId, x: number, y: number): void {
    this.#code(opcode.scroll, node);
    this.#ops.zigzag(Math.round(x));
    this.#ops.zigzag(Math.round(y));
  }

  box(node: NodeId, width: number, height: number, label: 'blocked' | 'unreadable'): void {
    this.#code(opcode.box, node);
    this.#ops.varint(Math.round(width));
    this.#ops.varint(Math.round(height));
    this.#ops.byte(label === 'blocked' ? 0 : 1);
  }

  canvas(node: NodeId, hash: string, width: number, height: number): void {
    this.#code(opcode.canvas, node);
    this.#literal(hash);
    this.#ops.varint(width);
    this.#ops.varint(height);
  }

  media(node: NodeId, paused: boolean, muted: boolean, time: number, rate: number, volume: number): void {
    this.#code(opcode.media, node);
    this.#ops.byte((paused ? 1 : 0) | (muted ? 2 : 0));
    this.#ops.double(time);
    this.#ops.double(rate);
    this.#ops.double(volume);
  }

  // Style -----------------------------------------------------------------------------------------------------

  sheet(sheet: NodeId, text: string, media: string, disabled: boolean): void {
    this.#code(opcode.sheet, sheet);
    this.#literal(text);
    this.#string(media);
    this.#ops.byte(disabled ? 1 : 0);
  }

  sheetText(sheet: NodeId, text: string): void {
    this.#code(opcode.sheetText, sheet);
    this.#literal(text);
  }

  sheetRules(sheet: NodeId, path: RulePath, rules: readonly string[]): void {
    this.#code(opcode.sheetRules, sheet);
    this.#path(path);
    this.#ops.varint(rules.length);
    for (const rule of rules) this.#literal(rule);
  }

  ruleInsert(sheet: NodeId, path: RulePath, index: number, text: string): void {
    this.#code(opcode.ruleInsert, sheet);
    this.#path(path);
    this.#ops.varint(index);
    this.#literal(text);
  }

  ruleDelete(sheet: NodeId, path: RulePath, index: number): void {
    this.#code(opcode.ruleDelete, sheet);
    this.#path(path);
    this.#ops.varint(index);
  }

  ruleText(sheet: NodeId, path: RulePath, text: string): void {
    this.#code(opcode.ruleText, sheet);
    this.#path(path);
    this.#literal(text);
  }

  declaration(
    sheet: NodeId,
    path: RulePath,
    property: string,
    value: string | null,
    important: boolean,
  ): void {
    this.#code(opcode.declaration, sheet);
    this.#path(path);
    this.#string(property);
    this.#optional(value);
    this.#ops.byte(important ? 1 : 0);
  }

  sheetState(sheet: NodeId, disabled: boolean, media: string): void {
    this.#code(opcode.sheetState, sheet);
    this.#ops.byte(disabled ? 1 : 0);
    this.#string(media);
  }

  adopted(root: NodeId, sheets: readonly NodeId[]): void {
    this.#code(opcode.adopted, root);
    this.#ops.varint(sheets.length);
    for (const sheet of sheets) this.#ops.varint(sheet);
  }

  // Presence and view -------------------------------------------------------------------------------------------

  viewport(width: number, height: number, scale: number, offsetX: number, offsetY: number): void {
    this.#ops.byte(opcode.viewport);
    this.#ops.varint(Math.round(width));
    this.#ops.varint(Math.round(height));
    this.#ops.double(scale);
    this.#ops.zigzag(Math.round(offsetX));
    this.#ops.zigzag(Math.round(offsetY));
  }

  /** Points as x, y, milliseconds behind the frame's time, one after another. */
  pointer(points: readonly number[]): void {
    this.#ops.byte(opcode.pointer);
    this.#ops.varint(points.length / 3);
    let x = 0;
    let y = 0;
    for (let i = 0; i < points.length; i += 3) {
      this.#ops.zigzag(points[i]! - x);
      this.#ops.zigzag(points[i + 1]! - y);
      this.#ops.varint(points[i + 2]!);
      x = points[i]!;
      y = points[i + 1]!;
    }
  }

  click(x: number, y: number): void {
    this.#ops.byte(opcode.click);
    this.#ops.zigzag(Math.round(x));
    this.#ops.zigzag(Math.round(y));
  }

  focus(node: NodeId, visible: boolean): void {
    this.#code(opcode.focus, node);
    this.#ops.byte(visible ? 1 : 0);
  }

  hover(node: NodeId): void {
    this.#code(opcode.hover, node);
  }

  active(node: NodeId): void {
    this.#code(opcode.active, node);
  }

  target(node: NodeId): void {
    this.#code(opcode.target, node);
  }

  selection(anchor: NodeId, anchorOffset: number, focus: NodeId, focusOffset: number): void {
    this.#code(opcode.selection, anchor);
    this.#ops.varint(anchorOffset);
    this.#id(focus);
    this.#ops.varint(focusOffset);
  }

  inputSelection(node: NodeId, start: number, end: number): void {
    this.#code(opcode.inputSelection, node);
    this.#ops.varint(start);
    this.#ops.varint(end);
  }
}
