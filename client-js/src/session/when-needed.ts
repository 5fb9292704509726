import { report } from '../capture/guard.ts';

/** Does something with what few sessions need and what is fetched with the first wish; `gently`: only if it is there. */
export type WhenNeeded<T> = (act: (module: T) => void, gently?: boolean) => void;

export function whenNeeded<T>(load: () => Promise<T>): WhenNeeded<T> {
  let made: Promise<T> | undefined;
  return (act, gently) => {
    if (gently && !made) return;
    made ??= load();
    made.then(act).catch((error) => {
      // The next wish tries again.
      made = undefined;
      report(error);
    });
  };
}
