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
        window.requestAnimationFrame(() => resolve());
        setTimeout(resolve, hiddenInterval);
      }),
    everyFrame(callback) {
      let frame = 0;
      let timer: ReturnType<typeof setTimeout> | undefined;
      let stopped = false;
      const next = () => {
        if (stopped) return;
        frame = window.requestAnimationFrame(turn);
        // Animation frames rest in hidden tabs.
        timer = setTimeout(turn, hiddenInterval);
      };
      const turn = () => {
        window.cancelAnimationFrame(frame);
        clearTimeout(timer);
        if (stopped) return;
        callback();
        next();
      };
      next();
      return () => {
        stopped = true;
        window.cancelAnimationFrame(frame);
        clearTimeout(timer);
      };
    },
  };
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
