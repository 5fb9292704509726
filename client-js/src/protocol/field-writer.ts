import { mostBodyText, nearness, stringTable } from './body-format.ts';
import { ByteSink } from './byte-sink.ts';
import type { NodeId, RulePath } from './op.ts';
import { commonEnds } from './recent-values.ts';
import type { Slot } from './shape-trie.ts';
import { encodeStrings } from './string-section.ts';

/** Writes the fields that ops are made of, into one body after another. */
export class FieldWriter extends ByteSink {
  readonly #strings = new Map<string, number>();
  #text = '';
  #lastId = 0;
  #rule = 0;
  /** Where strings stand that stand nowhere else. */
  #slot: Slot = { text: '', known: 0 };

  /** Starts a body. */
  begin(keyframe: boolean): void {
    this.clear();
    this.#text = '';
    this.#lastId = 0;
    this.#rule = 0;
    if (!keyframe) return;
    this.#strings.clear();
    this.#slot = { text: '', known: 0 };
  }

  /** About how many bytes the body has so far. */
  size(): number {
    return this.length + this.#text.length;
  }

  empty(): boolean {
    return this.length === 0;
  }

  /** Writes the body behind the first `offset` bytes of a new array. */
  finish(offset: number): Uint8Array {
    const { encoding, bytes } = encodeStrings(this.#text);
    const body = new ByteSink();
    body.length = offset;
    body.byte(encoding);
    body.varint(this.length);
    body.append(this.taken());
    body.append(bytes);
    this.clear();
    this.#text = '';
    return body.taken();
  }

  /** An op's first byte, with its primary id. */
  code(code: number, id: NodeId): void {
    const step = id - this.#lastId;
    this.#lastId = id;
    if (step === 1) this.byte(code | nearness.next);
    else if (step === 0) this.byte(code | nearness.same);
    else {
      this.byte(code);
      this.zigzag(step);
    }
  }

  /** A further id. */
  near(id: NodeId): void {
    this.zigzag(id - this.#lastId);
    this.#lastId = id;
  }

  /** What is too long for any body is cut; it is longer by far than what tables and recent values hold. */
  literal(text: string): void {
    if (text.length > stringTable.longest)
      text = text.slice(0, Math.max(0, mostBodyText - this.#text.length));
    this.varint(text.length);
    this.#text += text;
  }

  /** What is other than in `former`. */
  difference(former: string, text: string, { start, end } = commonEnds(former, text)): void {
    this.varint(start);
    this.varint(end);
    this.literal(text.slice(start, text.length - end));
  }

  /** `slot` is where it stands. */
  string(text: string, slot: Slot = this.#slot): void {
    const known = this.#strings.get(text);
    if (known !== undefined) {
      this.zigzag(known - slot.known, stringTable.known);
      slot.known = known;
    } else {
      const adds = text.length <= stringTable.longest && this.#strings.size < stringTable.entries;
      if (adds) this.#strings.set(text, this.#strings.size);
      const common = commonEnds(slot.text, text);
      const differs = common.start + common.end > stringTable.worthwhile;
      this.varint(differs ? stringTable.difference : adds ? stringTable.added : stringTable.literal);
      if (differs) this.difference('', text, common);
      else this.literal(text);
    }
    if (text.length <= stringTable.longest) slot.text = text;
  }

  optional(text: string | null, slot?: Slot): void {
    this.byte(text === null ? 0 : 1);
    if (text !== null) this.string(text, slot);
  }

  /** A rule; the next one often stands behind it. */
  rule(index: number, text: string): void {
    this.zigzag(index - this.#rule);
    this.#rule = index + 1;
    this.string(text);
  }

  path(path: RulePath): void {
    this.varint(path.length);
    for (const index of path) this.varint(index);
  }

  /** Ids from here on are near to this one. */
  last(id: NodeId): void {
    this.#lastId = id;
  }
}
