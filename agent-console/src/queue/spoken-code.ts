import { limits } from '@cobrowse/client/protocol';

/** The digits of what was typed or pasted: spaces, dashes and words around them do not matter. */
export function codeDigits(typed: string): string {
  return typed.normalize('NFKC').replace(/\D/gu, '').slice(0, limits.codeLength);
}

export function isWholeCode(digits: string): boolean {
  return digits.length === limits.codeLength;
}

/** As one reads it out: `123 456`. */
export function groupedCode(digits: string): string {
  return digits.replace(/^(\d{3})(?=\d)/u, '$1 ');
}
