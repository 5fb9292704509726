import type { EndReason } from '../protocol/protocol.gen.ts';
import { button, element } from './element.ts';
import type { Strings } from './strings.ts';
import type { SurfaceDelegate, View } from './view.ts';

/** A small window in the corner: preparing, the code, how it ended, what went wrong. It traps nothing. */
export function card(
  view: Extract<View, { type: 'preparing' | 'waiting' | 'ended' | 'failed' | 'card' }>,
  strings: Strings,
  delegate: SurfaceDelegate,
): HTMLElement {
  const close = () => button(strings.close, 'plain', () => delegate.closePressed());
  const cancel = () => button(strings.cancel, 'plain', () => delegate.stopPressed());
  switch (view.type) {
    case 'preparing':
      return shell(strings.preparingTitle, [waiting(strings.preparing)], [cancel()]);
    case 'waiting':
      return shell(
        strings.waitingTitle,
        [
          code(view.code, strings),
          element('p', { text: strings.waiting }),
          waiting(view.joining ? strings.joining : strings.waitingFor),
        ],
        [cancel()],
      );
    case 'ended':
      return shell(strings.endedTitle, [ending(view.reason, strings)], [close()]);
    case 'failed':
      return shell(
        strings.failedTitle,
        [element('p', { text: strings.failed[view.failure] })],
        [close(), button(strings.retry, 'primary', () => delegate.retryPressed())],
      );
    case 'card':
      return shell(
        view.title,
        view.lines.map((text) => element('p', { text })),
        view.actions.map((action) => button(...action)),
      );
    default:
      return view satisfies never;
  }
}

function shell(title: string, content: readonly HTMLElement[], actions: readonly HTMLElement[]): HTMLElement {
  const attributes = {
    role: 'dialog',
    'aria-labelledby': 'title',
    'aria-describedby': 'content',
    tabindex: '-1',
  };
  return element('section', { class: 'card', attributes }, [
    element('h2', { text: title, attributes: { id: 'title' } }),
    element('div', { attributes: { id: 'content', role: 'status' } }, content),
    element('div', { class: 'actions' }, actions),
  ]);
}

/** The title has said the most important; why follows, where it can be fetched. */
function ending(reason: EndReason, { language }: Strings): HTMLElement {
  const text = element('p');
  import('./ending.ts').then(
    ({ endingText }) => text.append(endingText(language, reason)),
    () => undefined,
  );
  return text;
}

function waiting(text: string): HTMLElement {
  return element('p', { class: 'wait', text });
}

/** Digits in groups of three for the eye, one by one for the ear. */
function code(digits: string, strings: Strings): HTMLElement {
  const groups = digits.match(/.{1,3}/g) ?? [digits];
  const shown = groups.flatMap((group, i) => [
    ...(i > 0 ? [element('i')] : []),
    document.createTextNode(group),
  ]);
  const spelled = groups.map((group) => [...group].join(' ')).join(', ');
  return element('div', {}, [
    element('span', { class: 'unseen', text: strings.codeLabel(spelled) }),
    element('span', { class: 'code', attributes: { 'aria-hidden': 'true' } }, shown),
  ]);
}
