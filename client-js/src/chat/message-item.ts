import { button, element } from '../consent/element.ts';
import { type Link, linksIn } from './links.ts';
import type { Entry } from './thread.ts';
import type { ChatWords } from './words.ts';

export interface MessageDelegate {
  readonly words: ChatWords;
  retry(id: string): void;
  open(link: Link): void;
  /** Whether the link leads to this website. */
  isOurs(link: Link): boolean;
}

/** One message of the log. Its text is text, whatever it says; links of others stand below it, closed. */
export function messageItem(entry: Entry, delegate: MessageDelegate): HTMLElement {
  const { words } = delegate;
  // As the browser writes times, whose language may have a region.
  const time = new Intl.DateTimeFormat(undefined, { hour: 'numeric', minute: '2-digit' }).format(entry.at);
  const by = element('div', { class: 'by' }, [
    element('bdi', { text: entry.own ? words.you : entry.name }),
    element('span', { text: time }),
  ]);
  const said = element('div', { class: 'said', text: entry.text, attributes: { dir: 'auto' } });
  const item = element('li', { class: entry.own ? `own ${entry.progress}` : '' }, [by, said]);
  if (entry.own) item.append(way(entry, delegate));
  else for (const link of linksIn(entry.text)) item.append(linkLine(link, delegate));
  return item;
}

function way({ id, progress, refusal }: Entry, { words, retry }: MessageDelegate): HTMLElement {
  if (progress !== 'failed') return element('div', { class: 'way', text: words[progress] });
  const why = refusal === 'TooManyAttempts' ? words.tooFast : words.failed;
  return element('div', { class: 'way' }, [
    element('span', { text: `${why} ` }),
    button(words.retry, 'plain small', () => retry(id)),
  ]);
}

/** A button that names the host, asks, and only then opens. */
function linkLine(link: Link, delegate: MessageDelegate): HTMLElement {
  const { words } = delegate;
  const line = element('div', { class: 'link' });
  const closed = button(words.open(link.host), 'plain small', () => {
    const yes = button(words.yes, 'primary small', () => {
      delegate.open(link);
      line.replaceChildren(closed);
    });
    const question = delegate.isOurs(link) ? words.openHere(link.host) : words.openElsewhere(link.host);
    line.replaceChildren(
      element('span', { text: question, attributes: { role: 'status' } }),
      button(words.no, 'plain small', () => {
        line.replaceChildren(closed);
        closed.focus();
      }),
      yes,
    );
    yes.focus();
  });
  line.append(closed);
  return line;
}
