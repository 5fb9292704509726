import { bodyPart } from './body-format.ts';
import { ByteModel } from './byte-model.ts';
import { ByteSink } from './byte-sink.ts';

/** Packs small bodies by what those before said since a keyframe began: an arithmetic coder over {@link ByteModel}. */
export class BodyPacker {
  readonly #model = new ByteModel();
  readonly #out = new ByteSink();

  /** Packs the body behind the first `offset` bytes, which are free in the answer as well. */
  pack(frame: Uint8Array, offset: number): Uint8Array {
    const model = this.#model;
    const out = this.#out;
    model.begin();
    out.length = offset;
    out.varint(bodyPart.packed + frame.length - offset);
    let low = 0;
    let high = 0xffffffff;
    for (let i = offset; i < frame.length; i++) {
      for (let at = 7; at >= 0; at--) {
        const bit = (frame[i]! >> at) & 1;
        const middle = low + ((high - low) >>> 12) * model.likely();
        if (bit) high = middle;
        else low = middle + 1;
        model.learn(bit);
        for (; (low ^ high) >>> 24 === 0; low = (low << 8) >>> 0, high = ((high << 8) | 255) >>> 0)
          out.byte(low >>> 24);
      }
    }
    // The shortest number between them, behind which nothing stands.
    out.byte((low >>> 24) + 1);
    return out.taken();
  }
}
