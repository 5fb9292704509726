// A page may replace it later, and must not miss its own methods then.
export const { apply } = Reflect;

/** Reports a defect of ours, once each, where a developer sees it and a page does not. */
export function report(error: unknown): void {
  try {
    console.debug('CoBrowse went on after', error);
  } catch {
    // The page's console is the page's.
  }
}

/** `work` as a callback that never throws into the page. */
export function guarded<A extends unknown[]>(work: (...args: A) => void): (...args: A) => void {
  return (...args) => {
    try {
      apply(work, undefined, args);
    } catch (error) {
      report(error);
    }
  };
}

/**
 * Takes all of `steps`, the last first, whatever becomes of each. Where a page has broken arrays or iterators, what was
 * done to it is taken back all the same.
 */
export function takeAll(steps: (() => void)[]): void {
  while (steps.length > 0) {
    const step = steps[steps.length - 1]!;
    steps.length--;
    guarded(step)();
  }
}
