import type { OwnRules } from '../style/own-rules.ts';

/**
 * A frame that has not the agent's focus paints what is selected as behind another window; on the customer's
 * screen the page lies in front.
 */
export class ActiveSelection {
  readonly #own: OwnRules;
  readonly #documents = new Set<Document>();
  #inFront = false;

  constructor(own: OwnRules) {
    this.#own = own;
  }

  /** Whether the customer's page has the focus. */
  set(inFront: boolean): void {
    if (inFront === this.#inFront) return;
    this.#inFront = inFront;
    for (const document of this.#documents) this.#show(document);
  }

  /** Something is selected in `document`. */
  in(document: Document): void {
    if (this.#documents.has(document)) return;
    this.#documents.add(document);
    this.#show(document);
  }

  #show(document: Document): void {
    this.#own.need(document, 'selection');
    const sheet = this.#own.sheet(document, 'selection');
    if (sheet) sheet.disabled = !this.#inFront;
  }
}
