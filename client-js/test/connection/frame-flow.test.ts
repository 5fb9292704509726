import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { FrameFlow } from '../../src/connection/frame-flow.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['performance'] }));
afterEach(() => void vi.useRealTimers());

function scene() {
  const pings: { resolve(answer: unknown): void; reject(error: Error): void }[] = [];
  const flow = new FrameFlow(() => new Promise((resolve, reject) => pings.push({ resolve, reject })));
  return { pings, flow };
}

it('asks after some bytes, one question at a time, and not for a few', async () => {
  const { pings, flow } = scene();
  for (let i = 0; i < 40; i++) flow.sent(100);
  expect(pings.length).toBe(0);
  flow.sent(100);
  flow.sent(100_000);
  expect(pings.length).toBe(1);
  pings[0]!.resolve(1);
  await Promise.resolve();
  flow.sent(1);
  expect(pings.length).toBe(2);
});

it('is congested while an answer is late, until it comes', async () => {
  const { pings, flow } = scene();
  flow.sent(5000);
  vi.advanceTimersByTime(300);
  expect(flow.congested).toBe(false);
  vi.advanceTimersByTime(200);
  expect(flow.congested).toBe(true);
  pings[0]!.resolve(1);
  await Promise.resolve();
  expect(flow.congested).toBe(false);
});

it('a node that knows no ping, or a link that breaks, holds nothing up', async () => {
  const { pings, flow } = scene();
  flow.sent(5000);
  vi.advanceTimersByTime(1000);
  pings[0]!.reject(new Error('gone'));
  await Promise.resolve();
  await Promise.resolve();
  expect(flow.congested).toBe(false);
});
