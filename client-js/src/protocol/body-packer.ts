import { bodyPart } from './body-format.ts';
import { ByteModel, none } from './byte-model.ts';
import { ByteSink } from './byte-sink.ts';

/** Packs small bodies by what those before said since a keyframe began: an arithmetic coder over {@link ByteModel}. */
export class BodyPacker {
  readonly #model = new ByteModel();
  readonly #out = new ByteSink();
  #low = 0;
  #high = 0;

  /** Packs the body behind the first `offset` bytes, which are free in the answer as well. */
  pack(frame: Uint8Array, offset: number): Uint8Array {
    this.#model.begin();
    this.#out.length = offset;
    this.#out.varint(bodyPart.packed + frame.length - offset);
    this.#low = 0;
    this.#high = 0xffffffff;
    for (const byte of frame.subarray(offset)) {
      const usual = this.#model.usual();
      if (usual !== none) this.#bit(0, byte === usual ? 1 : 0);
      for (let at = byte === usual && byte !== none ? 0 : 8; at > 0; at--)
        this.#bit((256 | byte) >> at, (byte >> (at - 1)) & 1);
      this.#model.came(byte);
    }
    // The shortest number between them, behind which nothing stands.
    this.#out.byte((this.#low >>> 24) + 1);
    return this.#out.taken();
  }

  #bit(place: number, bit: number): void {
    const middle = this.#low + ((this.#high - this.#low) >>> 12) * this.#model.likely(place);
    if (bit) this.#high = middle;
    else this.#low = middle + 1;
    this.#model.learn(bit);
    while ((this.#low ^ this.#high) >>> 24 === 0) {
      this.#out.byte(this.#low >>> 24);
      this.#low = (this.#low << 8) >>> 0;
      this.#high = ((this.#high << 8) | 255) >>> 0;
    }
  }
}
