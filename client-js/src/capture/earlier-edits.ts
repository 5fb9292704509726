import { rulesOf } from './sheet-rules.ts';

/**
 * Whether script changed `live` before anybody looked: its rules are other than what its authored text says. Imports
 * are left out, since constructed sheets have none.
 */
export function wasEdited(live: CSSStyleSheet, text: string): boolean {
  const rules = rulesOf(live);
  if (rules === undefined) return false;
  const authored = new CSSStyleSheet();
  authored.replaceSync(text);
  const expected = authored.cssRules;
  let at = 0;
  for (const rule of rules) {
    if ('styleSheet' in rule) continue;
    const other = expected[at++];
    if (other === undefined || other.cssText !== rule.cssText) return true;
  }
  return at !== expected.length;
}
