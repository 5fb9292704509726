const word = '••••••••';

/** Texts up to here have one and the same mask: whatever has a name, a number or an amount in it. */
const short = 64;

/**
 * The mask of a text. Its length is always the same, but for paragraphs, whose mask tells the next power of two, so that
 * layout holds. Blanks at the ends stay as one space each; blank text shows nothing and stays.
 */
export function maskText(text: string): string {
  const trimmed = text.trim();
  if (trimmed === '') return text.length > 64 ? ' ' : text;
  let words = 1;
  if (trimmed.length > short) while (words * 8 < trimmed.length && words < 256) words *= 2;
  const lead = /^\s/.test(text) ? ' ' : '';
  const tail = /\s$/.test(text) ? ' ' : '';
  return lead + `${word} `.repeat(words).trim() + tail;
}

/** The mask of a text-bearing attribute. */
export const attributeMask = word;
