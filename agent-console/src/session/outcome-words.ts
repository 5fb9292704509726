import type { EndReason } from '@cobrowse/client/protocol';
import type { Words } from '../words/en/index.ts';
import type { Outcome } from '../workspace/workspace-state.ts';

export interface OutcomeWords {
  readonly title: string;
  readonly body: string;
  readonly tone: 'calm' | 'fair' | 'poor';
}

const tones: Readonly<Record<EndReason, OutcomeWords['tone']>> = {
  CustomerEnded: 'calm',
  AgentEnded: 'calm',
  ConsentDenied: 'fair',
  ConsentTimedOut: 'fair',
  CustomerGone: 'fair',
  AgentsGone: 'calm',
  Expired: 'fair',
  IdentityChanged: 'fair',
};

/** How a session ended for this agent, what that means, and what to do next. */
export function outcomeWords(outcome: Outcome, words: Words['session']['over']): OutcomeWords {
  const end = (reason: EndReason) => ({ ...words.ends[reason], tone: tones[reason] });
  switch (outcome.type) {
    case 'ended':
      return end(outcome.reason);
    case 'denied':
      return end('ConsentDenied');
    case 'timed-out':
      return end('ConsentTimedOut');
    case 'withdrawn':
      return { ...words.withdrawn, tone: 'calm' };
    case 'removed':
      return { ...words.removed, tone: 'fair' };
    case 'gone':
      return { ...words.gone, tone: 'fair' };
    default:
      return outcome satisfies never;
  }
}
