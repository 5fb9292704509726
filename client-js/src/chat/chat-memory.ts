import { tried } from '../capture/tried.ts';
import type { Unsent } from './thread.ts';

/** What of the chat outlives a page: in the portal's own storage, for this tab and session. */
export interface Remembered {
  readonly open: boolean;
  /** All up to this number is read. */
  readonly read: number;
  readonly unsent: readonly Unsent[];
}

const key = 'cobrowse.chat';

/** What an earlier page left; the portal's storage may hold anything. */
export function recall(sessionId: string): Remembered {
  const kept = tried(() => JSON.parse(sessionStorage.getItem(key) ?? '') as unknown);
  if (!Array.isArray(kept) || kept[0] !== sessionId) return { open: false, read: 0, unsent: [] };
  const [, open, read, unsent] = kept as unknown[];
  return {
    open: open === true,
    read: typeof read === 'number' ? read : 0,
    unsent: Array.isArray(unsent) ? unsent.flatMap(unsentOf) : [],
  };
}

export function remember(sessionId: string, { open, read, unsent }: Remembered): void {
  const left = unsent.map(({ id, text, at }) => [id, text, at]);
  tried(() => sessionStorage.setItem(key, JSON.stringify([sessionId, open, read, left])));
}

export function forget(): void {
  tried(() => sessionStorage.removeItem(key));
}

function unsentOf(each: unknown): Unsent[] {
  const [id, text, at] = Array.isArray(each) ? (each as unknown[]) : [];
  if (typeof id !== 'string' || typeof text !== 'string' || typeof at !== 'number') return [];
  return [{ id, text, at, failed: false, refusal: null }];
}
