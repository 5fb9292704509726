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

/** The listeners of several windows. */
export class WindowListeners {
  readonly #of = new WeakMap<Window, Listeners>();
  readonly #undo: (() => void)[] = [];

  has(window: Window): boolean {
    return this.#of.has(window);
  }

  /** `document.open` takes listeners away, so that starting again listens again. */
  begin(window: Window): Listeners {
    this.#of.get(window)?.undo();
    const listeners = new Listeners();
    this.#of.set(window, listeners);
    this.#undo[this.#undo.length] = () => listeners.undo();
    return listeners;
  }

  undo(): void {
    takeAll(this.#undo);
  }
}
