import { expect, test } from 'vitest';
import { shrink } from './shrink.ts';

const lines = Array.from({ length: 200 }, (_, i) => `line ${i}`);

test('leaves the lines that fail together, in their order', async () => {
  const needed = ['line 3', 'line 77', 'line 199'];
  const fails = async (some: readonly string[]) => needed.every((line) => some.includes(line));
  expect(await shrink(lines, fails)).toEqual(needed);
});

test('asks about each list once, and about few', async () => {
  const asked: string[] = [];
  await shrink(lines, async (some) => {
    asked.push(some.join());
    return some.includes('line 42');
  });
  expect(new Set(asked).size).toBe(asked.length);
  expect(asked.length).toBeLessThan(40);
});

test('keeps all where every line is needed', async () => {
  expect(await shrink(['a', 'b', 'c'], async (some) => some.length === 3)).toEqual(['a', 'b', 'c']);
});
