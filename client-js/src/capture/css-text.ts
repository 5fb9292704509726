const tokens = new RegExp(
  [
    String.raw`\/\*[\s\S]*?(?:\*\/|$)`,
    String.raw`(?<![\w-])url\(\s*(?:"(?:\\[\s\S]|[^"\\])*"|'(?:\\[\s\S]|[^'\\])*'|(?:\\[\s\S]|[^)"'\\])*?)\s*(?:\)|$)`,
    String.raw`"(?:\\[\s\S]|[^"\\\n])*"?`,
    String.raw`'(?:\\[\s\S]|[^'\\\n])*'?`,
    String.raw`@(?:import|font-face)\b`,
    String.raw`(?<=[{;\s/]|^)src\s*:`,
    String.raw`(?<![\w-])(?:-webkit-)?image-set\(`,
    String.raw`(?<![\w-])(?:type|format)\(\s*(?:"[^"]*"|'[^']*')`,
    String.raw`(?<=[{;\s/]|^)(?:content|--[\w-]+)\s*:`,
    '\\\\[\\s\\S]',
    '[{};]',
  ].join('|'),
  'gi',
);

export interface CssRewrite {
  /** The new address for one that stands in the text, or undefined to leave it. */
  address(address: string, imported: boolean, font?: FontSource): string | undefined;
  /** Whether strings of `content` and custom properties stay. */
  readonly strings: boolean;
}

/** One of a font's sources. */
export interface FontSource {
  /** Numbers the `src` that it stands in. */
  readonly list: number;
  /** What is said of its format. */
  readonly hint: string;
}

const formatHint = /(?:\s*(?:format|tech)\([^)]*\))*/iy;

/** CSS with its addresses replaced, and how many top-level rules its author wrote. */
export function rewriteCss(css: string, rewrite: CssRewrite): { text: string; rules: number } {
  let depth = 0;
  let rules = 0;
  let imported = false;
  let imageSet = false;
  let telling = false;
  let face = false;
  let list = 0;
  const address = (token: string, raw: string, isImport: boolean, end: number): string => {
    formatHint.lastIndex = end;
    const font = face && list > 0 ? { list, hint: formatHint.exec(css)![0].trim() } : undefined;
    const next = rewrite.address(unescapeCss(raw), isImport, font);
    return next === undefined ? token : `url("${next}")`;
  };
  const text = css.replace(tokens, (token, offset: number) => {
    const first = token[0];
    if (first === '/' || first === '\\') return token;
    if (first === '{') depth++;
    else if (first === '}') {
      depth = Math.max(0, depth - 1);
      if (depth === 0) rules++;
      face = false;
    } else if (first === ';' && depth === 0) rules++;
    if (first === '{' || first === '}' || first === ';') {
      imported = false;
      imageSet = false;
      telling = false;
      return token;
    }
    if (first === '@') {
      face = /^@f/i.test(token);
      imported = !face;
      return token;
    }
    if (first === '"' || first === "'") {
      const inner = token.slice(1, token.endsWith(first) && token.length > 1 ? -1 : undefined);
      if (imported || imageSet) {
        const isImport = imported;
        imported = false;
        return address(token, inner, isImport, offset + token.length);
      }
      return telling && !rewrite.strings && isWords(inner) ? '"••••"' : token;
    }
    if (/^url\(/i.test(token)) {
      const isImport = imported;
      imported = false;
      const inner = token.slice(4, token.endsWith(')') ? -1 : undefined).trim();
      const quoted = inner[0] === '"' || inner[0] === "'";
      return address(token, quoted ? inner.slice(1, -1) : inner, isImport, offset + token.length);
    }
    if (/image-set\($/i.test(token)) imageSet = true;
    else if (/^src/i.test(token)) list++;
    else if (token.endsWith(':')) telling = true;
    return token;
  });
  if (/^@charset\s/i.test(css)) rules--;
  return { text, rules };
}

/** Icon fonts use single characters; two letters and more may be words. */
const isWords = (inner: string): boolean => {
  const shown = unescapeCss(inner);
  return [...shown].length > 1 && /[\p{L}\p{N}]/u.test(shown);
};

function unescapeCss(text: string): string {
  return text.replace(
    /\\(?:([0-9a-f]{1,6})\s?|(\r\n|[\s\S]))/gi,
    (_, hex: string | undefined, other: string) => {
      if (hex === undefined) return /[\r\n\f]/.test(other) ? '' : other;
      const code = Number.parseInt(hex, 16);
      return code > 0x10ffff || code === 0 ? '\ufffd' : String.fromCodePoint(code);
    },
  );
}
