const encoder = new TextEncoder();

/** How the string section of a body is encoded. */
export const stringEncoding = { utf8: 0, utf16: 1 } as const;

function wellFormed(text: string): boolean {
  const native = (text as { isWellFormed?: () => boolean }).isWellFormed;
  return native?.call(text) ?? !/\p{Surrogate}/u.test(text);
}

/** All strings of a body, one after another; UTF-16 where a lone surrogate would not survive UTF-8. */
export function encodeStrings(text: string): { encoding: number; bytes: Uint8Array } {
  if (wellFormed(text)) return { encoding: stringEncoding.utf8, bytes: encoder.encode(text) };
  const bytes = new Uint8Array(text.length * 2);
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    bytes[i * 2] = unit & 255;
    bytes[i * 2 + 1] = unit >> 8;
  }
  return { encoding: stringEncoding.utf16, bytes };
}
