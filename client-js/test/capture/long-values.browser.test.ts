import { describe, expect, test } from 'vitest';
import { policy } from '../../src/capture/index.ts';
import { limits } from '../../src/protocol/protocol.gen.ts';
import { createReplica } from '../../src/replica/index.ts';
import { random } from '../protocol/random-ops.ts';
import { outline } from './outline.ts';
import { only, openPage, record } from './source-page.ts';

/** Text that hardly deflates, with characters of one, two and three bytes, and pairs. */
function noise(length: number, seed = 1): string {
  const next = random(seed);
  const parts: string[] = [];
  for (let i = 0; i < length; i += 2) {
    const high = next(400);
    if (high === 0) parts.push('é漢');
    else if (high === 1) parts.push('😀');
    else parts.push(String.fromCharCode(41 + next(51)), String.fromCharCode(63 + next(60)));
  }
  // Neither escapes nor `url(`: a replica reads those again before it lets them stand in a drawing.
  return parts.join('').replaceAll('\\', '.');
}

const long = noise(2_000_000);
const other = noise(2_000_000, 2);
const at = <E extends Element = HTMLElement>(page: Document, id: string) =>
  page.getElementById(id) as unknown as E;

type Act = (page: Document) => void;
const nothing: Act = () => {};

const cases: Record<string, [html: string, before: Act, after: Act]> = {
  'a path of 2 MB, then another': [
    '<svg><path id="p"/></svg>',
    (page) => at(page, 'p').setAttribute('d', long),
    (page) => at(page, 'p').setAttribute('d', other),
  ],
  'a path of 2 MB that comes later': [
    '<svg id="s"></svg>',
    nothing,
    (page) => {
      const path = page.createElementNS('http://www.w3.org/2000/svg', 'path');
      path.setAttribute('d', long);
      at(page, 's').append(path);
    },
  ],
  'several long attributes of one element': [
    '<p id="p"></p>',
    (page) => {
      for (const name of ['title', 'data-a', 'data-b']) at(page, 'p').setAttribute(name, noise(400_000, 7));
    },
    (page) => at(page, 'p').setAttribute('title', `${noise(400_000, 7)}!`),
  ],
  'a text of 2 MB, then another, then a longer one': [
    '<p id="p" hidden>x</p>',
    (page) => {
      at(page, 'p').firstChild!.nodeValue = long;
    },
    (page) => {
      at(page, 'p').firstChild!.nodeValue = other;
      at(page, 'p').append(`${long} at the end`);
    },
  ],
  'a value of 1 MB in a textarea': [
    '<textarea id="a"></textarea><textarea id="b"></textarea>',
    (page) => {
      at<HTMLTextAreaElement>(page, 'a').value = long.slice(0, 1_000_000);
    },
    (page) => {
      at<HTMLTextAreaElement>(page, 'b').value = other.slice(0, 1_000_000);
    },
  ],
  'a comment of 1 MB': ['<!--x-->', nothing, (page) => page.body.append(page.createComment(other))],
};

async function compare(page: Document, act: Act) {
  const container = document.createElement('div');
  document.body.append(container);
  const { capture, frames, assets } = record(page, policy.unmasked());
  const lost: string[] = [];
  const replica = createReplica({ container, assets, onLost: (reason) => lost.push(reason) });
  await capture.flush();
  for (const frame of frames) replica.apply(frame);
  await replica.settled();
  const first = frames.length;
  const equal = outline(replica.document) === outline(page);
  act(page);
  await capture.flush();
  for (const frame of frames.slice(first)) replica.apply(frame);
  await replica.settled();
  const longest = Math.max(...frames.map((frame) => frame.length));
  capture.stop();
  return { equal, longest, lost, replica, bytes: frames.reduce((sum, frame) => sum + frame.length, 0) };
}

describe('FRAME-4: no frame is longer than the wire takes, and replicas have every character', () => {
  test.each(Object.entries(cases))('%s', async (_, [html, before, after]) => {
    const page = await openPage(`<!doctype html><body>${html}`);
    before(page);
    const { equal, longest, lost, replica, bytes } = await compare(page, after);
    expect(lost).toEqual([]);
    expect(bytes).toBeGreaterThan(limits.frameBytes);
    expect(longest).toBeLessThanOrEqual(limits.frameBytes);
    expect(equal).toBe(true);
    // The texts themselves would fill the report.
    expect(outline(replica.document) === outline(page)).toBe(true);
    replica.dispose();
  });

  test('a style rule of 1 MB, authored, inserted and in an adopted sheet', async () => {
    const rule = (id: string) => `#${id} { --a: "${noise(1_000_000, 9)}"; }`;
    const page = await openPage(
      `<!doctype html><style id="s">${rule('b')}</style><style id="t"></style><p>x</p>`,
    );
    const { CSSStyleSheet } = page.defaultView as unknown as typeof globalThis;
    const rules = (document: Document) =>
      [...document.styleSheets, ...document.adoptedStyleSheets].map((sheet) =>
        Array.from(sheet.cssRules, ({ cssText }) => cssText).join('\n'),
      );
    const { longest, lost, replica } = await compare(page, () => {
      at<HTMLStyleElement>(page, 't').sheet!.insertRule(rule('c'));
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(rule('d'));
      page.adoptedStyleSheets.push(sheet);
    });
    expect(lost).toEqual([]);
    expect(longest).toBeLessThanOrEqual(limits.frameBytes);
    const shown = rules(replica.document).join('\n');
    for (const text of rules(page)) {
      expect(text.length).toBeGreaterThan(1_000_000);
      expect(shown.includes(text)).toBe(true);
    }
    replica.dispose();
  });

  test('where nothing is deflated', async () => {
    const native = window.CompressionStream;
    Reflect.deleteProperty(window, 'CompressionStream');
    const page = await openPage(`<!doctype html><body>`);
    page.body.append('z'.repeat(1_000_000));
    const { equal, longest, bytes, replica } = await compare(page, nothing);
    window.CompressionStream = native;
    expect(bytes).toBeGreaterThan(1_000_000);
    expect(longest).toBeLessThanOrEqual(limits.frameBytes);
    expect(equal).toBe(true);
    replica.dispose();
  });
});

test('twenty thousand rules inserted in one task are told as the sheet that they make', async () => {
  const page = await openPage('<!doctype html><style id="s">p { color: red; }</style><p>x</p>');
  const { ops, capture } = record(page, policy.unmasked());
  await ops();
  const { sheet } = at<HTMLStyleElement>(page, 's');
  for (let i = 0; i < 20_000; i++) sheet!.insertRule(`#a${i} { top: ${i}px; }`, i);
  const told = await ops();
  expect(only(told, 'sheetRules').map(({ rules }) => rules.length)).toEqual([16_384]);
  const inserted = only(told, 'ruleInsert');
  expect(inserted).toHaveLength(20_001 - 16_384);
  expect(inserted.at(-1)).toMatchObject({ index: 20_000, text: 'p { color: red; }' });
  capture.stop();
});

test('a card number far behind the start of a long text is masked all the same', async () => {
  const page = await openPage('<!doctype html><p id="p"></p>');
  const number = '4111111111111111';
  at(page, 'p').textContent = Array.from({ length: 20_000 }, () => `card ${number} `).join('');
  const { capture, everything } = record(page, policy.standard());
  expect(await everything()).not.toContain(number);
  capture.stop();
});
