import { ByteModel } from './byte-model.ts';

/** Takes apart what a packer made, body by body. */
export class BodyUnpacker {
  readonly #model = new ByteModel();

  /** The body of `length` bytes that `packed` is. */
  unpack(packed: Uint8Array, length: number): Uint8Array {
    const model = this.#model;
    model.begin();
    const body = new Uint8Array(length);
    let at = 0;
    let low = 0;
    let high = 0xffffffff;
    let value = 0;
    const take = () => {
      value = ((value << 8) | (packed[at++] ?? 0)) >>> 0;
    };
    for (let i = 0; i < 4; i++) take();
    for (let i = 0; i < length; i++) {
      for (let k = 0; k < 8; k++) {
        const middle = low + ((high - low) >>> 12) * model.likely();
        const bit = value <= middle ? 1 : 0;
        if (bit) high = middle;
        else low = middle + 1;
        model.learn(bit);
        body[i] = body[i]! * 2 + bit;
        for (; (low ^ high) >>> 24 === 0; low = (low << 8) >>> 0, high = ((high << 8) | 255) >>> 0) take();
      }
    }
    return body;
  }
}
