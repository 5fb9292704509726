import { mostBodyBytes } from './body-format.ts';
import { BodyReader } from './body-reader.ts';
import { DecodeError } from './decode-error.ts';
import { type FrameHeader, readFrameHeader } from './frame-header.ts';
import { inflate } from './inflate.ts';
import type { Op } from './op.ts';
import { frameHeaderBytes, limits } from './protocol.gen.ts';

export interface DecodedFrame {
  readonly header: FrameHeader;
  readonly ops: Op[];
}

/**
 * Decodes frames in the order in which they are given, however long inflating takes: at once where it can, else by a
 * promise that settles after those of all earlier frames.
 *
 * Damage throws or rejects with a {@link DecodeError}; frames after it do so too, until a keyframe begins.
 */
export class FrameDecoder {
  readonly #reader = new BodyReader();
  #tail: Promise<unknown> | undefined;
  #damaged = true;

  decode(frame: Uint8Array): DecodedFrame | Promise<DecodedFrame> {
    const header = readFrameHeader(frame);
    if (header === undefined || frame.length > limits.frameBytes) {
      this.#damaged = true;
      throw new DecodeError('no frame');
    }
    const body = frame.subarray(frameHeaderBytes);
    if (this.#tail === undefined && !header.deflated) return this.#read(header, body);
    const decoded = (this.#tail ?? Promise.resolve()).then(async () => {
      try {
        // One at a time: a frame may become a hundred times as large.
        return this.#read(
          header,
          header.deflated ? await inflate(new Uint8Array(body), mostBodyBytes) : body,
        );
      } catch (error) {
        this.#damaged = true;
        throw error;
      }
    });
    const tail: Promise<unknown> = decoded
      .catch(() => {})
      .then(() => {
        if (this.#tail === tail) this.#tail = undefined;
      });
    this.#tail = tail;
    return decoded;
  }

  #read(header: FrameHeader, body: Uint8Array): DecodedFrame {
    if (header.keyframe) this.#damaged = false;
    if (this.#damaged) throw new DecodeError('no keyframe yet');
    try {
      // What not everybody may see shares no tables with the rest.
      const reader = header.class === 0 ? this.#reader : new BodyReader();
      return { header, ops: reader.read(body, header.keyframe) };
    } catch (error) {
      this.#damaged = true;
      throw error;
    }
  }
}
