/** `rested`: nothing was done in this animation frame. `spent`: its work is done. `soon`, `asked`: work is due. */
type State = 'rested' | 'soon' | 'spent' | 'asked';

/** Where frames are paused, as in an iframe out of sight, work goes on at this pace. */
const hiddenInterval = 100;

/** Runs work once an animation frame: at the end of the turn that first asks for it, what comes later in the next. */
export class FrameClock {
  readonly #view: Window;
  readonly #work: () => void;
  #state: State = 'rested';
  #frame = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(view: Window, work: () => void) {
    this.#view = view;
    this.#work = work;
  }

  /** Asks for one run; more asks before it are the same one. */
  request(): void {
    // A hidden tab gets no frames, and its timers come once a second, later once a minute: there each turn is a frame.
    if (this.#view.document.hidden && this.#state !== 'soon') this.cancel();
    if (this.#state === 'spent') this.#state = 'asked';
    if (this.#state !== 'rested') return;
    this.#state = 'soon';
    queueMicrotask(() => {
      if (this.#state === 'soon') this.#run();
    });
  }

  cancel(): void {
    this.#state = 'rested';
    this.#unschedule();
  }

  #run(): void {
    this.#state = 'spent';
    this.#timer = setTimeout(() => this.#next(), hiddenInterval);
    this.#frame = this.#view.requestAnimationFrame(() => this.#next());
    this.#work();
  }

  #next(): void {
    this.#unschedule();
    if (this.#state === 'asked') this.#run();
    else this.#state = 'rested';
  }

  #unschedule(): void {
    clearTimeout(this.#timer);
    this.#view.cancelAnimationFrame(this.#frame);
  }
}
