import type { Refusal } from '@cobrowse/client/protocol';
import type { Problem } from '../workspace/workspace-state.ts';

const byRefusal: Record<Refusal, string> = {
  NotFound: 'This session is no longer there. Ask the customer to open help again for a new code.',
  WrongCode: 'No session has this code. Ask the customer to read it out once more, digit by digit.',
  TooManyAttempts: 'Too many wrong codes. Wait a minute, then ask the customer for the code again.',
  NotAllowed: 'You may not join this session. Ask your supervisor to give you access.',
  WrongState: 'This session cannot be joined now. Ask the customer to start a new one.',
  Expired: 'This code has expired. Ask the customer to open help again for a new one.',
  AlreadyClaimed: 'A colleague was quicker. Take the next customer.',
  TooLarge: 'The server refused the request as too large. Reload the console and try again.',
  OriginNotAllowed: 'The console was opened at an address that is not allowed. Use your usual link.',
  VersionNotSupported: 'This console is out of date. Reload the page.',
  InvalidRequest: 'The server did not understand the request. Reload the console and try again.',
  TenantUnknown: 'Your organisation is not set up here. Ask your administrator.',
  HashMismatch: 'The server refused damaged data. Reload the console and try again.',
  OnHold: 'This session is kept as it is for now. Ask your administrator.',
  Reserved: 'This customer is waiting for a colleague of yours. Take the next one.',
  AgentGone: 'The agent is not here just now. Try again in a moment.',
  Superseded: 'The session is open in another window of yours. Go on there, or close it and try again.',
};

/** What went wrong and what to do about it, in one or two plain sentences. */
export function problemWords(problem: Problem): string {
  if (problem.type === 'unreachable') return 'The server could not be reached. Try again in a moment.';
  if (problem.refusal === 'NotFound' && problem.attempt.type === 'claim')
    return 'This customer is no longer waiting. Take the next one.';
  if (problem.refusal === 'NotFound' && problem.attempt.type === 'code') return byRefusal.WrongCode;
  if (problem.attempt.type === 'return') return 'The session you were in is over.';
  return byRefusal[problem.refusal];
}
