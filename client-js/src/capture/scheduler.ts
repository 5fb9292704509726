import { guarded } from './guard.ts';
import { tried } from './tried.ts';

interface YieldingScheduler {
  yield?(): Promise<void>;
}

/** Time and turns, as capture takes them from its window. */
export interface Scheduler {
  now(): number;
  /** Lets the page go on, and returns soon after. */
  giveWay(): Promise<void>;
  /** Calls back when the page has nothing to do, or after a while. */
  whenIdle(callback: () => void): void;
  /** The next rendering, or soon where the page is hidden. */
  nextFrame(): Promise<void>;
  /** Calls back with each animation frame; less often where the page is hidden, or was not woken for a while. */
  everyFrame(callback: () => void): Frames;
}

export interface Frames {
  /** Something happens: calls come with every frame again. */
  wake(): void;
  stop(): void;
}

const hiddenInterval = 100;
const restInterval = 100;
const idleAtLast = 500;
/** A page at rest makes no frames, and is not to make them for us. */
const quietFrames = 5;

export function windowScheduler(window: Window): Scheduler {
  const native = (window as unknown as { scheduler?: YieldingScheduler }).scheduler;
  const yielding = native?.yield?.bind(native);
  return {
    now: () => performance.now(),
    giveWay: yielding ?? messageTurn,
    whenIdle(callback) {
      if (window.requestIdleCallback) window.requestIdleCallback(callback, { timeout: idleAtLast });
      else setTimeout(callback, restInterval);
    },
    nextFrame: () =>
      new Promise((resolve) => {
        setTimeout(resolve, hiddenInterval);
        request(window, () => resolve());
      }),
    everyFrame(callback) {
      let frame: number | undefined;
      let quiet = 0;
      let last = performance.now();
      let asking = false;
      const ask = () => {
        if (frame !== undefined || asking) return;
        asking = true;
        frame = request(window, turn);
        asking = false;
      };
      const rest = () => {
        guarded(() => frame && window.cancelAnimationFrame(frame))();
        frame = undefined;
      };
      const turn = () => {
        if (asking || !beat) return;
        rest();
        last = performance.now();
        callback();
        if (beat && ++quiet < quietFrames) ask();
      };
      // Animation frames rest in hidden tabs, too, and are whatever a page has made of them.
      let beat: ReturnType<typeof setInterval> | undefined = setInterval(() => {
        if (performance.now() - last >= restInterval) turn();
      }, restInterval);
      ask();
      return {
        wake() {
          quiet = 0;
          if (beat) ask();
        },
        stop() {
          clearInterval(beat);
          beat = undefined;
          rest();
        },
      };
    },
  };
}

const request = (window: Window, callback: () => void): number =>
  tried(() => window.requestAnimationFrame(callback)) ?? 0;

function messageTurn(): Promise<void> {
  return new Promise((resolve) => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => {
      channel.port1.close();
      resolve();
    };
    channel.port2.postMessage(null);
  });
}
