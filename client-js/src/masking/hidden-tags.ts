import { getOrMake } from '../protocol/get-or-make.ts';
import type { AuthoredNames } from './authored-names.ts';

/** The names of elements where text does not show: those that browsers, the page's scripts or its sheets know. */
export class HiddenTags {
  readonly #names: AuthoredNames;
  readonly #known = new Map<string, boolean>();

  constructor(names: AuthoredNames) {
    this.#names = names;
  }

  of(element: Element, name: string): string {
    const known = getOrMake(
      this.#known,
      `${element.namespaceURI} ${name}`,
      () =>
        !/Unknown|\b(?:SVG)?Element\]/.test(Object.prototype.toString.call(element)) &&
        (!name.includes('-') || element.matches(':defined')),
    );
    return known || this.#names.has(name) ? name : 'x-x';
  }
}
