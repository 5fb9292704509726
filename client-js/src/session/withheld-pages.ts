import { tried } from '../capture/tried.ts';

const lookEvery = 250;

/**
 * Whether this page is one that the tenant withholds. Looked at before each frame leaves, so that a page which changes
 * its address without a load sends none from there; and now and then, since a page that is withheld sends none.
 */
export class WithheldPages {
  #pages: RegExp | undefined;
  #here = false;
  #looking: ReturnType<typeof setInterval> | undefined;
  readonly #changed: () => void;

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  /** What cannot be read withholds everything. */
  start(pages: string | null): void {
    this.stop();
    if (!pages) return;
    this.#pages = tried(() => new RegExp(pages)) ?? /^/;
    this.#here = this.#pages.test(location.pathname);
    this.#looking = setInterval(() => this.here, lookEvery);
  }

  stop(): void {
    clearInterval(this.#looking);
    this.#pages = undefined;
    this.#here = false;
  }

  get here(): boolean {
    const here = this.#pages?.test(location.pathname) ?? false;
    if (here !== this.#here) {
      this.#here = here;
      this.#changed();
    }
    return here;
  }
}
