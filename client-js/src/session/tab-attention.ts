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
  readonly #delegate: TabAttentionDelegate;
  readonly #heard: readonly (readonly [EventTarget, string, (event: Event) => void])[];

  constructor(delegate: TabAttentionDelegate) {
    this.#delegate = delegate;
    const attended = () => {
      if (document.visibilityState === 'visible') this.#delegate.attended();
    };
    this.#heard = [
      [document, 'visibilitychange', attended],
      [window, 'focus', attended],
      [window, 'pagehide', () => this.#delegate.leaving()],
      [window, 'pageshow', (event) => (event as PageTransitionEvent).persisted && this.#delegate.returned()],
      [window, 'storage', (event) => this.#stored((event as StorageEvent).key)],
    ];
  }

  start(): void {
    for (const [target, type, listener] of this.#heard) target.addEventListener(type, listener);
  }

  stop(): void {
    for (const [target, type, listener] of this.#heard) target.removeEventListener(type, listener);
  }

  #stored(key: string | null): void {
    // A null key is a cleared storage.
    if (key === pointerKey || key === null) this.#delegate.pointerChanged();
  }
}
