import { WindowListeners } from './listeners.ts';

export interface LoadDelegate {
  /** An image, style sheet or iframe loaded, or failed to. */
  loaded(element: Element): void;
}

/** Sees what elements load arrive. */
export class LoadObserver {
  readonly #delegate: LoadDelegate;
  readonly #roots = new WindowListeners();

  constructor(delegate: LoadDelegate) {
    this.#delegate = delegate;
  }

  /** A load is heard in the root of its element, and nowhere else: not by the window either. */
  start(root: Document | ShadowRoot): void {
    this.#roots.begin(root).add(root, 'load error', (event: Event) => {
      const element = event.target as Element | null;
      if (element?.nodeType === 1) this.#delegate.loaded(element);
    });
  }

  stop(): void {
    this.#roots.undo();
  }
}
