import type { Policy } from './policy.ts';

/** Whether the lists of a policy would mask less than they mean to: then everything is masked. */
export const isBroken = ({ mask, block, patterns = [] }: Policy): boolean =>
  ![...mask, ...block].every(isSelector) || !patterns.every(patternOf);

/** What a policy searches texts for; null where it is no regular expression. */
export function patternOf(source: string): RegExp | null {
  try {
    return new RegExp(source, 'iu');
  } catch {
    return null;
  }
}

export function isSelector(text: string): boolean {
  try {
    document.createDocumentFragment().querySelector(text);
    return true;
  } catch {
    return false;
  }
}
