import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { KeyframeRequests } from '../../../src/replica/keyframe-requests.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('asks for keyframes ever more seldom, until one has led to a page', () => {
  let asked = 0;
  const requests = new KeyframeRequests(() => asked++);
  const seen: number[] = [];
  for (let second = 0; second < 60; second++) {
    const before = asked;
    requests.ask();
    vi.advanceTimersByTime(1000);
    if (asked > before) seen.push(second);
  }
  expect(asked).toBeLessThan(9);
  expect(seen[0]).toBe(0);
  requests.answered();
  const before = asked;
  requests.ask();
  expect(asked).toBe(before + 1);
  requests.stop();
  vi.advanceTimersByTime(60_000);
  expect(asked).toBe(before + 1);
});
