import { ByteModel, none } from './byte-model.ts';

/** Takes apart what a packer made, body by body. */
export class BodyUnpacker {
  readonly #model = new ByteModel();
  #packed: Uint8Array = new Uint8Array();
  #at = 0;
  #low = 0;
  #high = 0;
  #value = 0;

  /** The body of `length` bytes that `packed` is. */
  unpack(packed: Uint8Array, length: number): Uint8Array {
    this.#model.begin();
    this.#packed = packed;
    this.#at = 0;
    this.#low = 0;
    this.#high = 0xffffffff;
    for (let i = 0; i < 4; i++) this.#take();
    return Uint8Array.from({ length }, () => this.#byte());
  }

  #byte(): number {
    const usual = this.#model.usual();
    let place = 1;
    if (usual !== none && this.#bit(0)) place = usual;
    else while (place < 256) place = place * 2 + this.#bit(place);
    this.#model.came(place & 255);
    return place & 255;
  }

  #bit(place: number): number {
    const middle = this.#low + ((this.#high - this.#low) >>> 12) * this.#model.likely(place);
    const bit = this.#value <= middle ? 1 : 0;
    if (bit) this.#high = middle;
    else this.#low = middle + 1;
    this.#model.learn(bit);
    while ((this.#low ^ this.#high) >>> 24 === 0) {
      this.#low = (this.#low << 8) >>> 0;
      this.#high = ((this.#high << 8) | 255) >>> 0;
      this.#take();
    }
    return bit;
  }

  /** Behind the end there is nothing but zeros. */
  #take(): void {
    this.#value = ((this.#value << 8) | (this.#packed[this.#at++] ?? 0)) >>> 0;
  }
}
