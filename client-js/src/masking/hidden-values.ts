import type { AuthoredNames } from './authored-names.ts';
import { holdsNumber } from './detectors.ts';
import { alias, isPlain } from './plain-values.ts';

const language = /^[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|\d{3}))?$/;
const reference = /url\(\s*["']?#([^"')]*)["']?\s*\)/g;
const declarations = /(?:[^;"'(]|\([^)]*\)|"[^"]*"|'[^']*')+/g;

/** What values of attributes become where text does not show: what says how something looks stays. */
export class HiddenValues {
  readonly #names: AuthoredNames;

  constructor(names: AuthoredNames) {
    this.#names = names;
  }

  /** Of an attribute that says how its element looks or is built. */
  plain(name: string, value: string, foreign: boolean): string {
    switch (name) {
      case 'class':
      case 'part':
        return this.#names.of(value);
      case 'id':
        return this.#names.of(value) || (foreign ? alias(value) : '');
      case 'slot':
        return alias(value);
      case 'lang':
      case 'xml:lang':
        return language.test(value) ? value : '';
      default: {
        const told = value.replace(reference, (_, id: string) => `url(${this.reference(id)})`);
        const plain =
          isPlain(told.replace(/url\(#[\w-]*\)/g, ''), this.#names, name) && (foreign || !holdsNumber(value));
        if (plain) return told;
        // Results of filters are named where they are used.
        return name === 'media' ? 'not all' : /^(?:in2?|result)$/.test(name) ? alias(value) : '';
      }
    }
  }

  /** Of what names an id in its own document. */
  reference(id: string): string {
    return `#${this.#names.of(id) || alias(id)}`;
  }

  /** Of a style: declarations without words of the page. */
  style(value: string): string {
    const kept = (value.match(declarations) ?? []).filter((declaration) => {
      const at = declaration.indexOf(':');
      const name = declaration.slice(0, at).trim();
      const known = name.startsWith('--') ? this.#names.has(name) : CSS.supports(name, 'inherit');
      return (
        at > 0 && known && isPlain(declaration.slice(at), this.#names, name) && !holdsNumber(declaration)
      );
    });
    return kept.join(';');
  }
}
