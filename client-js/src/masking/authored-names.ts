const named = /(?:[\w\u00a0-\uffff-]|\\(?:[\da-f]{1,6}\s?|[\s\S]))+/gi;
const partly = /\[class[~|^$*]?=\s*["']?([^"'\]]+)/gi;

/**
 * The words of the style sheets that leave. What else bears such a name, a class or a custom property, tells nothing new;
 * any other name may be about a person.
 */
export class AuthoredNames {
  readonly #words = new Set<string>();
  readonly #parts = new Set<string>();
  /** What could not leave under its name. */
  readonly #dropped = new Set<string>();
  #missed = new Set<string>();

  /** Takes the words of CSS text as it leaves. */
  gather(css: string): void {
    for (const [token] of css.matchAll(named)) {
      const word = token.includes('\\') ? unescapeCss(token) : token;
      this.#words.add(word);
      if (this.#dropped.delete(word)) this.#missed.add(word);
    }
    for (const [, part] of css.matchAll(partly)) this.#parts.add(part!.trim());
  }

  has(word: string): boolean {
    return this.#words.has(word);
  }

  /** Those words of a list that style sheets name, by a part of them perhaps. */
  of(list: string): string {
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
    const missed = this.#missed;
    if (missed.size > 0) this.#missed = new Set();
    return missed;
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
