import { guarded } from './guard.ts';

/** Event listeners that can all be taken back at once. They see events first and never hinder them. */
export class Listeners {
  readonly #undo: (() => void)[] = [];

  add<E extends Event>(target: EventTarget, types: string, heard: (event: E) => void): void {
    const listener = guarded(heard) as (event: Event) => void;
    const options = { capture: true, passive: true };
    for (const type of types.split(' ')) {
      target.addEventListener(type, listener, options);
      this.#undo.push(() => target.removeEventListener(type, listener, options));
    }
  }

  undo(): void {
    for (const undo of this.#undo.splice(0)) undo();
  }
}
