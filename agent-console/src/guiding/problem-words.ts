import type { Refusal } from '@cobrowse/client/protocol';

/** Why a drawing does not show to the customer, and what to do. */
export function drawingProblem(refusal: Refusal): string {
  switch (refusal) {
    case 'WrongState':
      return 'The customer does not see this: they have paused, or the connection is down. Draw again once the page is live.';
    case 'TooManyAttempts':
      return 'The customer does not see this: that was too much at once. Wait a moment and draw again.';
    case 'NotAllowed':
      return 'The customer does not see this: your bank has not approved it.';
    default:
      return 'The customer does not see this. Draw again, or ask for a fresh picture.';
  }
}
