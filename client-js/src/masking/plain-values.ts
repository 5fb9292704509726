import { mixText } from '../protocol/integrity.ts';
import { words } from './words.ts';

/** Words that browsers know and no property of CSS has for a keyword. */
const known =
  words(`true false yes no mixed page step ascending descending horizontal vertical menu listbox tree grid
  dialog button submit reset row col rowgroup colgroup groups rows cols all void above below hsides lhs rhs vsides box
  off soft hard manual hint rect circle poly stylesheet alternate absmiddle text
  matrix translate translateX translateY translateZ translate3d rotate rotateX rotateY rotateZ scale scaleX scaleY
  skewX skewY var calc min max clamp rgb rgba hsl hsla cubic-bezier steps linear-gradient radial-gradient repeat minmax
  blur drop-shadow env important sans-serif serif monospace system-ui
  userSpaceOnUse objectBoundingBox strokeWidth xMinYMin xMidYMin xMaxYMin xMinYMid xMidYMid xMaxYMid xMinYMax xMidYMax
  xMaxYMax meet slice pad reflect SourceGraphic SourceAlpha arithmetic atop xor over out indefinite freeze remove sum
  replace discrete paced spline preserve saturate hueRotate table gamma identity wrap duplicate erode dilate
  screen print until-found stitch noStitch fractalNoise turbulence viewBox points gradientTransform`);
const properties =
  'color display direction float clear cursor position overflow visibility white-space text-align text-transform vertical-align border-style font-weight font-style font-size justify-content align-items flex-direction flex-wrap background-repeat background-position background-size object-fit mix-blend-mode animation-timing-function animation-direction animation-fill-mode animation-composition width pointer-events user-select stroke-linecap stroke-linejoin text-anchor fill-rule touch-action resize'.split(
    ' ',
  );
const word = /[a-z_-]{3,}/gi;
const answers = new Map<string, boolean>();
const mostKept = 4096;

/** Whether browsers know a word, so that it is nobody's. */
export function isKnown(each: string): boolean {
  let answer = answers.get(each);
  if (answer === undefined) {
    answer =
      known.has(each) ||
      properties.some((name) => CSS.supports(name, each)) ||
      (!each.startsWith('--') && CSS.supports(each, 'inherit'));
    // Pages name as much as they like.
    if (answers.size >= mostKept) answers.clear();
    answers.set(each, answer);
  }
  return answer;
}

/** Whether a value consists of numbers and of words that browsers know or `named` has. */
export const isPlain = (value: string, named: { has(word: string): boolean }): boolean =>
  !/["'\\]|[^\0-\x7f]|\/\*/.test(value) &&
  (value.replace(/#[\da-f]{3,8}\b/gi, '').match(word) ?? []).every((each) => {
    const bare = each.replace(/^-+|-+$/g, '');
    return bare.length < 3 || isKnown(bare) || named.has(each) || named.has(bare);
  });

/** CSS without the words that browsers do not know; strings, addresses and variables stay. */
export const plainWords = (css: string): string =>
  css.replace(
    /"(?:\\[\s\S]|[^"\\])*"|'(?:\\[\s\S]|[^'\\])*'|url\([^)]*\)|\/\*[\s\S]*?\*\/|(?<![\w.-])#?[a-z_-](?:[\w-]|\\.|[^\0-\x7f])*/gi,
    (each) => (/^["'/]|^url\(|^#[\da-f]*$|^--|^..?$/i.test(each) || isKnown(each) ? each : 'x'),
  );

/** Stands for a name that may not leave, wherever it stands. */
export const alias = (name: string): string => `n${(mixText(1, name) >>> 0).toString(36)}`;
