import type { Listeners } from './listeners.ts';
import { viewportOffset } from './viewport-offset.ts';

export const darkScheme = '(prefers-color-scheme:dark)';

export interface PresenceDelegate {
  pointed(x: number, y: number, at: number, element: Element | null): void;
  clicked(x: number, y: number, element: Element): void;
  hovered(element: Element | null): void;
  activated(element: Element | null): void;
  scrolled(target: Element | Document): void;
  selectionChanged(document: Document): void;
  /** Focus, target, viewport: something may be different. */
  viewChanged(): void;
}

/** Sees where the customer points, clicks, scrolls and types, in every captured window. */
export class PresenceObserver {
  readonly #top: Window;
  readonly #delegate: PresenceDelegate;

  /** Positions are told in the viewport of `top`. */
  constructor(top: Window, delegate: PresenceDelegate) {
    this.#top = top;
    this.#delegate = delegate;
  }

  listen(window: Window, on: Listeners): void {
    const { document } = window;
    on.add(window, 'pointermove pointerdown', (event: PointerEvent) => this.#pointed(event, window));
    // What is under the pointer changes without a move as well: the page scrolls, or puts something there.
    on.add(window, 'pointerover', (event: PointerEvent) => {
      if (!isOurs(event)) this.#delegate.hovered(target(event));
    });
    on.add(document, 'pointerleave mouseleave', (event: PointerEvent) => {
      if (event.target === document || event.target === document.documentElement)
        this.#delegate.hovered(null);
    });
    on.add(window, 'pointerdown', (event: PointerEvent) => this.#delegate.activated(target(event)));
    on.add(window, 'pointerup pointercancel', () => this.#delegate.activated(null));
    on.add(window, 'click', (event: MouseEvent) => {
      const element = target(event);
      // Keyboards click as well, at no place.
      if (!element || isOurs(event) || (event.detail === 0 && event.clientX === 0)) return;
      const { x, y } = this.#offsetOf(window);
      this.#delegate.clicked(event.clientX + x, event.clientY + y, element);
    });
    on.add(window, 'scroll', (event: Event) => {
      this.#scrolled((event.target as unknown) === window ? document : event.target);
    });
    on.add(window, 'focus blur resize hashchange popstate keydown', () => this.#delegate.viewChanged());
    on.add(document, 'selectionchange', () => this.#delegate.selectionChanged(document));
    on.add(window.matchMedia(darkScheme), 'change', () => this.#delegate.viewChanged());
    if (window.visualViewport)
      on.add(window.visualViewport, 'resize scroll', () => this.#delegate.viewChanged());
  }

  /** Scrolling in a shadow root is heard nowhere else. */
  listenIn(root: ShadowRoot, on: Listeners): void {
    on.add(root, 'scroll', ({ target }: Event) => this.#scrolled(target));
  }

  #scrolled(target: EventTarget | null): void {
    this.#delegate.scrolled(target as Element | Document);
  }

  #pointed(event: PointerEvent, window: Window): void {
    if (isOurs(event)) return;
    const { x, y } = this.#offsetOf(window);
    const element = target(event);
    this.#delegate.pointed(event.clientX + x, event.clientY + y, performance.now(), element);
    this.#delegate.hovered(element);
  }

  /** Where an iframe's viewport stands in the top one. */
  #offsetOf(window: Window): { x: number; y: number } {
    return viewportOffset(window, this.#top) ?? { x: 0, y: 0 };
  }
}

const target = (event: Event): Element | null => {
  const element = event.composedPath()[0] as Element | undefined;
  return element?.nodeType === 1 ? element : null;
};

const isOurs = (event: Event): boolean =>
  event.composedPath().some((at) => (at as Partial<Element>).hasAttribute?.('data-cobrowse-ui'));
