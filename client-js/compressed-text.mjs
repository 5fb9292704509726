import { gzipSync } from 'node:zlib';

/** What a text comes to when it is compressed, while single characters of ASCII in it change. */
export class CompressedText {
  #bytes;
  /** Where each character begins in the bytes. */
  #offsets;

  constructor(text) {
    this.#bytes = Buffer.from(text);
    this.#offsets = new Uint32Array(text.length);
    let at = 0;
    for (let index = 0; index < text.length; ) {
      const character = String.fromCodePoint(text.codePointAt(index));
      this.#offsets[index] = at;
      index += character.length;
      at += Buffer.byteLength(character);
    }
  }

  /** Writes one character where several pieces start. */
  write(places, character) {
    const code = character.charCodeAt(0);
    for (const { start } of places) this.#bytes[this.#offsets[start]] = code;
  }

  get size() {
    return gzipSync(this.#bytes, { level: 9 }).length;
  }
}
