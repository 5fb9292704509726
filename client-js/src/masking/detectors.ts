/** Shorter texts hold no number of either kind. */
const shortest = 13;
/** Nor is one longer, with what may stand between its digits. */
export const longestNumber = 120;
/** The least that either kind consists of; most texts end here. */
const candidates = /\d(?:[\s./-]*\d){12}|[A-Za-z]{2}\d{2}(?:[\s.-]*[A-Za-z0-9]){11}/;
const ibanLike = /[A-Za-z]{2}\d{2}(?:[ .-]?[A-Za-z0-9]){11,34}/g;
const cardLike = /\d(?:[ ./-]{0,2}\d){12,40}/g;

/** Whether `text` holds an account or card number whose check digits are right. */
export function holdsNumber(text: string): boolean {
  // Digits of other scripts are digits, and what has no width parts none.
  if (/[^\0-\x7f]/.test(text))
    text = text
      .normalize('NFKC')
      .replace(/\p{Cf}/gu, '')
      .replace(/\p{Pd}/gu, '-');
  if (text.length < shortest || !candidates.test(text)) return false;
  // Line breaks and indents of a page's source show as one blank.
  const shown = text.replace(/\s+/g, ' ');
  for (const [candidate] of shown.matchAll(ibanLike)) if (isIban(candidate)) return true;
  for (const [candidate] of shown.matchAll(cardLike)) if (holdsCard(candidate)) return true;
  return false;
}

/** Tries every length, since text behind a number joins it when nodes are read together. */
function isIban(candidate: string): boolean {
  const compact = candidate.replace(/[^A-Za-z0-9]/g, '').toUpperCase();
  for (let length = 15; length <= Math.min(34, compact.length); length++) {
    if (remainder97(compact.slice(4, length) + compact.slice(0, 4)) === 1) return true;
  }
  return false;
}

function remainder97(text: string): number {
  let rest = 0;
  for (const character of text) {
    const value = Number.parseInt(character, 36);
    rest = (value > 9 ? rest * 100 + value : rest * 10 + value) % 97;
  }
  return rest;
}

/** A card number begins and ends where a group of digits does. */
function holdsCard(candidate: string): boolean {
  const groups = candidate.split(/[^\d]+/);
  for (let first = 0; first < groups.length; first++) {
    let digits = '';
    for (let last = first; last < groups.length; last++) {
      digits += groups[last];
      if (digits.length > 19) break;
      if (digits.length >= 13 && luhn(digits)) return true;
    }
  }
  return false;
}

function luhn(digits: string): boolean {
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    let value = digits.charCodeAt(digits.length - 1 - i) - 48;
    if (i % 2 === 1) value = value > 4 ? value * 2 - 9 : value * 2;
    sum += value;
  }
  return sum % 10 === 0 && !/^0+$/.test(digits);
}
