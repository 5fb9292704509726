import type { QueueEntry } from '@cobrowse/client/protocol';

/** The tab's title: how many wait comes first, since tabs are narrow. */
export function consoleTitle(waiting: number, withCustomer: boolean): string {
  const place = withCustomer ? 'In session' : 'Queue';
  return `${waiting > 0 ? `(${waiting}) ` : ''}${place} · CoBrowse`;
}

/** Those who came to wait since the last look. */
export function newcomers(before: readonly QueueEntry[], now: readonly QueueEntry[]): readonly QueueEntry[] {
  const known = new Set(before.map((entry) => entry.SessionId));
  return now.filter((entry) => !known.has(entry.SessionId));
}

/** What a screen reader says when the queue changes; nothing when nobody came or went. */
export function queueAnnouncement(
  before: readonly QueueEntry[],
  now: readonly QueueEntry[],
): string | undefined {
  const came = newcomers(before, now);
  const waiting = now.length === 0 ? 'Nobody is waiting.' : `${now.length} waiting.`;
  if (came.length > 0)
    return `${came.length === 1 ? (came[0]?.Topic ?? 'A customer') : `${came.length} customers`} joined the queue. ${waiting}`;
  return now.length < before.length ? waiting : undefined;
}
