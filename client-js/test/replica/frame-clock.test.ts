import { expect, it } from 'vitest';
import { FrameClock } from '../../src/replica/frame-clock.ts';

/** A window whose animation frames come when the test says so. */
function framedWindow() {
  let waiting: FrameRequestCallback[] = [];
  const document = { hidden: false };
  const view = {
    document,
    requestAnimationFrame: (callback: FrameRequestCallback) => waiting.push(callback),
    cancelAnimationFrame: () => undefined,
  } as unknown as Window;
  const frame = () => {
    const due = waiting;
    waiting = [];
    for (const callback of due) callback(0);
  };
  return { view, document, frame };
}

const turn = () => Promise.resolve();

function counted() {
  const { view, document, frame } = framedWindow();
  let runs = 0;
  const clock = new FrameClock(view, () => runs++);
  return { clock, document, frame, runs: () => runs };
}

it('work asked for after a rest is done at the end of the turn, once', async () => {
  const { clock, runs } = counted();
  clock.request();
  clock.request();
  expect(runs()).toBe(0);
  await turn();
  expect(runs()).toBe(1);
  clock.cancel();
});

it('work asked for again in the same animation frame waits for the next, once', async () => {
  const { clock, frame, runs } = counted();
  clock.request();
  await turn();
  clock.request();
  clock.request();
  await turn();
  expect(runs()).toBe(1);
  frame();
  expect(runs()).toBe(2);
  clock.cancel();
});

it('a stream of work keeps to one run a frame', async () => {
  const { clock, frame, runs } = counted();
  for (let i = 0; i < 5; i++) {
    clock.request();
    await turn();
    clock.request();
    frame();
  }
  expect(runs()).toBe(6);
  clock.cancel();
});

it('an animation frame without work is a rest', async () => {
  const { clock, frame, runs } = counted();
  clock.request();
  await turn();
  frame();
  clock.request();
  await turn();
  expect(runs()).toBe(2);
  clock.cancel();
});

it('work that was cancelled is not done', async () => {
  const { clock, frame, runs } = counted();
  clock.request();
  clock.cancel();
  await turn();
  frame();
  expect(runs()).toBe(0);
});

it('in a hidden tab, where no frame comes, work is done in every turn that asks for it, once', async () => {
  const { clock, document, runs } = counted();
  clock.request();
  await turn();
  clock.request();
  document.hidden = true;
  for (let i = 0; i < 5; i++) {
    clock.request();
    clock.request();
    await turn();
  }
  expect(runs()).toBe(6);
  clock.cancel();
});
