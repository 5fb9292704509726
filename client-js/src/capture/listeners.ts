import { guarded, takeAll } from './guard.ts';

/** Event listeners that can all be taken back at once. They see events first and never hinder them. */
export class Listeners {
  readonly #undo: (() => void)[] = [];

  add<E extends Event>(target: EventTarget, types: string, heard: (event: E) => void): void {
    const listener = guarded(heard) as (event: Event) => void;
    const options = { capture: true, passive: true };
    for (const type of types.split(' ')) {
      this.#undo[this.#undo.length] = () => target.removeEventListener(type, listener, options);
      target.addEventListener(type, listener, options);
    }
  }

  undo(): void {
    takeAll(this.#undo);
  }
}

/** The listeners of several windows and shadow roots, which go when those go. */
export class WindowListeners {
  readonly #of = new WeakMap<object, Listeners>();
  #all: WeakRef<Listeners>[] = [];
  #sweepAt = 64;

  /** `document.open` takes listeners away, so that starting again listens again. */
  begin(window: object): Listeners {
    this.#of.get(window)?.undo();
    const listeners = new Listeners();
    this.#of.set(window, listeners);
    if (this.#all.push(new WeakRef(listeners)) > this.#sweepAt) {
      this.#all = this.#all.filter((each) => each.deref());
      this.#sweepAt = 64 + 2 * this.#all.length;
    }
    return listeners;
  }

  undo(): void {
    takeAll(this.#all.map((each) => () => each.deref()?.undo()));
    this.#all = [];
  }
}
