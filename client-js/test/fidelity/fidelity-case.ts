import type { Frame, Page } from 'playwright-core';

/** A page and a script, run on both sides: the replica must equal the source. */
export interface FidelityCase {
  readonly group: string;
  readonly name: string;
  /** The page's HTML: a whole document where it begins with `<!`, `<html` or `<svg`, else a body in standards mode. */
  readonly page: string;
  /** Further files of the page's server by path. */
  readonly files?: Readonly<Record<string, string>>;
  /** What happens on the page, in its own realm. */
  readonly act?: () => unknown;
  /** What the customer does with mouse and keys; the page stands at the window's left top. */
  readonly input?: (page: Page, source: Frame) => Promise<void>;
  /** Pixels that may differ; 0 where not said. */
  readonly pixels?: number;
  /** Why a way cannot be right; it counts as failed, and its test says so as soon as it is right. */
  readonly cannot?: Partial<Record<'before' | 'after' | 'late', string>>;
  /** A state of the source that decides when the page is ready to be compared. */
  readonly until?: () => boolean;
}

export const inGroup =
  (group: string) =>
  (name: string, page: string, act?: () => unknown, more: Partial<FidelityCase> = {}): FidelityCase => ({
    group,
    name,
    page,
    ...(act ? { act } : {}),
    ...more,
  });
