import { DecodeError } from './decode-error.ts';
import { stringEncoding } from './string-section.ts';

/** The strings of a body, as {@link encodeStrings} left them. */
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
