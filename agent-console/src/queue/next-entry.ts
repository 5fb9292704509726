import type { QueueEntry } from '@cobrowse/client/protocol';

/** Whether only a colleague may take this customer now. */
export const isKept = ({ Reservation: kept }: QueueEntry, now: number): boolean =>
  !!kept && !kept.Yours && kept.Until > now;

/** Whom to take next: who waits for this very agent, else who waits longest and for nobody else. */
export function nextEntry(entries: readonly QueueEntry[], now: number): QueueEntry | undefined {
  const own = entries.find(({ Reservation: kept }) => kept?.Yours && kept.Until > now);
  return own ?? entries.find((entry) => !isKept(entry, now));
}
