import { mostBodyText, nearness, stringTable } from './body-format.ts';
import { ByteSink } from './byte-sink.ts';
import type { NodeId, RulePath } from './op.ts';
import { encodeStrings } from './string-section.ts';

/** Writes the fields that ops are made of, into one body after another. */
export class FieldWriter {
  readonly ops = new ByteSink();
  readonly #strings = new Map<string, number>();
  #text = '';
  #lastId = 0;

  /** Starts a body. */
  begin(keyframe: boolean): void {
    this.ops.clear();
    this.#text = '';
    this.#lastId = 0;
    if (!keyframe) return;
    this.#strings.clear();
  }

  /** About how many bytes the body has so far. */
  get size(): number {
    return this.ops.length + this.#text.length;
  }

  get empty(): boolean {
    return this.ops.length === 0;
  }

  /** Writes the body behind the first `offset` bytes of a new array. */
  finish(offset: number): Uint8Array {
    const { encoding, bytes } = encodeStrings(this.#text);
    const head = new ByteSink();
    head.byte(encoding);
    head.varint(this.ops.length);
    const frame = new Uint8Array(offset + head.length + this.ops.length + bytes.length);
    frame.set(head.bytes.subarray(0, head.length), offset);
    frame.set(this.ops.bytes.subarray(0, this.ops.length), offset + head.length);
    frame.set(bytes, offset + head.length + this.ops.length);
    this.ops.clear();
    this.#text = '';
    return frame;
  }

  /** An op's first byte, with its primary id. */
  code(code: number, id: NodeId): void {
    const step = id - this.#lastId;
    this.#lastId = id;
    if (step === 1) this.ops.byte(code | nearness.next);
    else if (step === 0) this.ops.byte(code | nearness.same);
    else {
      this.ops.byte(code);
      this.ops.zigzag(step);
    }
  }

  /** A further id. */
  near(id: NodeId): void {
    this.ops.zigzag(id - this.#lastId);
    this.#lastId = id;
  }

  /** What is too long for any body is cut; it is longer by far than what tables and recent values hold. */
  literal(text: string): void {
    if (text.length > stringTable.longest)
      text = text.slice(0, Math.max(0, mostBodyText - this.#text.length));
    this.ops.varint(text.length);
    this.#text += text;
  }

  string(text: string): void {
    const known = this.#strings.get(text);
    if (known !== undefined) {
      this.ops.varint(known + stringTable.known);
      return;
    }
    if (text.length > stringTable.longest || this.#strings.size >= stringTable.entries) {
      this.ops.varint(stringTable.literal);
    } else {
      this.#strings.set(text, this.#strings.size);
      this.ops.varint(stringTable.added);
    }
    this.literal(text);
  }

  optional(text: string | null): void {
    this.ops.byte(text === null ? 0 : 1);
    if (text !== null) this.string(text);
  }

  path(path: RulePath): void {
    this.ops.varint(path.length);
    for (const index of path) this.ops.varint(index);
  }

  /** Ids from here on are near to this one. */
  last(id: NodeId): void {
    this.#lastId = id;
  }
}
