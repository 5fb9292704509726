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
  const kept = tried(() => JSON.parse(sessionStorage.getItem(key) ?? '') as Record<string, unknown> | null);
  if (kept?.['session'] !== sessionId) return { open: false, read: 0, unsent: [] };
  const { open, read, unsent } = kept;
  return {
    open: open === true,
    read: typeof read === 'number' ? read : 0,
    unsent: Array.isArray(unsent) ? unsent.flatMap(unsentOf) : [],
  };
}

export function remember(session: string, kept: Remembered): void {
  tried(() => sessionStorage.setItem(key, JSON.stringify({ session, ...kept })));
}

export function forget(): void {
  tried(() => sessionStorage.removeItem(key));
}

function unsentOf(each: unknown): Unsent[] {
  const { id, text, at } = (each ?? {}) as Record<string, unknown>;
  if (typeof id !== 'string' || typeof text !== 'string' || typeof at !== 'number') return [];
  return [{ id, text, at, failed: false, refusal: null }];
}
