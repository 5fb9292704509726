import type { Refusal } from '@cobrowse/client/protocol';
import type { Words } from '../words/en/index.ts';

/** Why a drawing does not show to the customer, and what to do. */
export function drawingProblem(refusal: Refusal, words: Words['guiding']['problem']): string {
  switch (refusal) {
    case 'WrongState':
    case 'TooManyAttempts':
    case 'NotAllowed':
      return words[refusal];
    default:
      return words.other;
  }
}
