/** A growing byte buffer that is used again for each frame. */
export class ByteSink {
  bytes = new Uint8Array(1 << 8);
  length = 0;

  #reserve(count: number): void {
    if (this.length + count <= this.bytes.length) return;
    const larger = new Uint8Array(Math.max(this.bytes.length * 2, this.length + count));
    larger.set(this.bytes.subarray(0, this.length));
    this.bytes = larger;
  }

  byte(value: number): void {
    if (this.length === this.bytes.length) this.#reserve(1);
    this.bytes[this.length++] = value;
  }

  /** An unsigned integer below 2^53, seven bits a byte, lowest first. */
  varint(value: number): void {
    if (this.length + 8 > this.bytes.length) this.#reserve(8);
    while (value > 127) {
      this.bytes[this.length++] = (value & 127) | 128;
      value = value > 0x7fffffff ? Math.floor(value / 128) : value >>> 7;
    }
    this.bytes[this.length++] = value;
  }

  /** A signed 32 bit integer whose sign is its lowest bit, `above` what else is said there. */
  zigzag(value: number, above = 0): void {
    this.varint((((value << 1) ^ (value >> 31)) >>> 0) + above);
  }

  double(value: number): void {
    this.#reserve(8);
    new DataView(this.bytes.buffer).setFloat64(this.length, value, true);
    this.length += 8;
  }

  append(bytes: Uint8Array): void {
    this.#reserve(bytes.length);
    this.bytes.set(bytes, this.length);
    this.length += bytes.length;
  }

  /** A copy of all so far. */
  taken(): Uint8Array<ArrayBuffer> {
    return this.bytes.slice(0, this.length);
  }

  clear(): void {
    this.length = 0;
  }
}
