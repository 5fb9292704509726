import type { Strings } from './strings.ts';
import type { View } from './view.ts';

// Fetched where a link or an invitation leads nowhere.

const english: Record<string, string> = {
  NotFound: 'This link is not one of ours, or is no longer known.',
  Expired: 'This link or invitation has expired. Ask for a new one.',
  AlreadyClaimed: 'This link has been used before. Ask for a new one.',
  AgentGone: 'The person who sent it is not here just now. Try the link again in a moment.',
  title: 'It cannot be opened',
  help: 'Get help from somebody else',
};

const german: Record<string, string> = {
  NotFound: 'Dieser Link ist keiner von uns oder nicht mehr bekannt.',
  Expired: 'Dieser Link oder diese Einladung ist abgelaufen. Bitten Sie um einen neuen Link.',
  AlreadyClaimed: 'Dieser Link wurde schon benutzt. Bitten Sie um einen neuen.',
  AgentGone:
    'Wer ihn gesendet hat, ist gerade nicht da. Versuchen Sie es in einem Moment noch einmal mit dem Link.',
  title: 'Das lässt sich nicht öffnen',
  help: 'Von jemand anderem Hilfe erhalten',
};

/** Why it leads nowhere, and what else there is. */
export function spentCard(
  strings: Pick<Strings, 'language' | 'close' | 'failed'>,
  reason: string,
  close: () => void,
  help: () => void,
): Extract<View, { type: 'card' }> {
  const words = strings.language === 'de' ? german : english;
  return {
    type: 'card',
    title: words['title']!,
    lines: [words[reason] ?? strings.failed.Other],
    actions: [
      [strings.close, 'plain', close],
      [words['help']!, 'primary', help],
    ],
  };
}
