import { isField } from './fields.ts';
import { type FieldRule, right } from './page-rules.ts';
import type { FieldRight } from './policy.ts';

/** What nobody may ever see in a field. */
const secret = /\bcc-|one-time-code|(?:current|new)-password/i;

/** What a policy grants on fields, each right on its own. */
export class FieldRights {
  /** Those of this page. */
  rules: readonly FieldRule[] = [];
  /** Fields that hid what was typed once. */
  readonly #passwords = new WeakSet<Element>();

  /** Whether `wanted` is granted; `isMasked` tells what the page masks: then nothing of it shows. */
  accept(element: Element, wanted: FieldRight, isMasked: (field: Element) => boolean, viewers = 0): boolean {
    if (!isField(element)) return false;
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
