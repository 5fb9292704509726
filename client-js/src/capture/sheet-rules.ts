import type { RulePath } from '../protocol/op.ts';
import { tried } from './tried.ts';

/** The rules of a sheet or grouping rule, or undefined where the page may not read them. */
export const rulesOf = (holder: object): CSSRuleList | undefined =>
  tried(() => (holder as { cssRules?: CSSRuleList | null }).cssRules) ?? undefined;

/** The rules of `sheet` as text. */
export function ruleTexts(sheet: CSSStyleSheet): string[] {
  const rules = rulesOf(sheet);
  return rules ? Array.from(rules, (rule) => rule.cssText) : [];
}

export interface RulePlace {
  readonly sheet: CSSStyleSheet;
  readonly path: RulePath;
}

/** Where a rule stands: from the sheet that belongs to an element or is adopted, through imports and groups. */
export function placeOf(rule: CSSRule): RulePlace | undefined {
  const path: number[] = [];
  let at: CSSRule | null = rule;
  let sheet: CSSStyleSheet | null = null;
  while (at) {
    const holder: CSSRule | CSSStyleSheet | null = at.parentRule ?? at.parentStyleSheet;
    const rules: CSSRuleList | undefined = holder ? rulesOf(holder) : undefined;
    const index: number = rules ? Array.prototype.indexOf.call(rules, at) : -1;
    if (!holder || index < 0) return undefined;
    path.unshift(index);
    if (at.parentRule) {
      at = at.parentRule;
      continue;
    }
    sheet = at.parentStyleSheet;
    at = sheet?.ownerRule ?? null;
  }
  return sheet ? { sheet, path } : undefined;
}
