import { afterEach, describe, expect, test } from 'vitest';
import { policy, startCapture } from '../../src/capture/index.ts';
import { createReplica } from '../../src/replica/index.ts';
import { MemoryAssets, openPage, record } from './source-page.ts';

const { fetch } = globalThis;

interface Answer {
  readonly body?: string;
  readonly type?: string;
  readonly status?: number;
  readonly cacheControl?: string;
  /** What who has no credentials gets. */
  readonly open?: Answer;
  readonly after?: Promise<unknown>;
}

/** A portal whose files are `answers`; what is fetched of it, and how. */
function portal(answers: Record<string, Answer>) {
  const fetched: string[] = [];
  globalThis.fetch = async (input, init) => {
    const address = new URL(String(input), location.href);
    if (!address.pathname.startsWith('/portal/')) return fetch(input, init);
    const name = address.pathname.slice('/portal/'.length) + address.search;
    fetched.push(`${name}${init?.cache === 'no-store' ? ' again' : ''}`);
    const named = answers[name];
    const answer = (init?.credentials === 'omit' && named?.open) || named;
    if (!answer) return new Response('', { status: 404 });
    await answer.after;
    const headers = {
      'content-type': answer.type ?? (name.includes('.css') ? 'text/css' : 'font/woff2'),
      'cache-control': answer.cacheControl ?? '',
    };
    return new Response(answer.body ?? name, { status: answer.status ?? 200, headers });
  };
  return fetched;
}

/** A store that notes what came as everybody's. */
class NotedAssets extends MemoryAssets {
  readonly shared: string[] = [];
  readonly own: string[] = [];

  override async put(
    hash: string,
    type: string,
    bytes: Uint8Array,
    isPublic?: () => Promise<boolean>,
  ): Promise<void> {
    ((await isPublic?.()) ? this.shared : this.own).push(new TextDecoder().decode(bytes));
    await super.put(hash, type, bytes);
  }
}

async function stored(html: string): Promise<NotedAssets> {
  const assets = new NotedAssets();
  const page = await openPage(`<!doctype html><base href="${location.origin}/portal/">${html}`);
  const capture = startCapture({
    document: page,
    policy: policy.standard(),
    assets,
    canvas: false,
    onFrame() {},
  });
  await capture.flush();
  capture.stop();
  return assets;
}

afterEach(() => {
  globalThis.fetch = fetch;
});

const faces = `@font-face{font-family:A;src:url(a.eot);src:url(a.eot?#iefix) format("embedded-opentype"),
  url(a.woff2) format("woff2"),url(a.woff) format("woff"),url(a.ttf) format("truetype"),url(a.svg#a) format("svg")}`;

const fontsOf = (fetched: readonly string[]) =>
  fetched.filter((name) => !name.endsWith(' again') && !name.startsWith('a.css'));

/** A page with a sheet that the browser itself has as well. */
async function pageWith(css: string) {
  const page = await openPage('<!doctype html><head></head><p>x</p>');
  const link = page.createElement('link');
  link.rel = 'stylesheet';
  link.href = URL.createObjectURL(new Blob([css], { type: 'text/css' }));
  page.head.append(link);
  await new Promise((resolve) => link.addEventListener('load', resolve));
  return { page, link };
}

const slowFace = `@font-face{font-family:A;src:url(${location.origin}/portal/a.woff2)}`;

describe('fonts', () => {
  test('of all that a face names, the one is fetched that a browser shows', async () => {
    const fetched = portal({ 'a.css': { body: faces }, 'a.woff2': {} });
    await stored('<link rel="stylesheet" href="a.css">');
    expect(fontsOf(fetched)).toEqual(['a.woff2']);
  });

  test('where the first is not to be had, the next is fetched', async () => {
    const fetched = portal({ 'a.css': { body: faces }, 'a.woff': {} });
    const { shared } = await stored('<link rel="stylesheet" href="a.css">');
    expect(fontsOf(fetched)).toEqual(['a.woff2', 'a.woff']);
    expect(shared).toContain('a.woff');
  });

  test('the first keyframe does not wait for a slow one, which follows', async () => {
    let come = () => {};
    const after = new Promise<void>((go) => {
      come = go;
    });
    portal({ 'a.woff2': { after } });
    const { page } = await pageWith(`${slowFace}p{color:rgb(1,2,3)}`);
    const { capture, frames, assets } = record(page, policy.standard());
    await capture.ready;
    const sheets = () => [...assets.stored.values()].filter(({ type }) => type === 'text/css').length;
    expect(sheets()).toBe(1);
    const container = document.createElement('div');
    document.body.append(container);
    const replica = createReplica({ container, assets });
    for (const frame of frames.splice(0)) replica.apply(frame);
    await replica.settled();
    const colour = () =>
      replica.document.defaultView!.getComputedStyle(replica.document.querySelector('p')!).color;
    const source = () => (replica.document.styleSheets[0]!.cssRules[0] as CSSFontFaceRule).cssText;
    expect(colour()).toBe('rgb(1, 2, 3)');
    expect(source()).not.toContain('blob:');
    come();
    await capture.flush();
    for (const frame of frames.splice(0)) replica.apply(frame);
    await replica.settled();
    expect(sheets()).toBe(2);
    expect(source()).toContain('blob:');
    expect(colour()).toBe('rgb(1, 2, 3)');
    capture.stop();
    replica.dispose();
  });
});

test('a sheet that the store lacks is stored once, with the fonts that come meanwhile', async () => {
  let come = () => {};
  portal({ 'a.woff2': { after: new Promise<void>((go) => (come = go)) } });
  const { page } = await pageWith(slowFace);
  const { capture, assets } = record(page, policy.standard());
  const { missing } = assets;
  assets.missing = (hashes) => {
    come();
    return missing.call(assets, hashes);
  };
  await capture.flush();
  const texts = [...assets.stored].filter(([, { type }]) => type === 'text/css');
  expect(texts.map(([hash]) => assets.text(hash))).toEqual([expect.stringContaining('cobrowse-asset:')]);
  capture.stop();
});

test('what script did to a linked sheet stays when its text follows', async () => {
  const { page, link } = await pageWith(`${slowFace}p{color:red}`);
  let come = () => {};
  portal({ 'a.woff2': { after: new Promise<void>((go) => (come = go)) } });
  const { capture, frames, assets } = record(page, policy.standard());
  await capture.ready;
  link.sheet!.insertRule('p{color:rgb(1,2,3)}', 2);
  come();
  await capture.flush();
  const container = document.createElement('div');
  document.body.append(container);
  const replica = createReplica({ container, assets });
  for (const frame of frames) replica.apply(frame);
  await replica.settled();
  const style = replica.document.defaultView!.getComputedStyle(replica.document.querySelector('p')!);
  expect(style.color).toBe('rgb(1, 2, 3)');
  capture.stop();
  replica.dispose();
});

test('pictures in the text of a linked sheet stay in it', async () => {
  const svg = `url("data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg'/%3E")`;
  portal({ 'a.css': { body: `p{background:${svg}}` } });
  const { shared, own } = await stored('<link rel="stylesheet" href="a.css">');
  expect(shared).toEqual([`p{background:${svg}}`]);
  expect(own).toEqual([]);
});

describe('what is everybody’s', () => {
  const image = { type: 'image/png' };

  test('sheets, fonts and images that come without credentials, unchanged and past the cache', async () => {
    portal({
      'a.css': { body: '@import "b.css";p{color:red}' },
      'b.css': { body: 'b{}' },
      'logo.png': image,
    });
    const { shared, own } = await stored('<link rel="stylesheet" href="a.css"><img src="logo.png">');
    expect(shared.map((text) => text.replace(/[0-9a-f]{64}/, '…')).sort()).toEqual([
      '@import url("cobrowse-asset:…");p{color:red}',
      'b{}',
      'logo.png',
    ]);
    expect(own).toEqual([]);
  });

  test.each<[string, string, Record<string, Answer>]>([
    ['needs credentials', '<img src="me.png">', { 'me.png': { ...image, open: { status: 401 } } }],
    [
      'is another without',
      '<img src="me.png">',
      { 'me.png': { ...image, body: 'Ada', open: { ...image, body: 'anybody' } } },
    ],
    ['is not to be kept', '<img src="me.png">', { 'me.png': { ...image, cacheControl: 'private' } }],
    ['has a query, which may sign it', '<img src="me.png?key=1">', { 'me.png?key=1': image }],
    ['stands in the page', '<img src="data:image/png;base64,AAAA">', {}],
  ])('not what %s', async (_, html, answers) => {
    portal(answers);
    const { shared, own } = await stored(html);
    expect(shared).toEqual([]);
    expect(own).toHaveLength(1);
  });

  test('nor a sheet that names such a picture', async () => {
    portal({
      'a.css': { body: 'p{background:url(me.png)}' },
      'me.png': { ...image, open: { status: 403 } },
    });
    const { shared, own } = await stored('<link rel="stylesheet" href="a.css">');
    expect(shared).toEqual([]);
    expect(own).toHaveLength(2);
  });

  test('what is not there is asked for once', async () => {
    const fetched = portal({});
    await stored('<img src="gone.png"><img src="gone.png"><link rel="stylesheet" href="gone.css">');
    expect(fetched.sort()).toEqual(['gone.css', 'gone.png']);
  });
});

test('a canvas is the session’s own', async () => {
  const page = await openPage('<canvas width="20" height="10"></canvas>');
  const assets = new NotedAssets();
  const capture = startCapture({ document: page, policy: policy.standard(), assets, onFrame() {} });
  await capture.flush();
  expect([assets.shared.length, assets.own.length]).toEqual([0, 1]);
  capture.stop();
});
