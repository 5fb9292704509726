import { rulesOf } from './sheet-rules.ts';

/** A browser writes so many rules down in a few milliseconds. */
const rulesBetweenTurns = 150;

/**
 * Whether script changed `live` before anybody looked: its rules are other than what its authored text says. Imports
 * are left out, since constructed sheets have none. What the page changes in between is for those who watch it.
 */
export async function wasEdited(
  live: CSSStyleSheet,
  text: string,
  giveWay: () => Promise<void>,
): Promise<boolean> {
  const rules = rulesOf(live);
  if (rules === undefined) return false;
  const authored = new CSSStyleSheet();
  authored.replaceSync(text);
  const expected = authored.cssRules;
  let at = 0;
  for (const rule of rules) {
    if ('styleSheet' in rule) continue;
    const other = expected[at++];
    if (at % rulesBetweenTurns === 0) await giveWay();
    if (other === undefined || other.cssText !== rule.cssText) return true;
  }
  return at !== expected.length;
}
