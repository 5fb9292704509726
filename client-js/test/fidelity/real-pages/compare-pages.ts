import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Portal } from './portals.ts';
import { RealPageRunner } from './real-page-runner.ts';

/** Share of pixels that may differ: antialiasing at fractions of a pixel. */
const tolerance = 0.001;

/** Declares a test for each page: its replica looks as the page does, opened and scrolled to its end. */
export function comparePages(portals: readonly Portal[]): void {
  const runner = new RealPageRunner();
  beforeAll(() => runner.start(), 30_000);
  afterAll(() => runner.stop());

  describe.each(portals.map((portal) => [portal.name, portal] as const))(
    'the replica of %s looks as the page does',
    (_, portal) => {
      it.each(portal.pages)(
        '%s',
        async (path) => {
          const { lost, share, foreign } = await runner.compare(portal, path);
          expect(lost).toEqual([]);
          expect(foreign).toEqual([]);
          expect(share).toBeLessThan(tolerance);
        },
        60_000,
      );
    },
  );
}
