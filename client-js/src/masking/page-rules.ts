import type { FieldRight, Rule } from './policy.ts';
import { isSelector } from './policy-checks.ts';

/** What a policy grants on a field, as bits. */
export const right: Readonly<Record<FieldRight, number>> = { value: 1, state: 2, propose: 4, control: 8 };

/** What a rule says of one attribute. */
export interface AttributeRule {
  readonly select: string;
  readonly attribute: string;
  readonly shows: boolean;
}

export interface FieldRule {
  readonly select: string;
  readonly rights: number;
  /** The class of viewers whom it speaks of; 0 is everybody. */
  readonly class: number;
}

/** The rules of a policy that hold on one page, beside its lists. */
export interface PageRules {
  readonly mask: readonly string[];
  readonly block: readonly string[];
  readonly allow: readonly string[];
  readonly attributes: readonly AttributeRule[];
  readonly fields: readonly FieldRule[];
  /** Whose class alone sees what they select. */
  readonly classes: readonly Rule[];
}

/** Whether a path is what a glob means, in which `*` is any run of characters. */
export const isPage = (glob: string, path: string): boolean =>
  new RegExp(`^${glob.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*')}$`, 's').test(path);

export function rulesOn(path: string, rules: readonly Rule[]): PageRules {
  const here = rules.filter(
    ({ page, select }) => isSelector(select) && (page === undefined || isPage(page, path)),
  );
  const selected = (of: string) =>
    here.filter((rule) => rule.effect === of && !rule.class && !rule.attribute).map(({ select }) => select);
  return {
    mask: selected('mask'),
    block: selected('block'),
    allow: selected('show'),
    attributes: here
      .filter((rule) => rule.attribute && !rule.class && /^[sm]/.test(rule.effect))
      .map(({ select, attribute, effect }) => ({ select, attribute: attribute!, shows: effect === 'show' })),
    fields: here
      .filter((rule) => rule.effect === 'field')
      .map(({ select, rights = [], class: viewers = 0 }) => ({
        select,
        class: viewers,
        rights: rights.reduce((all, each) => all | right[each], 0),
      })),
    classes: here.filter((rule) => (rule.class ?? 0) > 0 && rule.effect === 'show' && !rule.attribute),
  };
}

/** Whether rules would mask less than they mean to: then everything is masked. */
export function areBroken(rules: readonly Rule[]): boolean {
  const masking = rules.filter((rule) => rule.class || /^[mb]/.test(rule.effect)).map(({ select }) => select);
  return (
    !masking.every(isSelector) || !rules.every(({ effect }) => /^(?:show|mask|block|field)$/.test(effect))
  );
}
