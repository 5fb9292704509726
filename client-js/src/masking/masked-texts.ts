/** Shorter texts are the same by chance. */
const telling = 5;
const mostKept = 10_000;

/** Texts that a rule masks: they are masked wherever they are written again. */
export class MaskedTexts {
  readonly #texts = new Set<string>();

  has(text: string): boolean {
    return this.#texts.size > 0 && this.#texts.has(text);
  }

  add(text: string): void {
    if (text.length < telling) return;
    this.#texts.add(text);
    if (this.#texts.size > mostKept) for (const oldest of this.#texts) return void this.#texts.delete(oldest);
  }
}
