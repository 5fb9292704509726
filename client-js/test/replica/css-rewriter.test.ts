import { describe, expect, it } from 'vitest';
import { CssRewriter } from '../../src/replica/css/css-rewriter.ts';
import { tokenizeCss } from '../../src/replica/css/css-tokens.ts';

const used: string[] = [];
const rewriter = () =>
  new CssRewriter({
    address: (authored) => (authored.startsWith('ok:') ? `safe:${authored.slice(3)}` : undefined),
    importAddress: (authored) => (authored.startsWith('ok:') ? `safe:${authored.slice(3)}` : undefined),
    twinUsed: (name) => used.push(name),
  });
const sheet = (css: string) => rewriter().sheet(css);

describe('CssRewriter', () => {
  it.each([
    'a { color: red }',
    '@media (min-width: 1px) { .a > .b ~ c:nth-child(2n + 1) { margin: -1px 2e3px; } }',
    '@font-face { font-family: "a b"; src: local("x") }',
    '.\\31 0\\:x { content: "\\201C" }',
    ':root { --x: { a: b }; --y:1 }',
    'a::before { content: ":hover" } /* :hover */',
    '.card { &:not(.b) { color: red } .c & { margin: 0 } animation: hover 1s }',
    '@keyframes hover { from { top: 0 } 50.5% { top: 1px } }',
    '@layer a, b; @namespace svg "http://www.w3.org/2000/svg";',
    '<!-- a {} -->',
    '@container (width > 400px) and style(--a: b) { a { width: calc(1px + (2 * 3px)) } }',
    'div { animation-name:hover; --z:focus; transition:active 1s }',
    '::-webkit-scrollbar-thumb:hover { color: red } a::part(x):hover { color: red }',
  ])('keeps %s as it is', (css) => {
    expect(sheet(css)).toBe(css);
  });

  it.each([
    ['a:hover{}', 'a[data-cobrowse-hover]{}'],
    ['a:HOVER::before{}', 'a[data-cobrowse-hover]::before{}'],
    ['a:\\68over{}', 'a[data-cobrowse-hover]{}'],
    [
      ':is(a:focus, b):not(:focus-within):has(> :active){}',
      ':is(a[data-cobrowse-focus], b):not([data-cobrowse-focus-within]):has(> [data-cobrowse-active]){}',
    ],
    ['@media print{a:focus-visible{}}', '@media print{a[data-cobrowse-focus-visible]{}}'],
    [
      'a{&:hover{color:red} b:hover &{} color:blue}',
      'a{&[data-cobrowse-hover]{color:red} b[data-cobrowse-hover] &{} color:blue}',
    ],
    ['a{b:hover{color:red}}', 'a{b[data-cobrowse-hover]{color:red}}'],
    [
      ':host(:hover) ::slotted(a:target){}',
      ':host([data-cobrowse-hover]) ::slotted(a[data-cobrowse-target]){}',
    ],
    [
      'x-a:defined{} x-a:not(:defined){}',
      'x-a:not([data-cobrowse-undefined]){} x-a:not(:not([data-cobrowse-undefined])){}',
    ],
    ['x-a:state(on){}', 'x-a[data-cobrowse-state~="on"]{}'],
    [
      '@scope (.a:hover) to (.b){c:hover{}}',
      '@scope (.a[data-cobrowse-hover]) to (.b){c[data-cobrowse-hover]{}}',
    ],
  ])('shows states by attributes in %s', (css, expected) => {
    expect(sheet(css)).toBe(expected);
  });

  it.each([
    ['a{background:url(ok:1)}', 'a{background:url("safe:1")}'],
    ['a{background:url( "ok:1" )}', 'a{background:url( "safe:1" )}'],
    ['a{background:URL(http://e/x) red}', 'a{background:url("data:,") red}'],
    ['a{background:u\\72l(http://e/x)}', 'a{background:url("data:,")}'],
    ["a{background:url('//e/x')}", 'a{background:url("data:,")}'],
    [
      'a{background:image-set("http://e/x" 1x, url(ok:2) 2x)}',
      'a{background:image-set("data:," 1x, url("safe:2") 2x)}',
    ],
    [
      'a{--u:"http://e";background:image-set(var(--u) 1x)}',
      'a{--u:"http://e";background:image-set("data:," 1x)}',
    ],
    [
      '@function --f(){result:"http://e"}a{background:image-set(--f() 1x,if(else:"http://e") 2x)}',
      '@function --f(){result:"http://e"}a{background:image-set("data:," 1x,"data:," 2x)}',
    ],
    [
      'a{background:image-set(inherit(--u) 1x,linear-gradient(var(--c),red) 2x)}',
      'a{background:image-set("data:," 1x,linear-gradient(var(--c),red) 2x)}',
    ],
    ['\ufeff@import "http://e";', '/**/\ufeff@import "http://e";'],
    ['a{--x:url(http://e/x)}', 'a{--x:url("data:,")}'],
    ['a{background:url(http://e/x', 'a{background:url("data:,")}'],
    ['a{background:url(a b)}', 'a{background:url("data:,")}'],
    ['@import "http://e/x.css" screen;', '@import  "data:text/css," screen;'],
    ['@import url(ok:9) layer(x);', '@import  "safe:9" layer(x);'],
    ['@\\69mport url("http://e/x.css");', '@\\69mport  "data:text/css,";'],
    ['@import\turl(//e);a{}', '@import\t "data:text/css,";a{}'],
    [
      '@font-face{src:url(ok:f) format("woff2"),url(http://e/f)}',
      '@font-face{src:url("safe:f") format("woff2"),url("data:,")}',
    ],
    ['a{cursor:url(http://e/c),auto}', 'a{cursor:url("data:,"),auto}'],
    ['a:url(http://e){}', 'a:url("data:,"){}'],
  ])('lets nothing foreign through in %s', (css, expected) => {
    expect(sheet(css)).toBe(expected);
  });

  it('joins its tokens to the text they came from', () => {
    const css =
      'a[b="c\\"d" i]:hover > .x { y: "z" 1.5em#fff url( k ) !important; } @media (a) {}/* q */ \\{ -->';
    expect(
      tokenizeCss(css)
        .map((token) => token.raw)
        .join(''),
    ).toBe(css);
  });

  it('ends what the author left open', () => {
    expect(sheet('a{b:url("http://e')).toBe('a{b:url("data:,")}');
    expect(sheet('a{b:"c')).toBe('a{b:"c"}');
    expect(sheet('a{b:c/* open')).toBe('a{b:c}');
  });
});
