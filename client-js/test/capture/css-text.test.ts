import { expect, test } from 'vitest';
import { rewriteCss } from '../../src/capture/css-text.ts';

const rewritten = (css: string, strings = true) => {
  const seen: string[] = [];
  const { text, rules } = rewriteCss(css, {
    strings,
    address: (address, imported) => {
      seen.push(imported ? `@${address}` : address);
      return 'X';
    },
  });
  return { text, rules, seen };
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
  ['', 0],
  ['a{}b{c:d}', 2],
  ['@media x{a{}b{}}@import "y";', 2],
  ['@charset "utf-8";a{}', 1],
  ['@font-face{src:url(data:font/woff;base64,AA==)}', 1],
  ['a{content:"}"}/* } */', 1],
])('%s has %i rules', (css, rules) => {
  expect(rewritten(css).rules).toBe(rules);
});

test('strings that tell something go where none may leave, icons stay', () => {
  expect(rewritten('a{content:"Balance 5";--n:"Ada"}', false).text).not.toMatch(/Balance|Ada/);
  const harmless = 'a{content:"\\f101";font-family:"Open Sans"}b[title="x y"]{quotes:"«" "»"}';
  expect(rewritten(harmless, false).text).toBe(harmless);
});
