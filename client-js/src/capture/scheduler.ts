import { guarded } from './guard.ts';

interface YieldingScheduler {
  yield?(): Promise<void>;
}

/** Time and turns, as capture takes them from its window. */
export interface Scheduler {
  now(): number;
  /** Lets the page go on, and returns soon after. */
  giveWay(): Promise<void>;
  /** The next rendering, or soon where the page is hidden. */
  nextFrame(): Promise<void>;
  /** Calls back with each animation frame, more slowly where the page is hidden, until told to stop. */
  everyFrame(callback: () => void): () => void;
}

const hiddenInterval = 100;

export function windowScheduler(window: Window): Scheduler {
  const native = (window as unknown as { scheduler?: YieldingScheduler }).scheduler;
  const yielding = native?.yield?.bind(native);
  return {
    now: () => performance.now(),
    giveWay: yielding ?? messageTurn,
    nextFrame: () =>
      new Promise((resolve) => {
        setTimeout(resolve, hiddenInterval);
        request(window, () => resolve());
      }),
    everyFrame(callback) {
      let frame = 0;
      let timer: ReturnType<typeof setTimeout> | undefined;
      let stopped = false;
      let asking = false;
      const rest = () => {
        clearTimeout(timer);
        guarded(() => window.cancelAnimationFrame(frame))();
      };
      const next = () => {
        if (stopped) return;
        // Animation frames rest in hidden tabs, and are whatever a page has made of them.
        timer = setTimeout(turn, hiddenInterval);
        asking = true;
        frame = request(window, turn);
        asking = false;
      };
      const turn = () => {
        if (asking) return;
        rest();
        if (stopped) return;
        callback();
        next();
      };
      next();
      return () => {
        stopped = true;
        rest();
      };
    },
  };
}

function request(window: Window, callback: () => void): number {
  try {
    return window.requestAnimationFrame(callback);
  } catch {
    return 0;
  }
}

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
