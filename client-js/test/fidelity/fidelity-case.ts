import type { Frame, Page } from 'playwright-core';

/**
 * When a case's script runs: before the snapshot, after it, or before an agent joins who has seen nothing; `amid` for
 * an agent whom the script lets join.
 */
export type Way = 'before' | 'after' | 'amid' | 'late';

/** A page and a script, run on both sides: the replica must equal the source. */
export interface FidelityCase {
  readonly group: string;
  readonly name: string;
  /** The page's HTML: a whole document where it begins with `<!`, `<html` or `<svg`, else a body in standards mode. */
  readonly page: string;
  /** Further files of the page's server by path. `{{other}}` in a text becomes the address of another origin. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  /**
   * What happens on the page, in its own realm: the text of an async function, which finds elements under their ids as
   * any page does, and beside them what `script-words.ts` gives it.
   */
  readonly act?: string;
  /** What the customer does with mouse and keys; the page stands at the window's left top. */
  readonly input?: (page: Page, source: Frame) => Promise<void>;
  /** What an agent does to a replica, in the console's realm; nothing may come of it. */
  readonly poke?: (replica: Document) => unknown;
  /** Pixels that may differ; 0 where not said. */
  readonly pixels?: number;
  /** Why a way cannot be right; it counts as failed, and its test says so as soon as it is right. */
  readonly cannot?: Partial<Record<Way, string>>;
  /** A state of the source that decides when the page is ready to be compared. */
  readonly until?: () => boolean;
}

export const inGroup =
  (group: string) =>
  (name: string, page: string, act?: string, more: Partial<FidelityCase> = {}): FidelityCase => ({
    group,
    name,
    page,
    ...(act ? { act } : {}),
    ...more,
  });

/** Clicks one element after another, then leaves: a replica has no native hover. */
export const clicking =
  (...selectors: string[]): NonNullable<FidelityCase['input']> =>
  async (window, source) => {
    for (const selector of selectors) await source.locator(selector).click();
    await window.mouse.move(490, 395);
  };

/** A reason that holds whenever an agent looks. */
export const everyWay = (reason: string): NonNullable<FidelityCase['cannot']> => ({
  before: reason,
  after: reason,
  late: reason,
});

/** For pages whose caret blinks, and whose focus ring is not what is compared. */
export const calm = '<style>*{caret-color:transparent;outline:0!important}</style>';
