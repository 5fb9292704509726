/** Counts what a replica still waits for: sheets, bitmaps. */
export class PendingLoads {
  readonly #pending = new Set<Promise<unknown>>();

  get size(): number {
    return this.#pending.size;
  }

  add(load: Promise<unknown>): void {
    const tracked = load
      .catch(() => {})
      .then(() => {
        this.#pending.delete(tracked);
      });
    this.#pending.add(tracked);
  }

  /** Resolves when the loads of now have ended; those that begin meanwhile are not waited for. */
  async begun(): Promise<void> {
    await Promise.all(this.#pending);
  }

  /** Resolves when all loads of now, and those they begin, have ended. */
  async settled(): Promise<void> {
    while (this.#pending.size > 0) await Promise.all(this.#pending);
  }
}
