const word = '••••••••';
/** Longer texts are no names, numbers or amounts. */
const prose = 128;

/**
 * The mask of a text: always the same, but for prose, which stays roughly as long. Its blanks at the ends stay as one
 * space each, so that layout holds; blank text shows nothing and stays.
 */
export function maskText(text: string): string {
  const trimmed = text.trim();
  if (trimmed === '') return text.length > 64 ? ' ' : text;
  let words = trimmed.length > prose ? 16 : 1;
  while (words > 1 && words * 8 < trimmed.length && words < 256) words *= 4;
  const lead = /^\s/.test(text) ? ' ' : '';
  const tail = /\s$/.test(text) ? ' ' : '';
  return lead + `${word} `.repeat(words).trim() + tail;
}

/** The mask of a text-bearing attribute. */
export const attributeMask = word;
