import { expect, test } from 'vitest';
import { takeApart } from '../../src/capture/css-text.ts';
import { isFontShown } from '../../src/capture/font-source.ts';

test.each([
  ['https://a/x.eot', '', false],
  ['https://a/x.eot?#iefix', 'format("embedded-opentype")', false],
  ['https://a/x.svg#x', "format('svg')", false],
  ['https://a/x.svg#x', '', false],
  ['https://a/x.woff2', '', true],
  ['https://a/x', 'format(woff2)', true],
  ['https://a/x.ttf', 'format("truetype")', true],
  ['https://a/font', '', true],
])('%s %s is shown: %s', (address, hint, shown) => {
  expect(isFontShown(address, hint)).toBe(shown);
});

test('only the sources of a font face are told as such, with their list and what is said of their format', () => {
  const seen: unknown[] = [];
  const apart = takeApart(
    `@font-face{font-family:"F";src:url(a.eot);src:url("a.eot?#iefix") format("embedded-opentype"),
      url(a.woff2)format('woff2') tech(variations), local("src: url(no)"), url(a.woff) }
     a{background:url(p.png)} .src:hover{background:url(q.png)}
     @font-face{src:url(b.ttf)}@import "c.css";`,
    true,
  );
  for (const part of apart)
    if (typeof part !== 'string') seen.push([part.address, part.imported, part.font?.list, part.font?.hint]);
  expect(seen).toEqual([
    ['a.eot', false, 1, ''],
    ['a.eot?#iefix', false, 2, 'format("embedded-opentype")'],
    ['a.woff2', false, 2, "format('woff2') tech(variations)"],
    ['a.woff', false, 2, ''],
    ['p.png', false, undefined, undefined],
    ['q.png', false, undefined, undefined],
    ['b.ttf', false, expect.any(Number), ''],
    ['c.css', true, undefined, undefined],
  ]);
});
