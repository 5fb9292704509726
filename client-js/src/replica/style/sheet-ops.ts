import type { Op, RulePath } from '../../protocol/index.ts';
import { holderAt, type RuleHolder, ruleAt } from './rule-path.ts';
import type { SafeCss } from './safe-css.ts';

/** Ops that change a sheet which is there. */
export type SheetOp = Extract<
  Op,
  { op: 'sheetRules' | 'ruleInsert' | 'ruleDelete' | 'ruleText' | 'declaration' | 'sheetState' }
>;

/** Stands where a rule cannot be: this browser does not know it, and the indices behind it must hold. */
const placeholder = '@media not all {}';

/** Applies one op to `sheet`. Paths that lead nowhere are skipped. */
export function applySheetOp(sheet: CSSStyleSheet, op: SheetOp, css: Pick<SafeCss, 'sheet' | 'value'>): void {
  switch (op.op) {
    case 'sheetState':
      if (sheet.disabled !== op.disabled) sheet.disabled = op.disabled;
      if (sheet.media.mediaText !== op.media) sheet.media.mediaText = op.media;
      return;
    case 'declaration': {
      const style = (ruleAt(sheet, op.path) as CSSStyleRule | undefined)?.style;
      if (op.value === null) style?.removeProperty(op.property);
      else style?.setProperty(op.property, css.value(op.value), op.important ? 'important' : '');
      return;
    }
    case 'ruleInsert':
      insert(sheet, op.path, op.index, css.sheet(op.text));
      return;
    case 'ruleDelete':
      remove(sheet, op.path, op.index);
      return;
    case 'ruleText': {
      const index = op.path[op.path.length - 1];
      if (index === undefined) return;
      const holder = op.path.slice(0, -1);
      remove(sheet, holder, index);
      insert(sheet, holder, index, css.sheet(op.text));
      return;
    }
    case 'sheetRules': {
      const holder = holderAt(sheet, op.path);
      if (!holder) return;
      if (!holder.insertRule) {
        rewriteKeyframes(sheet, op.path, () => op.rules.map((rule) => css.sheet(rule)));
        return;
      }
      for (let i = holder.cssRules.length; i > 0; i--) holder.deleteRule(i - 1);
      op.rules.forEach((rule, index) => {
        insertInto(holder, index, css.sheet(rule));
      });
      return;
    }
    default: {
      op satisfies never;
      return;
    }
  }
}

function insert(sheet: CSSStyleSheet, path: RulePath, index: number, text: string): void {
  const holder = holderAt(sheet, path);
  if (!holder) return;
  if (holder.insertRule) insertInto(holder, Math.min(index, holder.cssRules.length), text);
  else rewriteKeyframes(sheet, path, (rules) => rules.toSpliced(index, 0, text));
}

function insertInto(holder: RuleHolder, index: number, text: string): void {
  try {
    holder.insertRule?.(text, index);
  } catch {
    try {
      holder.insertRule?.(placeholder, index);
    } catch {
      // An import or namespace rule stands behind: the place cannot be held.
    }
  }
}

function remove(sheet: CSSStyleSheet, path: RulePath, index: number): void {
  const holder = holderAt(sheet, path);
  if (!holder || index >= holder.cssRules.length) return;
  if (holder.insertRule) holder.deleteRule(index);
  else rewriteKeyframes(sheet, path, (rules) => rules.toSpliced(index, 1));
}

/** Keyframes know their rules by key only, so a change by index writes them all again. */
function rewriteKeyframes(sheet: CSSStyleSheet, path: RulePath, change: (rules: string[]) => string[]): void {
  const rule = ruleAt(sheet, path) as CSSKeyframesRule | undefined;
  const index = path[path.length - 1];
  const holder = holderAt(sheet, path.slice(0, -1));
  if (!rule || !holder || index === undefined || !('appendRule' in rule)) return;
  const rules = change(Array.from(rule.cssRules, (each) => each.cssText));
  const head = rule.cssText.slice(0, rule.cssText.indexOf('{'));
  holder.deleteRule(index);
  insertInto(holder, index, `${head}{${rules.join('\n')}}`);
}
