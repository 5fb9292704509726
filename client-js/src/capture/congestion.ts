import type { MutationCollector } from './mutation-collector.ts';

/** Beyond so many changes that wait, nodes that are gone would fill the memory: then all is said anew. */
const mostWaiting = 50_000;

/** Lets changes wait, and become one, while the network lags behind. */
export class Congestion {
  /** So much has changed meanwhile that it was dropped: only a new epoch tells it. */
  outgrown = false;
  readonly #changes: MutationCollector;
  readonly #congested: () => boolean;

  constructor(changes: MutationCollector, congested: (() => boolean) | undefined) {
    this.#changes = changes;
    this.#congested = congested ?? (() => false);
  }

  /** Whether changes wait now. */
  holds(): boolean {
    if (!this.#congested()) return false;
    if (this.#changes.size >= mostWaiting) {
      this.#changes.take();
      this.outgrown = true;
    }
    return true;
  }
}
