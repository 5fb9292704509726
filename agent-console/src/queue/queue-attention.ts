import type { QueueEntry } from '@cobrowse/client/protocol';
import type { Words } from '../words/en/index.ts';

/** The tab's title: how many wait comes first, since tabs are narrow. */
export function consoleTitle(waiting: number, withCustomer: boolean, { queue, shared }: Words): string {
  const { news } = queue;
  const place = withCustomer ? news.inSession : news.queue;
  return shared.pageTitle(waiting > 0 ? news.count(waiting, place) : place);
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
  { news }: Words['queue'],
): string | undefined {
  const [first, ...others] = newcomers(before, now);
  const waiting = news.waiting(now.length);
  if (first) {
    const came = others.length === 0 ? news.one(first.Topic) : news.several(others.length + 1);
    return `${came} ${waiting}`;
  }
  return now.length < before.length ? waiting : undefined;
}
