import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cases } from './cases/index.ts';
import { FidelityRunner } from './fidelity-runner.ts';

const runner = new FidelityRunner();
beforeAll(() => runner.start(), 30_000);
afterAll(() => runner.stop());

const groups = [...new Set(cases.map((each) => each.group))];

describe.each(groups)('a replica equals its source: %s', (group) => {
  const own = cases.filter((each) => each.group === group);
  it.each(own.map((each) => [each.name, each] as const))(
    '%s, before the snapshot, after it, and joined late',
    async (_, each) => {
      const differences = await runner.run(each);
      for (const [way, difference] of differences) {
        if (each.cannot?.[way]) {
          expect(difference.pixels + difference.replica.length, `${way} is right by now`).toBeGreaterThan(0);
          continue;
        }
        expect(difference.replica, `${way}: document`).toBe(difference.source);
        expect(difference.lost, `${way}: lost`).toEqual([]);
        expect(difference.pixels, `${way}: pixels that differ`).toBe(0);
      }
    },
    30_000,
  );
});
