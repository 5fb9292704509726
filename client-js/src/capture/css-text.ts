/** Begins with a fixed character or a word's edge each, which lets an engine skip quickly what is none of them. */
const tokens = new RegExp(
  [
    /\/\*[\s\S]*?(?:\*\/|$)/,
    /\b(?<!-)url\(\s*(?:"(?:\\[\s\S]|[^"\\])*"|'(?:\\[\s\S]|[^'\\])*'|(?:\\[\s\S]|[^)"'\\])*?)\s*(?:\)|$)/,
    /"(?:\\[\s\S]|[^"\\\n])*"?/,
    /'(?:\\[\s\S]|[^'\\\n])*'?/,
    /@(?:import|font-face)\b/,
    /\b(?<=[{;\s/]|^)(?:src|content)\s*:/,
    /--(?<=(?:[{;\s/]|^)--)[\w-]+\s*:/,
    /\b(?:(?<!-)|(?<=-webkit-))image-set\(/,
    /\b(?<!-)(?:type|format)\(\s*(?:"[^"]*"|'[^']*')/,
    /\\[\s\S]/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'gi',
);

/** An address in CSS text. */
export interface CssAddress {
  readonly address: string;
  readonly imported: boolean;
  readonly font: FontSource | undefined;
  /** As it stands in the text. */
  readonly token: string;
}

/** CSS taken apart: what stays, and between that what it loads. */
export type CssParts = readonly (string | CssAddress)[];

/** One of a font's sources. */
export interface FontSource {
  /** Numbers the `src` that it stands in. */
  readonly list: number;
  /** What is said of its format. */
  readonly hint: string;
}

const formatHint = /(?:\s*(?:format|tech)\([^)]*\))*/iy;

/** `strings`: whether strings of `content` and custom properties stay. */
export function takeApart(css: string, strings: boolean): CssParts {
  const parts: (string | CssAddress)[] = [];
  /** What the strings that follow are, up to the end of the statement. */
  let role: 'imported' | 'image' | 'telling' | undefined;
  let face = false;
  let list = 0;
  /** Where the last part ended, and the last token. */
  let at = 0;
  let end = 0;
  for (const { 0: token, index: offset } of css.matchAll(tokens)) {
    const first = token[0];
    if (role !== undefined || face) {
      const between = css.slice(end, offset);
      if (/[{};]/.test(between)) role = undefined;
      if (between.includes('}')) face = false;
    }
    end = offset + token.length;
    const replace = (part: string | CssAddress) => {
      parts.push(css.slice(at, offset), part);
      at = end;
    };
    const address = (raw: string) => {
      formatHint.lastIndex = end;
      const font = face && list > 0 ? { list, hint: formatHint.exec(css)![0].trim() } : undefined;
      replace({ address: unescapeCss(raw), imported: role === 'imported', font, token });
      if (role === 'imported') role = undefined;
    };
    if (first === '/' || first === '\\') continue;
    if (first === '@') {
      face = /^@f/i.test(token);
      role = face ? undefined : 'imported';
    } else if (first === '"' || first === "'") {
      const inner = token.slice(1, token.endsWith(first) && token.length > 1 ? -1 : undefined);
      if (role === 'imported' || role === 'image') address(inner);
      else if (role === 'telling' && !strings && isWords(inner)) replace('"••••"');
    } else if (/^url\(/i.test(token)) {
      const inner = token.slice(4, token.endsWith(')') ? -1 : undefined).trim();
      const quoted = inner[0] === '"' || inner[0] === "'";
      address(quoted ? inner.slice(1, -1) : inner);
    } else if (/^im/i.test(token)) role = 'image';
    else if (/^s/i.test(token)) list++;
    else if (token.endsWith(':')) role = 'telling';
  }
  parts.push(css.slice(at));
  return parts;
}

/** The text with other addresses; `next` answers with undefined for one that stays. */
export const putTogether = (parts: CssParts, next: (address: CssAddress) => string | undefined): string =>
  parts
    .map((part) => {
      if (typeof part === 'string') return part;
      const address = next(part);
      return address === undefined ? part.token : `url("${address}")`;
    })
    .join('');

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
