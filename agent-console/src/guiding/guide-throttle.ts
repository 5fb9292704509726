/** Guidance at most this often, in milliseconds: 30 a second. */
const least = 1000 / 30;

/** Sends the newest of many points, in step with animation frames and never more often than 30 times a second. */
export class GuideThrottle<T> {
  readonly #send: (value: T) => void;
  readonly #schedule: (callback: (now: number) => void) => number;
  readonly #cancel: (handle: number) => void;
  #waiting: { readonly value: T } | undefined;
  #handle: number | undefined;
  #sentAt = Number.NEGATIVE_INFINITY;

  constructor(
    send: (value: T) => void,
    schedule: (callback: (now: number) => void) => number = (callback) => requestAnimationFrame(callback),
    cancel: (handle: number) => void = (handle) => cancelAnimationFrame(handle),
  ) {
    this.#send = send;
    this.#schedule = schedule;
    this.#cancel = cancel;
  }

  offer(value: T): void {
    this.#waiting = { value };
    this.#handle ??= this.#schedule(this.#tick);
  }

  /** Forgets what waits. */
  drop(): void {
    this.#waiting = undefined;
    if (this.#handle !== undefined) this.#cancel(this.#handle);
    this.#handle = undefined;
  }

  readonly #tick = (now: number): void => {
    this.#handle = undefined;
    if (!this.#waiting) return;
    // Frames come a little early or late; a millisecond's grace keeps a 60 Hz screen at every second one.
    if (now - this.#sentAt < least - 1) {
      this.#handle = this.#schedule(this.#tick);
      return;
    }
    const { value } = this.#waiting;
    this.#waiting = undefined;
    this.#sentAt = now;
    this.#send(value);
  };
}
