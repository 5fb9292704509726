import { mixText } from '../protocol/integrity.ts';

/** Words that browsers know and no property of CSS has for a keyword. */
const known =
  /^(?:true|false|yes|no|row|col|rowgroup|colgroup|screen|print|until-found|(?:translate|rotate|scale|skew|matrix)(?:[XYZ]|3d)?|var|calc|min|max|clamp|rgba?|hsla?|(?:linear|radial)-gradient|cubic-bezier|sans-serif|serif|monospace|system-ui|x(?:Min|Mid|Max)Y(?:Min|Mid|Max)|meet|slice|userSpaceOnUse|objectBoundingBox|strokeWidth|Source(?:Graphic|Alpha)|indefinite|freeze|viewBox|points|replace|important)$/;
const properties =
  'color display text-align vertical-align position justify-content animation-timing-function font-weight font-style border-style clear direction white-space background-size';
const word = /[a-z_-]{3,}/gi;
const nobodys = 'zq-x';
const answers = new Map<string, boolean>();
const mostKept = 4096;

interface Words {
  has(word: string): boolean;
}

/** Whether browsers know a word, in the value of `property` perhaps, so that it is nobody's. */
export function isKnown(each: string, property = 'color'): boolean {
  const key = `${property} ${each}`;
  let answer = answers.get(key);
  if (answer === undefined) {
    const takes = (name: string) => CSS.supports(name, each) && !CSS.supports(name, nobodys);
    answer =
      known.test(each) ||
      takes(property) ||
      properties.split(' ').some(takes) ||
      (!each.startsWith('--') && CSS.supports(each, 'inherit'));
    // Pages name as much as they like.
    if (answers.size >= mostKept) answers.clear();
    answers.set(key, answer);
  }
  return answer;
}

/** Whether a value, of `property` perhaps, consists of numbers and of words that browsers know or `named` has. */
export const isPlain = (value: string, named: Words, property?: string): boolean =>
  !/["'\\]|[^\0-\x7f]|\/\*/.test(value) &&
  (value.replace(/#[\da-f]{3,8}\b/gi, '').match(word) ?? []).every((each) => {
    const bare = each.replace(/^-+|-+$/g, '');
    return bare.length < 3 || isKnown(bare, property) || named.has(each) || named.has(bare);
  });

/** CSS without the words that browsers do not know; strings, addresses and variables stay. */
export const plainWords = (css: string): string =>
  css.replace(
    /"(?:\\[\s\S]|[^"\\])*"|'(?:\\[\s\S]|[^'\\])*'|url\([^)]*\)|\/\*[\s\S]*?\*\/|(?<![\w.-])#?[a-z_-](?:[\w-]|\\.|[^\0-\x7f])*/gi,
    (each) => (/^["'/]|^url\(|^#[\da-f]*$|^--|^..?$/i.test(each) || isKnown(each) ? each : 'x'),
  );

/** Stands for a name that may not leave, wherever it stands. */
export const alias = (name: string): string => `n${(mixText(1, name) >>> 0).toString(36)}`;
