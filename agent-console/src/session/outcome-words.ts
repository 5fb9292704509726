import type { EndReason } from '@cobrowse/client/protocol';
import type { Outcome } from '../workspace/workspace-state.ts';

export interface OutcomeWords {
  readonly title: string;
  readonly body: string;
  readonly tone: 'calm' | 'fair' | 'poor';
}

const ends: Record<EndReason, OutcomeWords> = {
  CustomerEnded: {
    title: 'The customer ended the session',
    body: 'They see that nobody watches any more. You can take the next customer.',
    tone: 'calm',
  },
  AgentEnded: {
    title: 'The session has ended',
    body: 'The customer sees that nobody watches any more.',
    tone: 'calm',
  },
  ConsentDenied: {
    title: 'The customer said no',
    body: 'Nothing was shown to you. Go on by talking, or ask them to start help again when they are ready.',
    tone: 'fair',
  },
  ConsentTimedOut: {
    title: 'No answer from the customer',
    body: 'They did not answer in time, which counts as a no. Ask them to start help again and to look for the question on their page.',
    tone: 'fair',
  },
  CustomerGone: {
    title: 'The customer is gone',
    body: 'Their page was closed, or stayed offline too long. If you still need them, ask them to start help again.',
    tone: 'fair',
  },
  AgentsGone: {
    title: 'The session has ended',
    body: 'No agent was left in it.',
    tone: 'calm',
  },
  Expired: {
    title: 'The session has expired',
    body: 'It reached its time limit. Ask the customer to start a new one if you are not done.',
    tone: 'fair',
  },
  IdentityChanged: {
    title: 'Ended for safety',
    body: 'The customer signed out or somebody else signed in on their page, so the view was closed at once.',
    tone: 'fair',
  },
};

/** How a session ended for this agent, what that means, and what to do next. */
export function outcomeWords(outcome: Outcome): OutcomeWords {
  switch (outcome.type) {
    case 'ended':
      return ends[outcome.reason];
    case 'denied':
      return ends.ConsentDenied;
    case 'timed-out':
      return ends.ConsentTimedOut;
    case 'withdrawn':
      return {
        title: 'The request was withdrawn',
        body: 'The customer is no longer asked. You can take the next customer.',
        tone: 'calm',
      };
    case 'removed':
      return {
        title: 'The customer removed you',
        body: 'They took back their consent to your view. Others in the session may go on without you.',
        tone: 'fair',
      };
    case 'gone':
      return {
        title: 'The session is no longer there',
        body: 'It ended while you were disconnected. If you still need the customer, ask them for a new code.',
        tone: 'fair',
      };
    default:
      return outcome satisfies never;
  }
}
