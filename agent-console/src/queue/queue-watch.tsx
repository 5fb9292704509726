import { notifications } from '@mantine/notifications';
import { useEffect, useRef, useState } from 'react';
import { useAttention } from '../attention/use-attention.ts';
import { useWords } from '../words/language-context.tsx';
import { useWorkspaceState } from '../workspace/workspace-context.tsx';
import type { QueueView } from '../workspace/workspace-state.ts';
import { originWords } from './origin-words.ts';
import { consoleTitle, newcomers, queueAnnouncement } from './queue-attention.ts';

/** Tells of the queue without being looked at: the tab's title, a spoken line, and a soft note while in session. */
export function QueueWatch() {
  const { queue, seat } = useWorkspaceState();
  const words = useWords();
  const before = useRef<QueueView>({ type: 'unknown' });
  const attract = useAttention();
  const [spoken, setSpoken] = useState('');
  const withCustomer = seat.type === 'seated';

  useEffect(() => {
    document.title = consoleTitle(queue.type === 'known' ? queue.entries.length : 0, withCustomer, words);
  }, [queue, withCustomer, words]);

  useEffect(() => {
    const last = before.current;
    before.current = queue;
    if (queue.type !== 'known' || last === queue || last.type !== 'known') return;
    const said = queueAnnouncement(last.entries, queue.entries, words.queue);
    if (said) setSpoken(said);
    const came = newcomers(last.entries, queue.entries);
    const first = came[0];
    // Who sits with a customer is not to be startled.
    if (first && !withCustomer)
      attract({
        title: first.Topic ?? words.queue.news.title,
        body: originWords(first.Origin),
        tag: 'queue',
      });
    if (!withCustomer && document.visibilityState === 'visible') return;
    for (const entry of came)
      notifications.show({
        id: entry.SessionId,
        title: entry.Topic ?? words.queue.news.title,
        message: words.queue.news.on(originWords(entry.Origin)),
        role: 'none',
        color: 'sea',
      });
  }, [queue, withCustomer, attract, words]);

  return (
    <div className="out-of-sight" aria-live="polite">
      {spoken}
    </div>
  );
}
