const word = '••••••••';

/**
 * The mask of a text. Its length says no more than the next power of two of the text's words, its blanks at the ends stay as
 * one space each, so that layout holds; blank text shows nothing and stays.
 */
export function maskText(text: string): string {
  const trimmed = text.trim();
  if (trimmed === '') return text.length > 64 ? ' ' : text;
  let words = 1;
  while (words * 8 < trimmed.length && words < 256) words *= 2;
  const lead = /^\s/.test(text) ? ' ' : '';
  const tail = /\s$/.test(text) ? ' ' : '';
  return lead + `${word} `.repeat(words).trim() + tail;
}

/** The mask of a text-bearing attribute. */
export const attributeMask = word;
