const encoder = new TextEncoder();

/** How the string section of a body is encoded. */
export const stringEncoding = { utf8: 0, utf16: 1 } as const;

/** All strings of a body, one after another; UTF-16 where a lone surrogate would not survive UTF-8. */
export function encodeStrings(text: string): { encoding: number; bytes: Uint8Array } {
  if (!/\p{Surrogate}/u.test(text)) return { encoding: stringEncoding.utf8, bytes: encoder.encode(text) };
  const units = Uint16Array.from({ length: text.length }, (_, i) => text.charCodeAt(i));
  return { encoding: stringEncoding.utf16, bytes: new Uint8Array(units.buffer) };
}
