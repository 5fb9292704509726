import { expect, it, vi } from 'vitest';
import { FreshStart } from '../../src/capture/fresh-start.ts';
import { policy } from '../../src/capture/index.ts';
import { openPage, record } from './source-page.ts';

it('says all anew at once, then ever later, and works on nothing until then', () => {
  vi.useFakeTimers();
  const renew = vi.fn();
  const say = vi.fn();
  const fresh = new FreshStart(renew, say);
  const work = vi.fn(() => {
    throw new Error('a defect');
  });
  fresh.attempt(work);
  expect([work, renew, say].map(({ mock }) => mock.calls.length)).toEqual([1, 1, 1]);
  for (let frame = 0; frame < 60; frame++) fresh.attempt(work);
  expect([work, renew, say].map(({ mock }) => mock.calls.length)).toEqual([2, 2, 1]);
  vi.advanceTimersByTime(499);
  expect(say).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(1);
  expect(say).toHaveBeenCalledTimes(2);
  for (let failure = 0; failure < 20; failure++) {
    fresh.attempt(work);
    vi.advanceTimersByTime(29_999);
  }
  expect(say.mock.calls.length).toBeLessThan(21);
  vi.useRealTimers();
});

it('a page that fails us each frame is soon left in peace, and followed again when it no longer does', async () => {
  const page = await openPage('<p id="p">one</p>');
  const { capture, ops } = record(page, policy.unmasked());
  await ops();
  let failed = 0;
  Object.defineProperty(page, 'documentElement', {
    configurable: true,
    get() {
      failed++;
      throw new Error('mine');
    },
  });
  const p = page.getElementById('p')!;
  for (let frame = 0; frame < 30; frame++) {
    p.textContent = `number ${frame}`;
    await new Promise(requestAnimationFrame);
  }
  expect(failed).toBeGreaterThan(0);
  expect(failed).toBeLessThan(10);
  Reflect.deleteProperty(page, 'documentElement');
  await expect.poll(async () => JSON.stringify(await ops()), { timeout: 20_000 }).toContain('number 29');
  capture.stop();
});
