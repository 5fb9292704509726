import { stringTable } from './body-format.ts';

const entries = 4096;
const characters = 1 << 22;
const shortest = 4;

/** A new text of this length is remembered, so that its first change already travels as a difference. */
export const longText = 1 << 16;

/**
 * The values that were sent last, by node and name, from which text, style and attributes travel as differences.
 * Writer and reader keep it by the same rules, so what one still has the other has too.
 */
export class RecentValues {
  readonly #values = new Map<string, string>();
  #size = 0;

  get(key: string): string | undefined {
    return this.#values.get(key);
  }

  set(key: string, value: string): void {
    this.#delete(key);
    if (value.length < shortest || value.length > characters) return;
    this.#values.set(key, value);
    this.#size += value.length;
    while (this.#values.size > entries || this.#size > characters) {
      const [oldest] = this.#values.keys();
      this.#delete(oldest!);
    }
  }

  #delete(key: string): void {
    const former = this.#values.get(key);
    if (former === undefined) return;
    this.#size -= former.length;
    this.#values.delete(key);
  }

  clear(): void {
    this.#values.clear();
    this.#size = 0;
  }
}

/** Whether an attribute's value is remembered here: others have slots and the table. */
export const isLong = (value: string | null): value is string =>
  value !== null && value.length > stringTable.longest;

/** The key of a node's text; attributes are keyed by their name. */
export const dataKey = (node: number): string => `${node}`;
export const attributeKey = (node: number, name: string, namespace: string | null): string =>
  `${node} ${name} ${namespace ?? ''}`;

/** How much of `next` its former value says already; no pair is split. */
export function commonEnds(former: string, next: string): { start: number; end: number } {
  const limit = Math.min(former.length, next.length);
  let start = 0;
  while (start < limit && former.charCodeAt(start) === next.charCodeAt(start)) start++;
  if (start > 0 && (next.charCodeAt(start - 1) & 0xfc00) === 0xd800) start--;
  let end = 0;
  const rest = limit - start;
  while (
    end < rest &&
    former.charCodeAt(former.length - 1 - end) === next.charCodeAt(next.length - 1 - end)
  ) {
    end++;
  }
  if (end > 0 && (next.charCodeAt(next.length - end) & 0xfc00) === 0xdc00) end--;
  return { start, end };
}
