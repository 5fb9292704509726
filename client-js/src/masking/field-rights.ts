import { type FieldRule, right } from './page-rules.ts';
import type { FieldRight, Policy } from './policy.ts';
import { words } from './words.ts';

export const html = 'http://www.w3.org/1999/xhtml';
const fields = words('input textarea select datalist option optgroup');
/** What nobody may ever see in a field. */
const secret = /\bcc-|one-time-code|(?:current|new)-password/i;

export const isField = (element: Element): boolean =>
  fields.has(element.localName) && element.namespaceURI === html;

/** What a policy grants on fields, each right on its own. */
export class FieldRights {
  /** Whether anything is granted, on this page or another. */
  readonly any: boolean;
  /** Those of this page. */
  rules: readonly FieldRule[] = [];
  /** Fields that hid what was typed once. */
  readonly #passwords = new WeakSet<Element>();

  constructor({ rules = [] }: Policy) {
    this.any = rules.some(({ effect }) => effect === 'field');
  }

  /** Whether `wanted` is granted; `isMasked` tells what the page masks: then nothing of it shows. */
  accept(element: Element, wanted: FieldRight, isMasked: (field: Element) => boolean, viewers = 0): boolean {
    if (!this.any || !isField(element)) return false;
    const field = element.closest('select,datalist') ?? element;
    if ((field as HTMLInputElement).type === 'password') this.#passwords.add(field);
    if (this.#passwords.has(field) || secret.test(field.getAttribute('autocomplete') ?? '')) return false;
    const granted = this.rules.filter((rule) => rule.class === viewers && field.matches(rule.select));
    const rights = granted.reduce((all, rule) => all & rule.rights, granted.length > 0 ? 15 : 0);
    const shown = right[wanted] & (right.value | right.state) && isMasked(field);
    return (rights & right[wanted]) !== 0 && !shown;
  }

  /** The classes of viewers that may see what is in a field. */
  viewers(element: Element, isMasked: (field: Element) => boolean): number[] {
    const classes = new Set(this.rules.map((rule) => rule.class));
    classes.delete(0);
    return [...classes].filter((viewers) => this.accept(element, 'value', isMasked, viewers));
  }
}
