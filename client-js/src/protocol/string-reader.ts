import { stringTable } from './body-format.ts';
import type { ByteSource } from './byte-source.ts';
import { DecodeError } from './decode-error.ts';

/** Takes strings in order from a body's string section; the table lives on between bodies. */
export class StringReader {
  readonly #table: string[] = [];
  #text = '';
  #at = 0;

  begin(text: string): void {
    this.#text = text;
    this.#at = 0;
  }

  clear(): void {
    this.#table.length = 0;
  }

  literal(source: ByteSource): string {
    const length = source.varint();
    if (length > this.#text.length - this.#at) throw new DecodeError('string past the end');
    const text = this.#text.slice(this.#at, this.#at + length);
    this.#at += length;
    return text;
  }

  string(source: ByteSource): string {
    const reference = source.varint();
    if (reference >= stringTable.known) {
      const known = this.#table[reference - stringTable.known];
      if (known === undefined) throw new DecodeError('unknown string');
      return known;
    }
    const text = this.literal(source);
    if (reference === stringTable.added) {
      if (this.#table.length >= stringTable.entries || text.length > stringTable.longest) {
        throw new DecodeError('string table is full');
      }
      this.#table.push(text);
    }
    return text;
  }

  optional(source: ByteSource): string | null {
    return source.byte() === 0 ? null : this.string(source);
  }
}
