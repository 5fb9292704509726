const shortest = 1000;
const longest = 30_000;

/** Asks for keyframes: at once, and then ever more seldom as long as none has led to a page. */
export class KeyframeRequests {
  readonly #send: () => void;
  #pause = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #asked = false;

  constructor(send: () => void) {
    this.#send = send;
  }

  ask(): void {
    if (this.#timer !== undefined) {
      this.#asked = true;
      return;
    }
    this.#asked = false;
    this.#pause = Math.min(longest, Math.max(shortest, this.#pause * 2));
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      if (this.#asked) this.ask();
    }, this.#pause);
    this.#send();
  }

  /** A keyframe has led to a page. */
  answered(): void {
    this.stop();
    this.#pause = 0;
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#asked = false;
  }
}
