import { tried } from '../capture/tried.ts';

/** How long after the customer's last key or press an agent waits, in milliseconds. */
const moment = 2000;
/** Less is a table that shook. */
const stirred = 8;

/**
 * The customer's own keys and pointer, which always win. Only what the browser vouches for counts: neither an agent's
 * doing nor what a page makes up.
 */
export class CustomerHands {
  readonly #told: (onPage: boolean) => void;
  readonly #heard = new Set<Window>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #from: { readonly x: number; readonly y: number } | undefined;

  constructor(told: (onPage: boolean) => void) {
    this.#told = told;
  }

  get onPage(): boolean {
    return this.#timer !== undefined;
  }

  start(): void {
    this.#listen(window);
  }

  /** Iframes come and go. */
  look(): void {
    this.#listen(window);
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    for (const view of this.#heard)
      tried(() => {
        for (const type of types) view.removeEventListener(type, this.#happened, true);
      });
    this.#heard.clear();
  }

  #listen(view: Window): void {
    if (!this.#heard.has(view)) {
      this.#heard.add(view);
      for (const type of types) view.addEventListener(type, this.#happened, { capture: true, passive: true });
    }
    for (let at = 0; at < view.length; at++)
      tried(() => {
        const inner = view[at]!;
        if (inner.document) this.#listen(inner);
      });
  }

  readonly #happened = (event: Event): void => {
    if (!event.isTrusted) return;
    if (event.type === 'pointermove') {
      const { clientX: x, clientY: y, buttons } = event as PointerEvent;
      this.#from ??= { x, y };
      if (!buttons && Math.hypot(x - this.#from.x, y - this.#from.y) < stirred) return;
      this.#from = { x, y };
    }
    const began = !this.onPage;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.#from = undefined;
      this.#told(false);
    }, moment);
    if (began) this.#told(true);
  };
}

const types = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const;
