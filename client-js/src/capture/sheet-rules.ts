import type { RulePath } from '../protocol/op.ts';

/** The rules of a sheet or grouping rule, or undefined where the page may not read them. */
export function rulesOf(holder: object): CSSRuleList | undefined {
  try {
    return (holder as { cssRules?: CSSRuleList | null }).cssRules ?? undefined;
  } catch {
    return undefined;
  }
}

/** The rules of `sheet` as text. */
export function ruleTexts(sheet: CSSStyleSheet): string[] {
  const rules = rulesOf(sheet);
  return rules === undefined ? [] : Array.from(rules, (rule) => rule.cssText);
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
  while (at !== null) {
    const holder: CSSRule | CSSStyleSheet | null = at.parentRule ?? at.parentStyleSheet;
    const rules: CSSRuleList | undefined = holder === null ? undefined : rulesOf(holder);
    const index: number = rules === undefined ? -1 : Array.prototype.indexOf.call(rules, at);
    if (holder === null || index < 0) return undefined;
    path.unshift(index);
    if (at.parentRule !== null) {
      at = at.parentRule;
      continue;
    }
    sheet = at.parentStyleSheet;
    at = sheet?.ownerRule ?? null;
  }
  return sheet === null ? undefined : { sheet, path };
}
