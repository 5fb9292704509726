import type { Page } from 'playwright-core';
import type { Portal } from './portals.ts';
import { windowSize } from './window-size.ts';

/** What the customer does, and what both sides are compared after. */
export interface Step {
  readonly name: string;
  readonly act: (page: Page) => Promise<unknown>;
  /** Whether an agent joins here who has seen nothing; after the last step one always does. */
  readonly join?: true;
}

/** A page that we wrote as a bank would, with a framework or library from npm. */
export interface Application {
  readonly name: string;
  readonly steps: readonly Step[];
  readonly portal: () => Promise<Portal>;
  /** Pixels that may differ, at the edges of letters in layers of their own; 0 where not said. */
  readonly pixels?: number;
}

/** Leaves the pointer where nothing is: what a browser itself paints under a pointer no replica can show. */
export const away = (page: Page): Promise<void> => page.mouse.move(5, windowSize.height - 5);
