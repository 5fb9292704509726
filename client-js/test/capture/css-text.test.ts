import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { putTogether, takeApart } from '../../src/capture/css-text.ts';

// As browsers answer for what stands below.
const supported = 'content quotes font-family justify-content end';
beforeAll(() => {
  vi.stubGlobal('CSS', {
    supports: (name: string, value: string) =>
      supported.split(' ').includes(value === 'inherit' ? name : value),
  });
});
afterAll(() => vi.unstubAllGlobals());

const rewritten = (css: string, strings = true) => {
  const seen: string[] = [];
  const apart = takeApart(css, strings);
  const text = putTogether(apart, ({ address, imported }) => {
    seen.push(imported ? `@${address}` : address);
    return 'X';
  });
  return { text, seen };
};

test.each([
  ['a{b:url(x.png)}', ['x.png']],
  ['a{b:url( "x y.png" )}', ['x y.png']],
  ["a{b:URL('x)y.png')}", ['x)y.png']],
  ['a{b:url(x\\)y\\20 z.png)}', ['x)y z.png']],
  ['@import "a.css";b{}', ['@a.css']],
  ['@import url(a.css) screen;b{}', ['@a.css']],
  ["@import/**/'a.css' layer(x);", ['@a.css']],
  ['/* url(no.png) @import "no"; */a{}', []],
  ['a::before{content:"url(no.png)"}', []],
  ['a{background:image-set("a.png" 1x, url(b.png) 2x, "c" type("image/png"))}', ['a.png', 'b.png', 'c']],
  ['a{b:url(one)}c{d:url(two),url(three)}', ['one', 'two', 'three']],
  ['a{--myurl(: 1;b:-url(no)}', []],
])('the addresses in %s', (css, addresses) => {
  expect(rewritten(css).seen).toEqual(addresses);
});

test('all but the addresses stays as written', () => {
  const css = '/* é */ a > b::after { content: "\\201C"; background: red url(x.png) no-repeat }';
  expect(rewritten(css).text).toBe(css.replace('url(x.png)', 'url("X")'));
});

test.each([
  ['@import "a.css";b[title="c"]{}', ['@a.css']],
  ['@import url(a.css);b[title="c"]{d:url(e)}', ['@a.css', 'e']],
  ['a{b:image-set("c" 1x);d:"e"}f[g="h"]{}', ['c']],
  ['a{b:-webkit-image-set("c" 1x)}d{e:my-image-set("f")}', ['c']],
  ['@font-face{src:url(a)}b{c:url(d)}', ['a', 'd']],
  ['a{b:\\url(no.png)}', []],
])('strings are addresses up to the end of their statement: %s', (css, addresses) => {
  expect(rewritten(css).seen).toEqual(addresses);
});

test('strings that tell something go where none may leave, icons stay', () => {
  const telling =
    '/*Ada*/@who Ada{}a{content:"Balance 5";--n:"Ada";--m:Ada end 2px;who:Ada;quotes:"B" "5"}i[title="Ada"],a[value=Ada]{}';
  expect(rewritten(telling, false).text).toBe(
    ' @x{}a{content:"••••";--n:"••••";--m:x end 2px;;quotes:"••••" "••••"}i[_],a[_]{}',
  );
  const harmless =
    '.content:is([a="Open Sans"]){}p{justify-content:end;--i:"»"}a{content:"\\f101";font-family:"Open Sans"}b[data-x="x y"]{quotes:"«" "»"}';
  expect(rewritten(harmless, false).text).toBe(harmless);
});
