/** Sheets that a replica adds for itself. */
const replicasOwn =
  /^\s*(@property|@font-face|noscript \{ display|:is\(video, audio\)|@layer cobrowse|\[data-cobrowse-(fullscreen|box|bitmap))/;
const twin =
  /\[data-cobrowse-(hover|active|focus-visible|focus-within|focus|target|fullscreen|user-invalid|user-valid)\]/g;

/** The sheets that a root adopts, as text. */
export function adoptedSheets(root: Document | ShadowRoot): string[] {
  const sheets = [...(root.adoptedStyleSheets ?? [])].filter((sheet) => {
    const first = sheet.cssRules[0]?.cssText ?? '';
    return !replicasOwn.test(first);
  });
  return sheets.map(sheetText);
}

/** The sheet of a link or style element as text. */
export function ownSheet(owner: HTMLStyleElement | HTMLLinkElement): string {
  return owner.sheet ? `sheet ${sheetText(owner.sheet)}` : 'no sheet';
}

function sheetText(sheet: CSSStyleSheet): string {
  return `${sheet.disabled ? 'disabled ' : ''}(${sheet.media.mediaText}) ${rulesText(sheet)}`;
}

function rulesText(holder: { readonly cssRules: CSSRuleList }): string {
  try {
    return Array.from(holder.cssRules, ruleText).join(' ');
  } catch {
    return 'unreadable';
  }
}

function ruleText(rule: CSSRule): string {
  const imported = (rule as CSSImportRule).styleSheet;
  if ('styleSheet' in rule)
    return `@import (${(rule as CSSImportRule).media.mediaText}) {${imported ? rulesText(imported) : ''}}`;
  return rule.cssText
    .replace(twin, ':$1')
    .replace(/:not\(\[data-cobrowse-undefined\]\)/g, ':defined')
    .replace(/\[data-cobrowse-state~="([^"]*)"\]/g, ':state($1)')
    .replace(/url\((["']?)[^)]*\1\)/g, 'url()');
}
