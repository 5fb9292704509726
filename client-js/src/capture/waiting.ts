export const pause = (milliseconds?: number): Promise<void> =>
  new Promise((go) => setTimeout(go, milliseconds));

/** Resolves with `work`, or after `milliseconds` without it. */
export const atMost = (milliseconds: number, work: Promise<unknown>): Promise<unknown> =>
  Promise.race([work, pause(milliseconds)]);
