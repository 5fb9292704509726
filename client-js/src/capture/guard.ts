/** Reports a defect of ours, once each, where a developer sees it and a page does not. */
export function report(error: unknown): void {
  console.debug('CoBrowse: capture went on after', error);
}

/** `work` as a callback that never throws into the page. */
export function guarded<A extends unknown[]>(work: (...args: A) => void): (...args: A) => void {
  return (...args) => {
    try {
      work(...args);
    } catch (error) {
      report(error);
    }
  };
}
