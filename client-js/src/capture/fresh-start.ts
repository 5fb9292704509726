import { report } from './guard.ts';

const longestPause = 30_000;

/**
 * After a defect nobody knows what replicas have, and all is said anew: at once the first time, then ever later, so that
 * a defect that stays costs the page little.
 */
export class FreshStart {
  readonly #renew: () => void;
  readonly #say: () => void;
  #failures = 0;
  #waits = false;

  /** `renew` gives up what was said so far, `say` begins again. */
  constructor(renew: () => void, say: () => void) {
    this.#renew = renew;
    this.#say = say;
  }

  /** Does what may fail, unless that is to wait. */
  attempt(work: () => void): void {
    if (this.#waits) return;
    try {
      work();
    } catch (error) {
      report(error);
      this.begin();
    }
  }

  begin(): void {
    this.#renew();
    if (this.#waits) return;
    const pause = this.#failures === 0 ? 0 : Math.min(longestPause, 250 * 2 ** this.#failures);
    this.#failures++;
    if (pause === 0) {
      this.#say();
      return;
    }
    this.#waits = true;
    setTimeout(() => {
      this.#waits = false;
      this.#say();
    }, pause);
  }
}
