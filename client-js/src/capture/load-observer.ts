import { WindowListeners } from './listeners.ts';

export interface LoadDelegate {
  /** An image, style sheet or iframe loaded, or failed to. */
  loaded(element: Element): void;
}

/** Sees what elements load arrive. */
export class LoadObserver {
  readonly #delegate: LoadDelegate;
  readonly #windows = new WindowListeners();

  constructor(delegate: LoadDelegate) {
    this.#delegate = delegate;
  }

  start(window: Window): void {
    this.#windows.begin(window).add(window, 'load error', (event: Event) => {
      const element = event.target as Element | null;
      if (element?.nodeType === 1) this.#delegate.loaded(element);
    });
  }

  stop(): void {
    this.#windows.undo();
  }
}
