import { expect, it } from 'vitest';
import { retryDelay } from '../../src/connection/retry-delay.ts';

it('the first attempt is at once, the next wait longer and longer, never above the longest', () => {
  const delays = Array.from({ length: 12 }, (_, attempt) => retryDelay(attempt, () => 1));
  expect(delays[0]).toBe(0);
  for (let i = 1; i < delays.length; i++) expect(delays[i]!).toBeGreaterThanOrEqual(delays[i - 1]!);
  expect(Math.max(...delays)).toBe(20_000);
});

it('jitter takes up to half of the delay', () => {
  expect(retryDelay(3, () => 0)).toBe(retryDelay(3, () => 1) / 2);
});
