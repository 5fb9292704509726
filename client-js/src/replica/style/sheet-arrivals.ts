import { hasAttributeOf, isConnected } from '../tree/dom-order.ts';

type Owner = Element & { readonly sheet: CSSStyleSheet | null };

const longestLoad = 10_000;

/**
 * Waits for sheets that elements load. A wait ends when the sheet is there or cannot be, when another load takes its
 * place, and when none will come: a link that left the document, or is disabled, tells nothing.
 */
export class SheetArrivals {
  readonly #waits = new Map<Owner, { readonly arrival: Promise<void>; readonly end: () => void }>();

  /** Resolves when the sheet that `owner` begins to load has come, or will not. */
  next(owner: Element): Promise<void> {
    this.forget(owner);
    let end = () => {};
    const arrival = new Promise<void>((resolve) => {
      end = resolve;
    });
    const timer = setTimeout(() => this.forget(owner), longestLoad);
    const loaded = () => {
      // What an earlier load tells comes late, and its sheet is gone.
      if ((owner as Owner).sheet) this.forget(owner);
    };
    const failed = () => this.forget(owner);
    owner.addEventListener('load', loaded);
    owner.addEventListener('error', failed);
    this.#waits.set(owner as Owner, {
      arrival,
      end: () => {
        clearTimeout(timer);
        owner.removeEventListener('load', loaded);
        owner.removeEventListener('error', failed);
        end();
      },
    });
    return arrival;
  }

  /** What is awaited for `owner` already. */
  current(owner: Element): Promise<void> | undefined {
    return this.#waits.get(owner as Owner)?.arrival;
  }

  forget(owner: Element): void {
    this.#waits.get(owner as Owner)?.end();
    this.#waits.delete(owner as Owner);
  }

  /** Ends the waits of elements that load nothing as they are now. */
  sweep(): void {
    for (const owner of [...this.#waits.keys()]) {
      if (!isConnected(owner) || hasAttributeOf(owner, 'disabled')) this.forget(owner);
    }
  }
}
