import { DecodeError } from './decode-error.ts';

/** Reads what {@link ByteSink} wrote; never past its end. */
export class ByteSource {
  readonly #bytes: Uint8Array;
  #at: number;
  readonly #end: number;

  constructor(bytes: Uint8Array, start = 0, end = bytes.length) {
    this.#bytes = bytes;
    this.#at = start;
    this.#end = end;
  }

  get position(): number {
    return this.#at;
  }

  get left(): number {
    return this.#end - this.#at;
  }

  byte(): number {
    if (this.#at >= this.#end) throw new DecodeError('truncated');
    return this.#bytes[this.#at++]!;
  }

  varint(): number {
    let value = 0;
    let unit = 1;
    for (let i = 0; i < 8; i++) {
      const byte = this.byte();
      value += (byte & 127) * unit;
      if (byte < 128) {
        if (value > Number.MAX_SAFE_INTEGER) break;
        return value;
      }
      unit *= 128;
    }
    throw new DecodeError('number too long');
  }

  zigzag(): number {
    const value = this.varint();
    if (value > 0xffffffff) throw new DecodeError('number too large');
    return (value >>> 1) ^ -(value & 1);
  }

  /** A count of things that take at least a byte each, so never more than what is left. */
  count(): number {
    const value = this.varint();
    if (value > this.left) throw new DecodeError('count too large');
    return value;
  }

  double(): number {
    if (this.left < 8) throw new DecodeError('truncated');
    const value = new DataView(this.#bytes.buffer, this.#bytes.byteOffset + this.#at, 8).getFloat64(0, true);
    this.#at += 8;
    return value;
  }
}
