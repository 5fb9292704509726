import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cases } from './cases/index.ts';
import { FidelityRunner } from './fidelity-runner.ts';
import { isRight, Score } from './score.ts';

/*
 * Here every sixteenth case of each group runs; all of them: npm run fidelity -w client-js
 * One case or some: npx vitest run test/fidelity/fidelity.test.ts -t 'body replaced', with COBROWSE_FIDELITY=all
 * Pictures of source, replica and difference, a file for each case and way: COBROWSE_PICTURES=<folder>
 * The same of what differs only, with both documents as text: COBROWSE_DIFFERENCES=<folder>
 */
const runner = new FidelityRunner();
const score = new Score();
beforeAll(() => runner.start(3), 30_000);
afterAll(async () => {
  await runner.stop();
  console.log(`${score}`);
});

const all = process.env['COBROWSE_FIDELITY'] === 'all';
const groups = [...new Set(cases.map((each) => each.group))];

describe.concurrent.each(groups)('a replica equals its source: %s', (group) => {
  const own = cases.filter((each) => each.group === group).filter((_, index) => all || index % 16 === 0);
  it.concurrent.each(own.map((each) => [each.name, each] as const))(
    '%s, before the snapshot, after it, and joined late',
    async (_, each) => {
      const differences = await runner.run(each);
      score.add(each, differences);
      for (const [way, difference] of differences) {
        if (each.cannot?.[way]) {
          expect(isRight(difference), `${way} is right by now`).toBe(false);
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
