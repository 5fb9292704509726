import { pointerKey } from './session-pointer.ts';

export interface TabAttentionDelegate {
  /** The customer looks at this tab again. */
  attended(): void;
  /** The page goes away, perhaps into the back-forward cache. */
  leaving(): void;
  /** The page came back out of the back-forward cache. */
  returned(): void;
  /** Another tab wrote or removed the session's pointer. */
  pointerChanged(): void;
}

/** Tells when the customer turns to this tab, or away from this page. */
export class TabAttention {
  #watching = false;
  readonly #delegate: TabAttentionDelegate;

  constructor(delegate: TabAttentionDelegate) {
    this.#delegate = delegate;
  }

  start(): void {
    if (this.#watching) return;
    this.#watching = true;
    document.addEventListener('visibilitychange', this.#attended);
    addEventListener('focus', this.#attended);
    addEventListener('pagehide', this.#leaving);
    addEventListener('pageshow', this.#returned);
    addEventListener('storage', this.#stored);
  }

  stop(): void {
    this.#watching = false;
    document.removeEventListener('visibilitychange', this.#attended);
    removeEventListener('focus', this.#attended);
    removeEventListener('pagehide', this.#leaving);
    removeEventListener('pageshow', this.#returned);
    removeEventListener('storage', this.#stored);
  }

  readonly #attended = (): void => {
    if (document.visibilityState === 'visible') this.#delegate.attended();
  };

  readonly #leaving = (): void => this.#delegate.leaving();

  readonly #returned = (event: PageTransitionEvent): void => {
    if (event.persisted) this.#delegate.returned();
  };

  readonly #stored = (event: StorageEvent): void => {
    // A null key is a cleared storage.
    if (event.key === pointerKey || event.key === null) this.#delegate.pointerChanged();
  };
}
