import { unescapeCss } from '../masking/authored-names.ts';
import { isKnown, plainWords } from '../masking/plain-values.ts';

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
    /\binitial-value\s*:/,
    /\[\s*(?:value|title|alt|placeholder|src|href|label|content|name|aria-label)\s*[~|^$*]?=(?:"[^"]*"|'[^']*'|[^\]"'])*\]/,
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

/** What browsers do not know, and rules that name an address. */
const unknownRule =
  /@(?!(?:-\w+-)?(?:media|supports|font|keyframes|import|layer|container|page|property|counter|scope|starting|view|position|bottom|top|left|right)\b)[\w-]+[^;{}]*/gi;
const declaration = /(?<=[{;]\s*)([a-z-]+)\s*:[^;{}]*(?=[;}]|$)/gi;

/** CSS without what browsers pass by. */
const understood = (css: string): string =>
  /[{@]/.test(css)
    ? css
        .replace(unknownRule, '@x')
        .replace(declaration, (whole, name: string) => (name.startsWith('--') || isKnown(name) ? whole : ''))
    : '';

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
const value = /(?:"(?:\\[\s\S]|[^"\\])*"|'(?:\\[\s\S]|[^'\\])*'|\{[^{}]*\}|[^;{}"'])*/y;
/** What stands before a string that is no text of the page: a font, an area of a grid, a state in a selector. */
const technical = /(?:font[\w-]*|grid[\w-]*|syntax)\s*:[^;{}]*$|\[\s*[\w-]+\s*[~|^$*]?=\s*$/i;

/** `strings`: whether what may be words of the page stays: strings, custom properties, comments. */
export function takeApart(css: string, strings: boolean, part = false): CssParts {
  const parts: (string | CssAddress)[] = [];
  if (!strings && !part) css = understood(css);
  /** What the strings that follow are, up to the end of the statement. */
  let role: 'imported' | 'image' | undefined;
  let face = false;
  let list = 0;
  /** Where the last part ended, and the last token. */
  let at = 0;
  let end = 0;
  for (const { 0: token, index: offset } of css.matchAll(tokens)) {
    if (offset < end) continue;
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
    if (first === '/' || first === '[') {
      if (!strings) replace(first === '/' ? ' ' : '[_]');
    } else if (first === '@') {
      face = /^@f/i.test(token);
      role = face ? undefined : 'imported';
    } else if (first === '"' || first === "'") {
      const inner = token.slice(1, token.endsWith(first) && token.length > 1 ? -1 : undefined);
      if (role === 'imported' || role === 'image') address(inner);
      else if (!strings && isWords(inner) && !technical.test(css.slice(Math.max(0, offset - 200), offset)))
        replace('"••••"');
    } else if (/^url\(/i.test(token)) {
      const inner = token.slice(4, token.endsWith(')') ? -1 : undefined).trim();
      const quoted = inner[0] === '"' || inner[0] === "'";
      address(quoted ? inner.slice(1, -1) : inner);
    } else if (/^im/i.test(token)) role = 'image';
    else if (/^s/i.test(token)) list++;
    else if (!strings && /^(?:--|i)/i.test(token)) {
      value.lastIndex = end;
      const told = value.exec(css)![0];
      const plain = plainWords(told);
      if (plain !== told) {
        parts.push(css.slice(at, end), ...takeApart(plain, strings, true));
        end += told.length;
        at = end;
      }
    }
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

/** Icon fonts use characters that are no letters. */
const isWords = (inner: string): boolean => /[\p{L}\p{N}]/u.test(unescapeCss(inner));
