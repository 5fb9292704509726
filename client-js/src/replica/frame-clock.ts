/** Runs work in the next animation frame, or soon after where frames are paused. */
export class FrameClock {
  readonly #view: Window;
  readonly #work: () => void;
  #frame = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(view: Window, work: () => void) {
    this.#view = view;
    this.#work = work;
  }

  /** Asks for one run; more asks before it are the same one. */
  request(): void {
    if (this.#timer !== undefined) return;
    const run = () => {
      this.cancel();
      this.#work();
    };
    // A hidden tab or an iframe out of sight gets no animation frames.
    this.#timer = setTimeout(run, 100);
    this.#frame = this.#view.requestAnimationFrame(run);
  }

  get pending(): boolean {
    return this.#timer !== undefined;
  }

  cancel(): void {
    if (this.#timer === undefined) return;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#view.cancelAnimationFrame(this.#frame);
  }
}
