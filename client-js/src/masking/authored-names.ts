const named = /(?:[\w\u00a0-\uffff-]|\\(?:[\da-f]{1,6}\s?|[\s\S]))+/gi;
/** Characters of sheets that are kept unread. */
const mostUnread = 2_000_000;
const partly = /\[class[~|^$*]?=\s*["']?([^"'\]]+)/gi;

/**
 * The words of the style sheets that leave. What else bears such a name, a class or a custom property, tells nothing new;
 * any other name may be about a person.
 */
export class AuthoredNames {
  /** Sheets whose words nobody asked for yet: most pages show all their text. */
  #unread: string[] = [];
  #length = 0;
  readonly #words = new Set<string>();
  readonly #parts = new Set<string>();
  /** What could not leave under its name. */
  readonly #dropped = new Set<string>();
  #missed = new Set<string>();

  /** Takes the words of CSS text as it leaves. */
  gather(css: string): void {
    this.#unread.push(css);
    this.#length += css.length;
    // A page may write rules for hours.
    if (this.#length > mostUnread) this.#read();
  }

  has(word: string): boolean {
    this.#read();
    return this.#words.has(word);
  }

  /** Those words of a list that style sheets name, by a part of them perhaps. */
  of(list: string): string {
    this.#read();
    return list
      .split(/\s+/)
      .filter((word) => {
        if (this.#words.has(word)) return true;
        for (const part of this.#parts) if (word.includes(part)) return true;
        this.#dropped.add(word);
        return false;
      })
      .join(' ');
  }

  /** What was dropped, and named by a style sheet after that. */
  takeMissed(): ReadonlySet<string> {
    if (this.#dropped.size > 0) this.#read();
    const missed = this.#missed;
    if (missed.size > 0) this.#missed = new Set();
    return missed;
  }

  #read(): void {
    const unread = this.#unread;
    if (unread.length === 0) return;
    this.#unread = [];
    this.#length = 0;
    for (const css of unread) {
      for (const token of css.match(named) ?? []) {
        const word = token.includes('\\') ? unescapeCss(token) : token;
        this.#words.add(word);
        if (this.#dropped.delete(word)) this.#missed.add(word);
      }
      for (const [, part] of css.matchAll(partly)) this.#parts.add(part!.trim());
    }
  }
}

/** What CSS text says, without its escapes. */
export function unescapeCss(text: string): string {
  return text.replace(
    /\\(?:([0-9a-f]{1,6})\s?|(\r\n|[\s\S]))/gi,
    (_, hex: string | undefined, other: string) => {
      if (hex === undefined) return /[\r\n\f]/.test(other) ? '' : other;
      const code = Number.parseInt(hex, 16);
      return code > 0x10ffff || code === 0 ? '\ufffd' : String.fromCodePoint(code);
    },
  );
}
