/** Most bytes kept for a replica that is not there yet. */
const patience = 32 * 1024 * 1024;

/**
 * Carries frames from the connection to the replica of the moment. What comes before the replica stands is kept, in
 * order; what would be kept beyond the bound is given up and the replica then asks for a keyframe.
 */
export class FrameFeed {
  #kept: Uint8Array[] = [];
  #keptBytes = 0;
  #overflowed = false;
  #sink: ((frame: Uint8Array) => void) | undefined;

  /** The epoch in which the nodes of the picture are numbered. */
  epoch: number | undefined;

  push(frame: Uint8Array): void {
    if (frame.byteLength >= 8) this.epoch = new DataView(frame.buffer, frame.byteOffset).getUint32(4, true);
    if (this.#sink) {
      this.#sink(frame);
      return;
    }
    this.#keptBytes += frame.byteLength;
    if (this.#keptBytes > patience) {
      this.#kept = [];
      this.#overflowed = true;
    } else this.#kept.push(frame);
  }

  /** Hands over all that was kept and all that comes. Answers false when frames were lost in between. */
  attach(sink: (frame: Uint8Array) => void): boolean {
    const whole = !this.#overflowed;
    const kept = this.#kept;
    this.reset();
    this.#sink = sink;
    if (whole) for (const frame of kept) sink(frame);
    return whole;
  }

  detach(): void {
    this.#sink = undefined;
  }

  /** Forgets what was kept, as for another session. */
  reset(): void {
    this.#kept = [];
    this.#keptBytes = 0;
    this.#overflowed = false;
  }
}
