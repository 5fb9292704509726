import { stringTable } from './body-format.ts';
import type { ByteSource } from './byte-source.ts';
import { DecodeError } from './decode-error.ts';
import type { Slot } from './shape-trie.ts';

/** Takes strings in order from a body's string section; the table lives on between bodies. */
export class StringReader {
  readonly #table: string[] = [];
  #slot: Slot = { text: '', known: 0 };
  #text = '';
  #at = 0;

  begin(text: string): void {
    this.#text = text;
    this.#at = 0;
  }

  clear(): void {
    this.#slot = { text: '', known: 0 };
    this.#table.length = 0;
  }

  literal(source: ByteSource): string {
    const length = source.varint();
    if (length > this.#text.length - this.#at) throw new DecodeError('string past the end');
    const text = this.#text.slice(this.#at, this.#at + length);
    this.#at += length;
    return text;
  }

  /** What is other than in `former`, and what is not. */
  difference(source: ByteSource, former: string | undefined): string {
    const start = source.varint();
    const end = source.varint();
    const middle = this.literal(source);
    if (former === undefined || start + end > former.length) throw new DecodeError('difference from nothing');
    return former.slice(0, start) + middle + former.slice(former.length - end);
  }

  string(source: ByteSource, slot: Slot = this.#slot): string {
    const text = this.#string(source, slot);
    if (text.length <= stringTable.longest) slot.text = text;
    return text;
  }

  #string(source: ByteSource, slot: Slot): string {
    const reference = source.varint();
    if (reference >= stringTable.known) {
      const step = reference - stringTable.known;
      const index = slot.known + (step % 2 === 0 ? step / 2 : -(step + 1) / 2);
      const known = this.#table[index];
      if (known === undefined) throw new DecodeError('unknown string');
      slot.known = index;
      return known;
    }
    const differs = reference === stringTable.difference;
    const text = differs ? this.difference(source, slot.text) : this.literal(source);
    const fits = this.#table.length < stringTable.entries && text.length <= stringTable.longest;
    if (reference === stringTable.added && !fits) throw new DecodeError('string table is full');
    if (reference !== stringTable.literal && fits) this.#table.push(text);
    return text;
  }

  optional(source: ByteSource, slot?: Slot): string | null {
    return source.byte() === 0 ? null : this.string(source, slot);
  }
}
