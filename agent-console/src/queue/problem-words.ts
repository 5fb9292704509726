import type { Words } from '../words/en/index.ts';
import type { Problem } from '../workspace/workspace-state.ts';

/** What went wrong and what to do about it, in one or two plain sentences. */
export function problemWords(problem: Problem, words: Words['queue']['problem']): string {
  if (problem.type === 'unreachable') return words.unreachable;
  if (problem.refusal === 'NotFound' && problem.attempt.type === 'claim') return words.claimGone;
  if (problem.refusal === 'NotFound' && problem.attempt.type === 'code') return words.refused.WrongCode;
  if (problem.attempt.type === 'return') return words.over;
  return words.refused[problem.refusal];
}
