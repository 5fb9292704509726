import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FuzzRunner } from './fuzz-runner.ts';
import { generate } from './generate.ts';
import { described, kindOf } from './report.ts';
import { shrink } from './shrink.ts';

/*
 * A few seeds that are always the same; as many more as one likes: npm run fuzz -w client-js -- --seed 1 --runs 100
 */
const runner = new FuzzRunner();
beforeAll(() => runner.start(2), 30_000);
afterAll(() => runner.stop());

describe.concurrent('a replica follows what happens at random', () => {
  test.concurrent.each([1, 3])('seed %i, unmasked', async (seed) => {
    const lines = generate(seed, 60);
    expect(described(await runner.differences({ name: `${seed}`, lines, policy: 'unmasked' }))).toBe('');
  });

  test.concurrent('seed 4, masked', async () => {
    const lines = generate(4, 60);
    expect(described(await runner.differences({ name: '4', lines, policy: 'standard' }))).toBe('');
  });
});

/** Observers of this page are told of no class. */
const losing = `{
  const Native = MutationObserver;
  const kept = (records) => records.filter(({ attributeName }) => attributeName !== 'class');
  window.MutationObserver = class extends Native {
    constructor(tell) { super((records) => tell(kept(records))); }
    takeRecords() { return kept(super.takeRecords()); }
  };
}`;

test('a capture that loses records is found out, and what shows it shrinks to one line', async () => {
  const run = (lines: readonly string[]) =>
    runner.differences({ name: 'losing', lines, policy: 'unmasked', before: losing });
  const lines = ["b1.append('x')", 'await rendered()', "b2.title = 'x'", "b2.className = 'x'", 'b4.remove()'];
  const [way, difference] = [...(await run(lines))][0]!;
  const least = await shrink(lines, async (some) => {
    const found = (await run(some)).get(way);
    return found !== undefined && kindOf(found) === kindOf(difference);
  });
  expect(least).toEqual(["b2.className = 'x'"]);
}, 60_000);
