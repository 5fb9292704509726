import { DecodeError } from './decode-error.ts';

const encoder = new TextEncoder();

/** How the string section of a body is encoded. */
export const stringEncoding = { utf8: 0, utf16: 1 } as const;

function wellFormed(text: string): boolean {
  const native = (text as { isWellFormed?: () => boolean }).isWellFormed;
  if (native !== undefined) return native.call(text);
  return !/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/.test(text);
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

export function decodeStrings(encoding: number, bytes: Uint8Array): string {
  if (encoding === stringEncoding.utf8) {
    try {
      return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    } catch {
      throw new DecodeError('strings are not UTF-8');
    }
  }
  if (encoding !== stringEncoding.utf16 || bytes.length % 2 !== 0) throw new DecodeError('unknown encoding');
  let text = '';
  for (let i = 0; i < bytes.length; i += 8192) {
    const units: number[] = [];
    for (let k = i; k < Math.min(bytes.length, i + 8192); k += 2)
      units.push(bytes[k]! | (bytes[k + 1]! << 8));
    text += String.fromCharCode(...units);
  }
  return text;
}
