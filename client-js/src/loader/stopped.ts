import { tried } from '../capture/tried.ts';

/** Where lies what decides for which customers the snippet is stopped: drawn once in a browser, 0 to 100. */
const key = 'cobrowse.share';

/**
 * Whether the manifest's `off` speaks of this page, by a regular expression over its path, or of this browser, by a
 * percentage of all.
 */
export function isStopped(off: unknown): boolean {
  if (!Array.isArray(off)) return false;
  return RegExp(off[0]).test(location.pathname) || share() < off[1];
}

/** Without storage a browser belongs to the first for whom it is stopped. */
const share = (): number => tried(() => (localStorage[key] ??= Math.random() * 100)) ?? 0;
