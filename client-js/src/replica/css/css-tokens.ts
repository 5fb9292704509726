/** Kinds of tokens of CSS Syntax Level 3, as far as a rewriter must tell them apart. */
export type CssTokenType =
  | 'space'
  | 'comment'
  | 'ident'
  | 'function'
  | 'at'
  | 'string'
  | 'url'
  | 'badUrl'
  | 'open'
  | 'close'
  | 'colon'
  | 'semicolon'
  | 'other';

/** A token: its kind, its authored text, and its unescaped name or content. */
export interface CssToken {
  readonly type: CssTokenType;
  readonly raw: string;
  readonly value: string;
}

const nameStart = /[a-zA-Z_\u0080-\uffff]/;
const nameRest = /[-\w\u0080-\uffff]/;
const isSpace = (c: string) => c === ' ' || c === '\n' || c === '\t' || c === '\r' || c === '\f';
const isNewline = (c: string | undefined) => c === '\n' || c === '\r' || c === '\f';

/** The text with CSS escapes resolved. */
export function unescapeCss(text: string): string {
  if (!text.includes('\\')) return text;
  return text.replace(
    /\\(?:([0-9a-fA-F]{1,6})(?:\r\n|[ \n\t\r\f])?|(\r\n|[\n\r\f])|([\s\S])|$)/g,
    (_, hex: string | undefined, line: string | undefined, one: string | undefined) => {
      if (line !== undefined) return '';
      if (hex === undefined) return one ?? '\ufffd';
      const code = Number.parseInt(hex, 16);
      const bad = code === 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff);
      return bad ? '\ufffd' : String.fromCodePoint(code);
    },
  );
}

/** Splits CSS text into tokens whose `raw` parts, joined, give the text again. */
export function tokenizeCss(css: string): CssToken[] {
  const tokens: CssToken[] = [];
  const length = css.length;
  let at = 0;

  const validEscape = (i: number) => css[i] === '\\' && i + 1 < length && !isNewline(css[i + 1]);
  const startsName = (i: number): boolean => {
    const c = css[i];
    if (c === undefined) return false;
    if (c === '-') {
      const next = css[i + 1];
      return next === '-' || (next !== undefined && nameStart.test(next)) || validEscape(i + 1);
    }
    return nameStart.test(c) || validEscape(i);
  };
  const skipEscape = (i: number): number => {
    let end = i + 1;
    const digits = /^[0-9a-fA-F]{1,6}/.exec(css.slice(end, end + 6));
    if (!digits) return end + ((css.codePointAt(end) ?? 0) > 0xffff ? 2 : 1);
    end += digits[0].length;
    if (css[end] === '\r' && css[end + 1] === '\n') return end + 2;
    return isSpace(css[end] ?? '') ? end + 1 : end;
  };
  const skipName = (i: number): number => {
    let end = i;
    for (;;) {
      if (end < length && nameRest.test(css[end]!)) end++;
      else if (validEscape(end)) end = skipEscape(end);
      else return end;
    }
  };
  const push = (type: CssTokenType, end: number, value: string) => {
    tokens.push({ type, raw: css.slice(at, end), value });
    at = end;
  };
  const takeString = (quote: string) => {
    let end = at + 1;
    while (end < length) {
      const c = css[end]!;
      if (c === quote) return push('string', end + 1, unescapeCss(css.slice(at + 1, end)));
      if (isNewline(c)) return push('other', end, '');
      if (c === '\\' && css[end + 1] === '\r' && css[end + 2] === '\n') end += 3;
      else end += c === '\\' ? 2 : 1;
    }
    const value = unescapeCss(css.slice(at + 1).replace(/(?<!\\)(\\\\)*\\$/, '$1'));
    tokens.push({ type: 'string', raw: quoteCss(value), value });
    at = length;
  };
  const takeUrl = (bodyStart: number) => {
    let end = bodyStart;
    while (end < length && isSpace(css[end]!)) end++;
    const from = end;
    while (end < length) {
      const c = css[end]!;
      if (c === ')' || isSpace(c)) {
        const value = unescapeCss(css.slice(from, end));
        while (end < length && isSpace(css[end]!)) end++;
        if (end >= length || css[end] === ')') return push('url', Math.min(end + 1, length), value);
        break;
      }
      if (c === '"' || c === "'" || c === '(' || c < ' ' || c === '\x7f') break;
      if (c === '\\') {
        if (!validEscape(end)) break;
        end = skipEscape(end);
      } else end++;
    }
    if (end >= length) return push('url', length, unescapeCss(css.slice(from, length)));
    while (end < length && css[end] !== ')') end = validEscape(end) ? skipEscape(end) : end + 1;
    push('badUrl', Math.min(end + 1, length), '');
  };
  const takeIdent = (type: 'ident' | 'other') => {
    const end = skipName(at);
    const name = unescapeCss(css.slice(at, end));
    if (type === 'other' || css[end] !== '(') return push(type, end, name);
    if (name.toLowerCase() === 'url') {
      let probe = end + 1;
      while (probe < length && isSpace(css[probe]!)) probe++;
      if (css[probe] !== '"' && css[probe] !== "'") return takeUrl(end + 1);
    }
    push('function', end + 1, name);
  };

  while (at < length) {
    const c = css[at]!;
    if (c === '/' && css[at + 1] === '*') {
      const close = css.indexOf('*/', at + 2);
      if (close >= 0) push('comment', close + 2, '');
      else at = length;
    } else if (isSpace(c)) {
      let end = at + 1;
      while (end < length && isSpace(css[end]!)) end++;
      push('space', end, ' ');
    } else if (c === '"' || c === "'") takeString(c);
    else if (c === '#' && at + 1 < length && (nameRest.test(css[at + 1]!) || validEscape(at + 1))) {
      push('other', skipName(at + 1), '#');
    } else if (/[0-9]/.test(c) || (/[.+-]/.test(c) && /^[+-]?\.?[0-9]/.test(css.slice(at, at + 3)))) {
      const number = /^[+-]?(?:[0-9]*\.)?[0-9]+(?:[eE][+-]?[0-9]+)?/.exec(css.slice(at, at + 64))!;
      const end = at + number[0].length;
      push('other', startsName(end) ? skipName(end) : css[end] === '%' ? end + 1 : end, '0');
    } else if (c === '-' && css.startsWith('-->', at)) push('other', at + 3, '-->');
    else if (startsName(at)) takeIdent('ident');
    else if (c === '<' && css.startsWith('<!--', at)) push('other', at + 4, '<!--');
    else if (c === '@' && startsName(at + 1)) {
      const end = skipName(at + 1);
      push('at', end, unescapeCss(css.slice(at + 1, end)).toLowerCase());
    } else if (c === ':') push('colon', at + 1, c);
    else if (c === ';') push('semicolon', at + 1, c);
    else if (c === '(' || c === '[' || c === '{') push('open', at + 1, c);
    else if (c === ')' || c === ']' || c === '}') push('close', at + 1, c);
    else push('other', at + 1, c);
  }
  return tokens;
}

/** `text` as a CSS string. */
export function quoteCss(text: string): string {
  const escaped = text.replace(/["\\\n\r\f\0<]/g, (c) => `\\${c.charCodeAt(0).toString(16)} `);
  return `"${escaped}"`;
}
