import { Listeners } from './listeners.ts';

export interface LoadDelegate {
  /** An image, style sheet or iframe loaded, or failed to. */
  loaded(element: Element): void;
}

/** Sees what elements load arrive. */
export class LoadObserver {
  readonly #delegate: LoadDelegate;
  readonly #windows = new Map<Window, Listeners>();

  constructor(delegate: LoadDelegate) {
    this.#delegate = delegate;
  }

  start(window: Window): void {
    this.#windows.get(window)?.undo();
    const on = new Listeners();
    this.#windows.set(window, on);
    on.add(window, 'load error', (event: Event) => {
      const element = event.target as Element | null;
      if (element?.nodeType === 1) this.#delegate.loaded(element);
    });
  }

  stop(): void {
    for (const listeners of this.#windows.values()) listeners.undo();
    this.#windows.clear();
  }
}
