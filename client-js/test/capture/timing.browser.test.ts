import { afterEach, expect, test, vi } from 'vitest';
import { policy } from '../../src/capture/index.ts';
import { openPage, record } from './source-page.ts';

const turns = async (count: number) => {
  for (let i = 0; i < count; i++) {
    await new Promise((resolve) => {
      const channel = new MessageChannel();
      channel.port1.onmessage = resolve;
      channel.port2.postMessage(null);
    });
  }
};

/** A page whose animation frames come when the test says so. */
async function framedPage(html: string) {
  const page = await openPage(html);
  const view = page.defaultView!;
  let waiting: FrameRequestCallback[] = [];
  view.requestAnimationFrame = (callback) => waiting.push(callback);
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] });
  const frame = () => {
    const due = waiting;
    waiting = [];
    for (const callback of due) callback(0);
  };
  return { page, frame };
}

afterEach(() => void vi.useRealTimers());

test('a change goes when the turn is over, what follows in the same animation frame goes with it', async () => {
  const { page, frame } = await framedPage('<p id="p">0</p>');
  const { capture, frames } = record(page, policy.standard());
  await capture.ready;
  frame();
  const first = frames.length;
  const text = page.getElementById('p')!.firstChild as Text;
  text.data = '1';
  text.data = '2';
  await turns(5);
  expect(frames.length).toBe(first + 1);
  text.data = '3';
  await turns(1);
  text.data = '4';
  await turns(5);
  expect(frames.length).toBe(first + 1);
  frame();
  expect(frames.length).toBe(first + 2);
  capture.stop();
});

test('a change made behind our animation frame does not wait for the next', async () => {
  const { page, frame } = await framedPage('<p id="p">0</p>');
  const { capture, frames } = record(page, policy.standard());
  await capture.ready;
  const first = frames.length;
  page.defaultView!.requestAnimationFrame(() => page.getElementById('p')!.append('1'));
  frame();
  await turns(5);
  expect(frames.length).toBe(first + 1);
  capture.stop();
});
