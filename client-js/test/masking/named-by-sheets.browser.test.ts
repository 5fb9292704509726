import { expect, test } from 'vitest';
import { policy } from '../../src/capture/index.ts';
import { openPage, record } from '../capture/source-page.ts';
import { eventually } from './eventually.ts';

const attributesOf = (html: string, css: string) => async (name: string) => {
  const page = await openPage(`<style>${css}</style><body>${html}`);
  const { capture, ops } = record(page, policy.strict());
  const sent = await ops();
  capture.stop();
  return sent.flatMap((op) =>
    op.op === 'element' ? op.attributes.filter(([each]) => each === name).map(([, value]) => value) : [],
  );
};

test.each([
  ['a class', 'class', '<p class="a b-2 md:c">', '.a{}.md\\:c{}', ['a md:c']],
  ['a class by a part of it', 'class', '<p class="icon-cart x">', '[class^="icon-"]{}', ['icon-cart']],
  ['a class in a group', 'class', '<p class="a">', '@media (min-width:1px){@layer x{.b{.a &{}}}}', ['a']],
  ['an id', 'id', '<p id="a"><p id="b">', '#a{}', ['a', '']],
  ['a part', 'part', '<p part="a b">', 'x-y::part(a){}', ['a']],
  [
    'a value',
    'data-theme',
    '<p data-theme="dark"><i data-theme="Ada">',
    '[data-theme=dark]{}',
    ['dark', '••••••••'],
  ],
  ['a role', 'role', '<p role="tab"><p role="Ada">', '[role="tab"]{}', ['tab', '']],
  ['a custom property', 'style', '<p style="--a: 1px; --b: 1px">', 'p{margin:var(--a)}', ['--a: 1px']],
] as const)('under strict %s leaves where a sheet names it', async (_, name, html, css, values) => {
  expect(await attributesOf(html, css)(name)).toEqual(values);
});

test.each([
  ['measures', 'width', '<img width="40"><td>', ['40']],
  ['alignment', 'align', '<p align="center">', ['center']],
  ['colours', 'bgcolor', '<table bgcolor="#ff00aa"></table>', ['#ff00aa']],
  ['languages', 'lang', '<p lang="de-CH">', ['de-CH']],
  ['kinds of fields', 'type', '<input type="checkbox"><input type="Email">', ['checkbox', 'email']],
  ['paths', 'd', '<svg><path d="M10 10L2.5-3zm4,4h3"/></svg>', ['M10 10L2.5-3zm4,4h3']],
  [
    'styles',
    'style',
    '<p style="color: red; font: bold 12px serif; margin: calc(1px + 2em) auto">',
    ['color: red; font: bold 12px serif; margin: calc(1px + 2em) auto'],
  ],
] as const)('under strict %s leave as they are', async (_, name, html, values) => {
  expect(await attributesOf(html, '')(name)).toEqual(values);
});

test('what a later sheet names is said again', async () => {
  const page = await openPage('<p class="late" id="later">x</p>');
  const { capture, ops } = record(page, policy.strict());
  await ops();
  const style = page.createElement('style');
  page.head.append(style);
  style.sheet!.insertRule('.late#later{color:red}');
  const said = new Map<string, string | null>();
  await eventually(async () => {
    for (const op of await ops()) if (op.op === 'attribute') said.set(op.name, op.value);
    return said.get('class') === 'late' && said.get('id') === 'later';
  });
  capture.stop();
});

test('a reference inside of a drawing holds without its name', async () => {
  const page = await openPage(
    '<svg><linearGradient id="Ada"/><rect fill="url(#Ada)"/><use href="#Ada"/></svg>',
  );
  const { capture, ops } = record(page, policy.strict());
  const sent = (await ops()).flatMap((op) => (op.op === 'element' ? op.attributes : []));
  const value = (name: string) => sent.find(([each]) => each === name)![1];
  expect(value('id')).not.toBe('Ada');
  expect(value('fill')).toBe(`url(#${value('id')})`);
  expect(value('href')).toBe(`#${value('id')}`);
  capture.stop();
});

test('slots find what belongs into them without their names', async () => {
  const page = await openPage('<p><b slot="Ada">x</b></p>');
  page.querySelector('p')!.attachShadow({ mode: 'open' }).innerHTML = '<slot name="Ada"></slot>';
  const { capture, ops } = record(page, policy.strict());
  const sent = (await ops()).flatMap((op) => (op.op === 'element' ? op.attributes : []));
  const value = (name: string) => sent.find(([each]) => each === name)![1];
  expect(value('slot')).toBe(value('name'));
  expect(value('slot')).not.toBe('Ada');
  capture.stop();
});
