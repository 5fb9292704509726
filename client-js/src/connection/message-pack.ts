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

/** How numbers are read, from the code 0xca on. */
const numbers = [
  ['getFloat32', 4],
  ['getFloat64', 8],
  ['getUint8', 1],
  ['getUint16', 2],
  ['getUint32', 4],
  ['getBigUint64', 8],
  ['getInt8', 1],
  ['getInt16', 2],
  ['getInt32', 4],
  ['getBigInt64', 8],
] as const;

/** The bytes of a value, in parts. */
export function pack(value: Packed, parts: Uint8Array[] = []): Uint8Array[] {
  const put = (...bytes: number[]) => parts.push(Uint8Array.from(bytes));
  // A length: inside `fix` below `fixed`, else after the 8-bit code `wide`, where there is one, or those behind it.
  const head = (length: number, fix: number, fixed: number, wide: number, eight = true) => {
    if (length < fixed) put(fix | length);
    else if (eight && length < 0x100) put(wide, length);
    else if (length < 0x10000) put(wide + 1, length >> 8, length);
    else put(wide + 2, length >> 24, length >> 16, length >> 8, length);
  };
  if (value === null || value === undefined) put(0xc0);
  else if (typeof value === 'boolean') put(value ? 0xc3 : 0xc2);
  else if (typeof value === 'number') number(value, put);
  else if (typeof value === 'string') {
    const encoded = utf8.encode(value);
    head(encoded.length, 0xa0, 32, 0xd9);
    parts.push(encoded);
  } else if (value instanceof Uint8Array) {
    head(value.length, 0, 0, 0xc4);
    parts.push(value);
  } else if (isList(value)) {
    head(value.length, 0x90, 16, 0xdb, false);
    for (const item of value) pack(item, parts);
  } else {
    const entries = Object.entries(value);
    head(entries.length, 0x80, 16, 0xdd, false);
    for (const item of entries.flat()) pack(item, parts);
  }
  return parts;
}

function number(value: number, put: (...bytes: number[]) => void): void {
  const view = new DataView(new ArrayBuffer(8));
  const bytes = new Uint8Array(view.buffer);
  if (value >>> 0 === value && value < 128) put(value);
  else if (Number.isSafeInteger(value)) {
    view.setBigInt64(0, BigInt(value));
    put(0xd3, ...bytes);
  } else {
    view.setFloat64(0, value);
    put(0xcb, ...bytes);
  }
}

export function joined(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
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
  const number = (code: number): number => {
    const [read, width] = numbers[code - 0xca]!;
    return Number(view[read](take(width)));
  };
  /** A length of one byte, of two or of four. */
  const size = (wide: number): number => number(0xcc + wide);
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

  // We send and expect none; a newer node's are skipped.
  const extension = (length: number): undefined => {
    take(length + 1);
  };

  const value = (left: number): unknown => {
    if (left < 0) throw new RangeError('nested too deep');
    const code = view.getUint8(take(1));
    if (code < 0x80) return code;
    if (code < 0x90) return map(code & 15, left);
    if (code < 0xa0) return list(code & 15, left);
    if (code < 0xc0) return string(code & 31);
    if (code >= 0xe0) return code - 0x100;
    if (code > 0xdd) return map(size(code - 0xdd), left);
    if (code > 0xdb) return list(size(code - 0xdb), left);
    if (code > 0xd8) return string(size(code - 0xd9));
    if (code > 0xd3) return extension(1 << (code - 0xd4));
    if (code > 0xc9) return number(code);
    if (code > 0xc6) return extension(size(code - 0xc7));
    if (code > 0xc3) return binary(size(code - 0xc4));
    if (code > 0xc1) return code === 0xc3;
    if (code > 0xc0) throw new RangeError('no such code');
    return null;
  };
  return value(depth);
}
