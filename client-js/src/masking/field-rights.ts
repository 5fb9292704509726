import { isField } from './fields.ts';
import { type FieldRule, right } from './page-rules.ts';
import type { FieldRight } from './policy.ts';

/** What nobody may ever see in a field. */
const secret = /\bcc-|one-time-code|(?:current|new)-password/i;

/** Fields that hid what was typed once, whatever was captured of them since. */
const passwords = new WeakSet<Element>();

/** What a policy grants on fields, each right on its own. */
export class FieldRights {
  /** Those of this page. */
  rules: readonly FieldRule[] = [];

  /** Whether `wanted` is granted; `isHidden` tells what is masked or blocked for these viewers: then nothing of it shows. */
  accept(
    element: Element,
    wanted: FieldRight,
    isHidden: (field: Element, viewers: number) => boolean,
    viewers = 0,
  ): boolean {
    if (!isField(element)) return false;
    const field = element.closest('select,datalist') ?? element;
    const { type } = field as HTMLInputElement;
    if (type === 'password') passwords.add(field);
    // What a page hides in a field is between it and its server.
    if (type === 'hidden' || passwords.has(field) || secret.test(field.getAttribute('autocomplete') ?? ''))
      return false;
    const granted = this.rules.filter((rule) => rule.class === viewers && field.matches(rule.select));
    const rights = granted.reduce((all, rule) => all & rule.rights, granted.length > 0 ? 15 : 0);
    const shown = right[wanted] & (right.value | right.state);
    return (
      (rights & right[wanted]) !== 0 && !(shown && (isHidden(field, viewers) || isHidden(element, viewers)))
    );
  }

  /** The classes of viewers that may see what is in a field. */
  viewers(element: Element, isHidden: (field: Element, viewers: number) => boolean): number[] {
    const classes = new Set(this.rules.map((rule) => rule.class));
    classes.delete(0);
    return [...classes].filter((viewers) => this.accept(element, 'value', isHidden, viewers));
  }
}
