import type { RulePath } from '../../protocol/index.ts';

/** What holds rules: a sheet or a grouping, style or keyframes rule. */
export interface RuleHolder {
  readonly cssRules: CSSRuleList;
  insertRule?(text: string, index?: number): number;
  deleteRule(index: number | string): void;
}

/** The rule at `path`, or undefined where there is none. */
export function ruleAt(sheet: CSSStyleSheet, path: RulePath): CSSRule | undefined {
  const last = path[path.length - 1];
  return last === undefined ? undefined : holderAt(sheet, path.slice(0, -1))?.cssRules[last];
}

/** What holds rules at `path`: the sheet itself for an empty one. */
export function holderAt(sheet: CSSStyleSheet, path: RulePath): RuleHolder | undefined {
  let holder: RuleHolder | undefined = sheet;
  for (const index of path) {
    const rule: CSSRule | undefined = holder?.cssRules[index];
    if (!rule) return undefined;
    const imported: CSSStyleSheet | null | undefined = (rule as CSSImportRule).styleSheet;
    holder = imported ?? ('cssRules' in rule ? (rule as unknown as RuleHolder) : undefined);
  }
  return holder;
}
