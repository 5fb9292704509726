import { holdsNumber, longestNumber } from '../masking/detectors.ts';
import { patternOf } from '../masking/policy-checks.ts';

const candidate = /[A-Za-z]{2}\d{2}(?:[ .-]?[A-Za-z0-9]){11,34}|\d(?:[\s./-]*\d){6,40}/g;
const shade = '••••';
/** Over so many messages somebody may split a number, with words around its pieces. */
const mostPieces = 5;

/** Keeps numbers that never leave out of what the customer writes, also where several messages make one. */
export class OwnWords {
  readonly #patterns: readonly (RegExp | null)[];

  /** `patterns`: what else the tenant's policy names. */
  constructor(patterns: readonly string[] = []) {
    this.#patterns = patterns.map(patternOf);
  }

  /** `text` as it may leave, after the customer's own messages `before`; the same text where it holds nothing. */
  safe(text: string, before: readonly string[]): string {
    const holds = (part: string) => this.#holds(part) || this.#completes(part, before);
    if (!holds(text)) return text;
    let shown = text.replace(candidate, (found) => (this.#holds(found) ? shade : found));
    if (holds(shown)) shown = shown.replace(/[\p{Nd}\p{Cf}]+/gu, shade);
    return holds(shown) ? shade : shown;
  }

  /** Whether `part` makes a number together with what was written before it. */
  #completes(part: string, before: readonly string[]): boolean {
    // Without a digit of its own it completes nothing.
    if (digitsOf(part) === '') return false;
    const earlier = before.join(' ').slice(-longestNumber);
    if (!this.#holds(earlier) && this.#holds(`${earlier} ${part}`)) return true;
    for (let pieces = 1; pieces < mostPieces; pieces++) {
      const digits = [...before.slice(-pieces), part].map(digitsOf).join('');
      if (this.#holds(digits)) return true;
    }
    return false;
  }

  /** A pattern that cannot be read may have meant any text. */
  #holds(text: string): boolean {
    return holdsNumber(text) || this.#patterns.some((pattern) => pattern?.test(text) ?? true);
  }
}

const digitsOf = (text: string): string => text.normalize('NFKC').replace(/\P{Nd}+/gu, '');
