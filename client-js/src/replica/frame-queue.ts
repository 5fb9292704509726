import { type DecodedFrame, FrameDecoder } from '../protocol/index.ts';

/** Decodes frames in order, at once where possible. */
export class FrameQueue {
  readonly #decoder = new FrameDecoder();
  readonly #onFrame: (frame: DecodedFrame) => void;
  readonly #onDamage: (reason: string) => void;
  #decoding: Promise<void> | undefined;

  constructor(onFrame: (frame: DecodedFrame) => void, onDamage: (reason: string) => void) {
    this.#onFrame = onFrame;
    this.#onDamage = onDamage;
  }

  push(frame: Uint8Array): void {
    try {
      const decoded = this.#decoder.decode(frame);
      if (!(decoded instanceof Promise)) {
        this.#onFrame(decoded);
        return;
      }
      const decoding = decoded
        .then(
          (done) => this.#onFrame(done),
          (error: unknown) => this.#onDamage(reasonOf(error)),
        )
        .then(() => {
          if (this.#decoding === decoding) this.#decoding = undefined;
        });
      this.#decoding = decoding;
    } catch (error) {
      this.#onDamage(reasonOf(error));
    }
  }

  /** Resolves when all frames pushed so far are decoded. */
  async settled(): Promise<void> {
    while (this.#decoding) await this.#decoding;
  }
}

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : 'damage');
