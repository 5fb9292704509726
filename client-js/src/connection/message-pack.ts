/** The MessagePack that hub messages need: nil, booleans, numbers, strings, bytes, arrays and string-keyed maps. */
export type Packed =
  | null
  | boolean
  | number
  | string
  | Uint8Array
  | readonly Packed[]
  | { readonly [key: string]: Packed };

const utf8 = new TextEncoder();
const text = new TextDecoder();

/** Writes values into one growing buffer. */
export class PackWriter {
  #bytes: Uint8Array;
  #view: DataView;
  #length = 0;

  constructor(capacity = 256) {
    this.#bytes = new Uint8Array(capacity);
    this.#view = new DataView(this.#bytes.buffer);
  }

  written(): Uint8Array {
    return this.#bytes.subarray(0, this.#length);
  }

  write(value: Packed): void {
    if (value === null || value === undefined) this.byte(0xc0);
    else if (typeof value === 'boolean') this.byte(value ? 0xc3 : 0xc2);
    else if (typeof value === 'number') this.#number(value);
    else if (typeof value === 'string') {
      const encoded = utf8.encode(value);
      this.#head(encoded.length, 0xa0, 32, 0xd9);
      this.raw(encoded);
    } else if (value instanceof Uint8Array) {
      this.#head(value.length, 0, 0, 0xc4);
      this.raw(value);
    } else if (isList(value)) {
      this.#head(value.length, 0x90, 16, 0xdb);
      for (const item of value) this.write(item);
    } else {
      const entries = Object.entries(value);
      this.#head(entries.length, 0x80, 16, 0xdd);
      for (const [key, item] of entries) {
        this.write(key);
        this.write(item);
      }
    }
  }

  raw(bytes: Uint8Array): void {
    const at = this.#grow(bytes.length);
    this.#bytes.set(bytes, at);
  }

  byte(value: number): void {
    const at = this.#grow(1);
    this.#bytes[at] = value;
  }

  #number(value: number): void {
    if (!Number.isSafeInteger(value)) {
      this.byte(0xcb);
      this.#room(8).setFloat64(this.#length - 8, value);
    } else if (value >= 0 && value < 128) this.byte(value);
    else if (value < 0 && value >= -32) this.byte(value & 0xff);
    else if (value >= 0 && value <= 0xffffffff) {
      this.byte(0xce);
      this.#room(4).setUint32(this.#length - 4, value);
    } else {
      this.byte(0xd3);
      this.#room(8).setBigInt64(this.#length - 8, BigInt(value));
    }
  }

  /** A length: inside `fix` below `fixed`, else after the 8-bit code `wide` or its 16- and 32-bit neighbours. */
  #head(length: number, fix: number, fixed: number, wide: number): void {
    // Arrays (0xdb + 1) and maps (0xdd + 1) know no 8-bit form.
    const eight = wide !== 0xdb && wide !== 0xdd;
    if (length < fixed) this.byte(fix | length);
    else if (eight && length < 0x100) {
      this.byte(wide);
      this.byte(length);
    } else if (length < 0x10000) {
      this.byte(wide + 1);
      this.#room(2).setUint16(this.#length - 2, length);
    } else {
      this.byte(wide + 2);
      this.#room(4).setUint32(this.#length - 4, length);
    }
  }

  /** The view over the buffer, with `by` more bytes in it. Growing may replace the buffer. */
  #room(by: number): DataView {
    this.#grow(by);
    return this.#view;
  }

  #grow(by: number): number {
    const at = this.#length;
    this.#length += by;
    if (this.#length > this.#bytes.length) {
      const larger = new Uint8Array(Math.max(this.#length, this.#bytes.length * 2));
      larger.set(this.#bytes.subarray(0, at));
      this.#bytes = larger;
      this.#view = new DataView(larger.buffer);
    }
    return at;
  }
}

function isList(value: Packed): value is readonly Packed[] {
  return Array.isArray(value);
}

/** Reads one value. Throws on bytes that are none, on nesting deeper than `depth` and on lengths that lie. */
export function unpack(bytes: Uint8Array, depth: number): unknown {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;

  const take = (length: number): number => {
    const start = at;
    at += length;
    if (at > bytes.length) throw new RangeError('truncated');
    return start;
  };
  const size = (wide: number): number =>
    wide === 0 ? view.getUint8(take(1)) : wide === 1 ? view.getUint16(take(2)) : view.getUint32(take(4));
  const string = (length: number): string => text.decode(bytes.subarray(take(length), at));
  const binary = (length: number): Uint8Array => bytes.slice(take(length), at);
  const list = (length: number, left: number): unknown[] => {
    const items: unknown[] = [];
    for (let i = 0; i < length; i++) items.push(value(left - 1));
    return items;
  };
  const map = (length: number, left: number): Record<string, unknown> => {
    const entries: Record<string, unknown> = Object.create(null);
    for (let i = 0; i < length; i++) entries[String(value(left - 1))] = value(left - 1);
    return entries;
  };

  const value = (left: number): unknown => {
    if (left < 0) throw new RangeError('nested too deep');
    const code = view.getUint8(take(1));
    if (code < 0x80) return code;
    if (code < 0x90) return map(code & 15, left);
    if (code < 0xa0) return list(code & 15, left);
    if (code < 0xc0) return string(code & 31);
    if (code >= 0xe0) return code - 0x100;
    switch (code) {
      case 0xc0:
        return null;
      case 0xc2:
        return false;
      case 0xc3:
        return true;
      case 0xc4:
      case 0xc5:
      case 0xc6:
        return binary(size(code - 0xc4));
      case 0xc7:
      case 0xc8:
      case 0xc9:
        return extension(size(code - 0xc7));
      case 0xca:
        return view.getFloat32(take(4));
      case 0xcb:
        return view.getFloat64(take(8));
      case 0xcc:
      case 0xcd:
      case 0xce:
        return size(code - 0xcc);
      case 0xcf:
        return Number(view.getBigUint64(take(8)));
      case 0xd0:
        return view.getInt8(take(1));
      case 0xd1:
        return view.getInt16(take(2));
      case 0xd2:
        return view.getInt32(take(4));
      case 0xd3:
        return Number(view.getBigInt64(take(8)));
      case 0xd4:
      case 0xd5:
      case 0xd6:
      case 0xd7:
      case 0xd8:
        return extension(1 << (code - 0xd4));
      case 0xd9:
      case 0xda:
      case 0xdb:
        return string(size(code - 0xd9));
      case 0xdc:
      case 0xdd:
        return list(size(code - 0xdb), left);
      case 0xde:
      case 0xdf:
        return map(size(code - 0xdd), left);
      default:
        throw new RangeError('no such code');
    }
  };
  // We send and expect none; a newer node's are skipped.
  const extension = (length: number): undefined => {
    take(length + 1);
  };

  return value(depth);
}
