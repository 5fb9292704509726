import { describe, expect, test } from 'vitest';
import { policy } from '../../src/capture/index.ts';
import { createReplica } from '../../src/replica/index.ts';
import { only, openPage, record } from './source-page.ts';

const svg = (colour: string) =>
  `data:image/svg+xml,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"><rect width="8" height="8" fill="${colour}"/></svg>`)}`;
const css = (text: string) => URL.createObjectURL(new Blob([text], { type: 'text/css' }));

type Script = (page: Document, step: () => Promise<void>) => void | Promise<void>;
const sheetOf = (page: Document, id = 's') => (page.getElementById(id) as HTMLStyleElement).sheet!;

/** Each turns `#p` into rgb(1, 2, 3). */
const cases: Record<string, [html: string, script: Script]> = {
  'style text': [
    '<style id="s">#p{color:red}</style>',
    (page) => {
      page.getElementById('s')!.textContent = '#p{color:rgb(1,2,3)}';
    },
  ],
  'style appended': [
    '',
    (page) => {
      const style = page.createElement('style');
      style.textContent = '#p{color:rgb(1,2,3)}';
      page.head.append(style);
    },
  ],
  'insertRule into an empty style, as emotion does': [
    '<style id="s"></style>',
    (page) => void sheetOf(page).insertRule('#p{color:rgb(1,2,3)}', 0),
  ],
  'insertRule in a media rule': [
    '<style id="s">@media all{b{color:red}}</style>',
    (page) => void (sheetOf(page).cssRules[0] as CSSMediaRule).insertRule('#p{color:rgb(1,2,3)}', 1),
  ],
  deleteRule: [
    '<style id="s">#p{color:rgb(1,2,3)}p#p{color:red}</style>',
    (page) => sheetOf(page).deleteRule(1),
  ],
  'insert, then text appended': [
    '<style id="s">b{color:red}</style>',
    async (page, step) => {
      sheetOf(page).insertRule('#p{color:rgb(4,5,6)}', 1);
      await step();
      page.getElementById('s')!.append('#p{color:rgb(1,2,3)}');
    },
  ],
  setProperty: [
    '<style id="s">#p{color:red}</style>',
    (page) => (sheetOf(page).cssRules[0] as CSSStyleRule).style.setProperty('color', 'rgb(1, 2, 3)'),
  ],
  'a direct property': [
    '<style id="s">#p{color:red}</style>',
    (page) => {
      (sheetOf(page).cssRules[0] as CSSStyleRule).style.color = 'rgb(1,2,3)';
    },
  ],
  selectorText: [
    '<style id="s">#x{color:rgb(1,2,3)}</style>',
    (page) => {
      (sheetOf(page).cssRules[0] as CSSStyleRule).selectorText = '#p';
    },
  ],
  mediaText: [
    '<style id="s">@media print{#p{color:rgb(1,2,3)}}</style>',
    (page) => {
      (sheetOf(page).cssRules[0] as CSSMediaRule).media.mediaText = 'all';
    },
  ],
  disabled: [
    '<style id="s">p#p{color:red}</style><style>#p{color:rgb(1,2,3)}</style>',
    (page) => {
      sheetOf(page).disabled = true;
    },
  ],
  'adopted, then pushed to and replaced': [
    '',
    async (page, step) => {
      const { CSSStyleSheet } = page.defaultView as unknown as typeof globalThis;
      const sheet = new CSSStyleSheet();
      page.adoptedStyleSheets = [sheet];
      await step();
      const other = new CSSStyleSheet();
      page.adoptedStyleSheets.push(other);
      await step();
      other.replaceSync('#p{color:rgb(1,2,3)}');
    },
  ],
  'an inline style': [
    '',
    (page) => {
      page.getElementById('p')!.style.color = 'rgb(1, 2, 3)';
    },
  ],
  'a link': [
    '',
    async (page) => {
      const link = page.createElement('link');
      link.rel = 'stylesheet';
      link.href = css('#p{color:rgb(1,2,3)}');
      page.head.append(link);
      await new Promise((resolve) => link.addEventListener('load', resolve));
    },
  ],
  'a link whose sheet imports': [
    '',
    async (page) => {
      const link = page.createElement('link');
      link.rel = 'stylesheet';
      link.href = css(`@import "${css('#p{color:rgb(1,2,3)}')}" screen;b{color:red}`);
      page.head.append(link);
      await new Promise((resolve) => link.addEventListener('load', resolve));
    },
  ],
};

describe.each(['before', 'after', 'late'] as const)('styles reach the replica: %s', (when) => {
  test.each(Object.entries(cases))('%s', async (_, [html, script]) => {
    const page = await openPage(`<!doctype html><head>${html}</head><body><p id="p">x</p>`);
    const container = document.createElement('div');
    document.body.append(container);
    if (when === 'before') await script(page, async () => {});
    const { capture, frames, assets } = record(page, policy.standard());
    await capture.flush();
    if (when !== 'before') await script(page, () => capture.flush());
    await capture.flush();
    const start = when === 'late' ? frames.length : 0;
    if (when === 'late') await capture.keyframe();
    await capture.flush();
    const replica = createReplica({ container, assets });
    for (const frame of frames.slice(start)) replica.apply(frame);
    await replica.settled();
    const paragraph = replica.document.querySelector('p')!;
    const colour = () => replica.document.defaultView!.getComputedStyle(paragraph).color;
    await expect.poll(colour).toBe('rgb(1, 2, 3)');
    capture.stop();
    replica.dispose();
  });
});

describe('what style sheets and elements load becomes assets', () => {
  test('url() in style elements, inline styles and sheets', async () => {
    const page = await openPage(`
      <style>a{background:url(${svg('red')})} b{background:URL( "${svg('green')}" )} c::before{content:"url(x)"}</style>
      <p style="background-image:url('${svg('blue')}')"></p>`);
    const { capture, ops, assets } = record(page, policy.standard());
    const sent = JSON.stringify(await ops());
    expect(sent.match(/url\(\\"cobrowse-asset:[0-9a-f]{64}\\"\)/g)).toHaveLength(3);
    expect(sent).not.toContain('svg+xml');
    expect(sent).toContain('url(x)');
    const stored = [...assets.stored.keys()].map((hash) => assets.text(hash)).join();
    for (const colour of ['red', 'green', 'blue']) expect(stored).toContain(`fill="${colour}"`);
    capture.stop();
  });

  test('images, the chosen one of a set, posters and svg images', async () => {
    const page = await openPage(`
      <img src="${svg('red')}"><picture><source srcset="${svg('lime')}"><img src="${svg('black')}"></picture>
      <video poster="${svg('blue')}"></video><svg><image href="${svg('teal')}"/></svg>`);
    const { capture, ops, assets } = record(page, policy.standard());
    await ops();
    const stored = [...assets.stored.keys()].map((hash) => assets.text(hash)).join();
    for (const colour of ['red', 'lime', 'blue', 'teal']) expect(stored).toContain(`fill="${colour}"`);
    capture.stop();
  });

  test('an image that is broken in the page is so in the replica', async () => {
    const page = await openPage('<img src="http://127.0.0.1:9/none.png" alt="chart">');
    const { capture, ops } = record(page, policy.standard());
    expect(only(await ops(), 'property')).toMatchObject([{ name: 'imageState', value: 'broken' }]);
    capture.stop();
  });

  test('an image that shows in the page and cannot be read is a box of its size', async () => {
    const page = await openPage(`<img src="${svg('red')}" style="width:70px;height:30px">`);
    const { fetch } = globalThis;
    const image = page.querySelector('img')!;
    const shown = URL.createObjectURL(await (await fetch(svg('blue'))).blob());
    image.src = shown;
    await image.decode();
    // A cross-origin image without CORS: shown, and no fetch reads it.
    globalThis.fetch = () => Promise.reject(new TypeError('Failed to fetch'));
    const { capture, ops } = record(page, policy.standard());
    const sent = await ops();
    globalThis.fetch = fetch;
    expect(only(sent, 'box')).toMatchObject([{ width: 70, height: 30, label: 'unreadable' }]);
    capture.stop();
  });

  test('a canvas is a bitmap, and another one once it is drawn on', async () => {
    const page = await openPage('<canvas id="c" width="20" height="10"></canvas>');
    const { capture, ops, assets } = record(page, policy.standard(), 10_000);
    const first = only(await ops(), 'canvas');
    expect(first).toMatchObject([{ width: 20, height: 10 }]);
    const context = (page.getElementById('c') as HTMLCanvasElement).getContext('2d')!;
    context.fillRect(0, 0, 5, 5);
    const second = only(await ops(), 'canvas');
    expect(second).toHaveLength(1);
    expect(second[0]!.hash).not.toBe(first[0]!.hash);
    expect(assets.stored.get(second[0]!.hash)!.type).toBe('image/png');
    capture.stop();
  });

  test('the same content is asked for and stored once', async () => {
    const page = await openPage(`${`<img src="${svg('red')}">`.repeat(20)}<img src="${svg('blue')}">`);
    const { capture, ops, assets } = record(page, policy.standard());
    await ops();
    expect(assets.stored.size).toBe(2);
    capture.stop();
  });
});
