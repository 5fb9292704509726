import {
  documentMode,
  mostAttributes,
  namespaceCode,
  nearness,
  shapeEntries,
  valueKind,
} from './body-format.ts';
import type { ByteSource } from './byte-source.ts';
import { DecodeError } from './decode-error.ts';
import type { Attribute, NodeId, Op, PropertyName, PropertyValue } from './op.ts';
import { propertyCode } from './protocol.gen.ts';
import type { ReadShape, ReadTables } from './read-tables.ts';
import { attributeKey, dataKey, isLong, longText } from './recent-values.ts';

const largestId = 0x7fffffff;
/** Bytes of one body's ops. A capture closes a body long before; what unfolds further is meant to do harm. */
const mostOpBytes = 1 << 20;
/** Nodes that one body's runs place, all together. */
const mostPlaced = 1 << 20;

/** Names in descriptions of shapes since the keyframe: each may take memory for as long. */
const mostDescribed = 1 << 19;

const propertyNames: readonly (PropertyName | undefined)[] = Object.entries(propertyCode).reduce<
  (PropertyName | undefined)[]
>((all, [name, code]) => {
  all[code] = name as PropertyName;
  return all;
}, []);

/** Reads the fields of one body's ops. */
export class OpReader {
  readonly source: ByteSource;
  readonly #tables: ReadTables;
  #lastId = 0;
  #placed = 0;
  #rule = 0;

  constructor(source: ByteSource, tables: ReadTables) {
    if (source.left > mostOpBytes) throw new DecodeError('too many ops');
    this.source = source;
    this.#tables = tables;
  }

  #known(id: number): NodeId {
    if (id < 0 || id > largestId) throw new DecodeError('no such id');
    this.#lastId = id;
    return id;
  }

  /** The primary id of an op whose first byte is `first`. */
  id(first: number): NodeId {
    const near = first & 0xc0;
    if (near === nearness.next) return this.#known(this.#lastId + 1);
    if (near === nearness.same) return this.#lastId;
    if (near !== 0) throw new DecodeError('unknown nearness');
    return this.#known(this.#lastId + this.source.zigzag());
  }

  near(): NodeId {
    return this.#known(this.#lastId + this.source.zigzag());
  }

  plainId(): NodeId {
    const id = this.source.varint();
    if (id > largestId) throw new DecodeError('no such id');
    return id;
  }

  after(parent: NodeId): NodeId {
    const value = this.source.varint();
    if (value === 0) return 0;
    if (value > 0x100000000) throw new DecodeError('no such id');
    const zigzag = value - 1;
    return this.#known(parent + ((zigzag >>> 1) ^ -(zigzag & 1)));
  }

  run(first: NodeId): { count: number; step: number } {
    const count = this.source.varint();
    const step = this.source.zigzag();
    this.#placed += count;
    if (count < 1 || this.#placed > mostPlaced) throw new DecodeError('run too long');
    this.#known(first + (count - 1) * step);
    return { count, step };
  }

  literal(): string {
    return this.#tables.strings.literal(this.source);
  }

  string(): string {
    return this.#tables.strings.string(this.source);
  }

  optional(): string | null {
    return this.#tables.strings.optional(this.source);
  }

  flag(): boolean {
    return this.source.byte() !== 0;
  }

  /** A finite number; anything else is damage. */
  number(): number {
    const value = this.source.double();
    if (!Number.isFinite(value)) throw new DecodeError('not a number');
    return value;
  }

  rule(): { index: number; text: string } {
    const index = this.#rule + this.source.zigzag();
    if (index < 0) throw new DecodeError('no such rule');
    this.#rule = index + 1;
    return { index, text: this.string() };
  }

  path(): number[] {
    return this.#list(() => this.source.varint());
  }

  literals(): string[] {
    return this.#list(() => this.literal());
  }

  ids(): NodeId[] {
    return this.#list(() => this.plainId());
  }

  #list<T>(read: () => T): T[] {
    const count = this.source.count();
    const items: T[] = [];
    for (let i = 0; i < count; i++) items.push(read());
    return items;
  }

  mode() {
    const mode = documentMode[this.source.byte()];
    if (mode === undefined) throw new DecodeError('unknown mode');
    return mode;
  }

  element(id: NodeId): Op {
    const shape = this.#shape();
    const attributes: Attribute[] = [];
    this.#tables.shape = shape.shape;
    for (const { name, namespace, slot } of shape.attributes) {
      const value = this.#tables.strings.string(this.source, slot);
      attributes.push(namespace === null ? [name, value] : [name, value, namespace]);
    }
    return { op: 'element', id, namespace: shape.namespace, name: shape.name, attributes };
  }

  #shape(): ReadShape {
    const index = this.source.varint();
    if (index !== 0) {
      const shape = this.#tables.shapes[index - 1];
      if (shape === undefined) throw new DecodeError('unknown shape');
      return shape;
    }
    const code = this.source.byte();
    const namespace = code === namespaceCode.length ? this.string() : namespaceCode[code];
    if (namespace === undefined) throw new DecodeError('unknown namespace');
    const name = this.string();
    const count = this.source.count();
    if (count > mostAttributes) throw new DecodeError('too many attributes');
    this.#tables.described += count + 1;
    if (this.#tables.described > mostDescribed) throw new DecodeError('too many shapes');
    const attributes: ReadShape['attributes'][number][] = [];
    let slot = this.#tables.slots.root(namespace, name);
    for (let i = 0; i < count; i++) {
      const attribute = { name: this.string(), namespace: this.optional() };
      slot = slot.next(attribute.name, attribute.namespace ?? '');
      attributes.push({ ...attribute, slot });
    }
    const shape = { namespace, name, attributes, shape: slot };
    if (this.#tables.shapes.length < shapeEntries) this.#tables.shapes.push(shape);
    return shape;
  }

  /** A new text; see {@link longText}. */
  text(id: NodeId): Op {
    const data = this.#tables.strings.string(this.source, this.#tables.shape.next());
    if (data.length >= longText) this.#tables.recent.set(dataKey(id), data);
    return { op: 'text', id, data };
  }

  attribute(node: NodeId, delta: boolean): Op {
    const name = this.string();
    const namespace = this.optional();
    const key = attributeKey(node, name, namespace);
    const value = delta
      ? this.#difference(this.#tables.recent.get(key))
      : this.#tables.strings.optional(this.source, this.#tables.slots.none.next(name));
    if (isLong(value)) this.#tables.recent.set(key, value);
    return { op: 'attribute', node, name, namespace, value };
  }

  data(node: NodeId, delta: boolean): Op {
    const key = dataKey(node);
    const data = delta ? this.#difference(this.#tables.recent.get(key)) : this.literal();
    this.#tables.recent.set(key, data);
    return { op: 'data', node, data };
  }

  #difference(former: string | undefined): string {
    return this.#tables.strings.difference(this.source, former);
  }

  property(node: NodeId): Op {
    const name = propertyNames[this.source.byte()];
    if (name === undefined) throw new DecodeError('unknown property');
    return { op: 'property', node, name, value: this.#value() };
  }

  #value(): PropertyValue {
    const kind = this.source.byte();
    switch (kind) {
      case valueKind.false:
        return false;
      case valueKind.true:
        return true;
      case valueKind.string:
        return this.literal();
      case valueKind.number:
        return this.number();
      case valueKind.strings:
        return this.literals();
      case valueKind.ids:
        return this.ids();
      default:
        throw new DecodeError('unknown value');
    }
  }

  points() {
    return this.#list(() => ({ ...this.point(), at: this.source.varint() }));
  }

  /** A point, told by its way from the last one. */
  point(): { x: number; y: number } {
    const { x, y } = this.#tables.point;
    this.#tables.point = { x: (x + this.source.zigzag()) | 0, y: (y + this.source.zigzag()) | 0 };
    return this.#tables.point;
  }
}
