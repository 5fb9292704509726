import { describe, expect, test } from 'vitest';
import { policy } from '../../src/capture/index.ts';
import { film as filmBytes } from '../fidelity/cases/film.ts';
import { openPage, record } from './source-page.ts';

const film = `data:video/webm;base64,${btoa(String.fromCharCode(...filmBytes))}`;

const canary = 'CANARY7';

/** Places where a canary must not leave from, under the standard policy. */
const hidden: Record<string, string> = {
  'an input value': `<input value="${canary}">`,
  'a password': `<input type="password" value="${canary}">`,
  'a hidden input': `<input type="hidden" name="${canary}" value="${canary}">`,
  'a textarea': `<textarea>${canary}</textarea>`,
  'an option': `<select><option value="${canary}" label="${canary}">${canary}</option></select>`,
  'a datalist': `<datalist><option>${canary}</option></datalist>`,
  'what one edits': `<div contenteditable>${canary}</div>`,
  'a textbox by role': `<div role="textbox">${canary}</div>`,
  'a masked subtree': `<div data-cobrowse-mask><p>a<b>${canary}</b></p></div>`,
  'attributes of a masked subtree': `<div data-cobrowse-mask><p title="${canary}" data-x="${canary}" aria-label="${canary}">`,
  'a picture in a masked subtree': `<div data-cobrowse-mask><img alt="x" src="data:image/svg+xml,${canary}">`,
  'a style in a masked subtree': `<div data-cobrowse-mask style="--x:'${canary}'">`,
  'a blocked subtree': `<div data-cobrowse-block title="${canary}"><p>${canary}</p></div>`,
  'a comment': `<!--${canary}-->`,
  'a script': `<script type="x/y" data-a="${canary}">${canary}</script>`,
  noscript: `<noscript>${canary}</noscript>`,
  'a template': `<template>${canary}</template>`,
  'a meta': `<meta name="description" content="${canary}">`,
  'a query': `<a href="/x?q=${canary}">x</a>`,
  'a fragment': `<a href="/x#${canary}">x</a>`,
  'a form action': `<form action="/x?${canary}"></form>`,
  'a handler': `<p onclick="${canary}">`,
  'an unknown attribute': `<p ${canary}="1" secret="${canary}">`,
  'an srcdoc': `<iframe srcdoc="<!--${canary}-->x"></iframe>`,
  'a link that loads nothing': `<link rel="canonical" href="/${canary}">`,
  'slots of a masked host': `<div data-cobrowse-mask><template shadowrootmode="open"><p>${canary}</p></template></div>`,
};

describe.each([['standard'], ['strict']] as const)('under %s nothing leaves of', (mode) => {
  test.each(Object.entries(hidden))('%s', async (_, html) => {
    const page = await openPage(`<body><h1>shown</h1>${html}`);
    const { capture, everything } = record(page, policy[mode](), 50);
    await capture.keyframe();
    expect(await everything()).not.toContain(canary);
    capture.stop();
  });
});

test('under standard other text leaves', async () => {
  const page = await openPage(
    `<p title="${canary}-title">${canary}-text</p><button value="x">${canary}-button</button>`,
  );
  const { capture, everything } = record(page, policy.standard());
  const all = await everything();
  for (const place of ['title', 'text', 'button']) expect(all).toContain(`${canary}-${place}`);
  capture.stop();
});

test('under strict only allowed text leaves', async () => {
  const page = await openPage(`
    <title>${canary}</title><style>p::before{content:"${canary}"}</style><p title="${canary}">${canary}</p>
    <p class="ok">allowed</p><p class="ok" data-cobrowse-mask>${canary}</p>`);
  const { capture, everything } = record(page, policy.strict({ allow: ['.ok'] }));
  const all = await everything();
  expect(all).toContain('allowed');
  expect(all).not.toContain(canary);
  capture.stop();
});

test('numbers split over elements are masked, also where only their last part makes them one', async () => {
  const page = await openPage('<p><span>4111 1111</span> <b id="rest">1111</b></p><p>1234 5678</p>');
  const { capture, ops, everything } = record(page, policy.standard());
  await ops();
  page.getElementById('rest')!.firstChild!.nodeValue = '1111 1111';
  const later = JSON.stringify(await ops());
  expect(later).not.toContain('1111');
  expect(later.match(/••••/g)!.length).toBeGreaterThanOrEqual(2);
  expect(await everything()).toContain('1234 5678');
  capture.stop();
});

const words = 'a long text about something else '.repeat(40);
test.each([
  ['among many words', `<p>${words}<b>4111 1111</b> <i>1111 1111</i>${words}</p>`],
  ['over lines of source', '<p><b>4111</b>\n      <b>1111</b>\n      <b>1111</b>\n      <b>1111</b></p>'],
  ['a digit at a time', `<p>${[...'4111111111111111'].map((digit) => `<b>${digit}</b>`).join('')}</p>`],
  ['in one text over lines', '<p>4111\n      1111\n      1111 1111</p>'],
  [
    'of an account, among many',
    `<div>${'<i>12</i> '.repeat(300)}<b>DE89 3704 0044</b> <b>0532 0130 00</b></div>`,
  ],
])('numbers split %s are masked', async (_, html) => {
  const page = await openPage(html);
  const { capture, everything } = record(page, policy.standard());
  const all = await everything();
  expect(all).not.toMatch(/1111|3704|0532|"(?:text|data)":"[14]"/);
  expect(all).toContain('••••');
  capture.stop();
});

test('what was masked stays masked when it moves, changes or loses its mask', async () => {
  const page = await openPage(`<div id="m" data-cobrowse-mask><p id="p">${canary}</p></div>`);
  const { capture, ops, everything } = record(page, policy.standard());
  await ops();
  const p = page.getElementById('p')!;
  page.body.append(p);
  await ops();
  p.title = `${canary}`;
  p.firstChild!.nodeValue = `${canary} again`;
  page.getElementById('m')!.removeAttribute('data-cobrowse-mask');
  page.getElementById('m')!.append(`${canary}`);
  await ops();
  page.body.append(p.firstChild!);
  await capture.keyframe();
  expect(await everything()).not.toContain(canary);
  capture.stop();
});

test('a mask that comes later takes hold from then on, by attribute or by selector', async () => {
  const page = await openPage('<div id="a"><p id="p">one</p></div><div id="b"><p id="q">one</p></div>');
  const { capture, ops } = record(page, policy.standard({ mask: ['.private p'] }));
  await ops();
  page.getElementById('a')!.setAttribute('data-cobrowse-mask', '');
  page.getElementById('b')!.className = 'private';
  page.getElementById('p')!.firstChild!.nodeValue = canary;
  page.getElementById('q')!.firstChild!.nodeValue = canary;
  expect(JSON.stringify(await ops())).not.toContain(canary);
  capture.stop();
});

test('typing and selecting leave nothing of a field', async () => {
  const page = await openPage('<input id="i"><textarea id="t"></textarea><input type="checkbox" id="c">');
  const { capture, ops } = record(page, policy.standard());
  await ops();
  const input = page.getElementById('i') as HTMLInputElement;
  input.value = canary;
  input.setCustomValidity(canary);
  input.placeholder = 'Name';
  (page.getElementById('t') as HTMLTextAreaElement).value = canary;
  (page.getElementById('c') as HTMLInputElement).checked = true;
  input.dispatchEvent(new Event('input', { bubbles: true }));
  const sent = await ops();
  expect(sent.filter(({ op }) => op === 'property')).toEqual([]);
  expect(JSON.stringify(sent)).not.toContain(canary);
  expect(JSON.stringify(sent)).toContain('Name');
  capture.stop();
});

test('of a drawing only what shapes it leaves', async () => {
  const page = await openPage(
    `<svg viewBox="0 0 9 9" quotation="${canary}"><path d="M0 0" stroke="red" stroke-width="2" paint-order="stroke" --x="${canary}" k="${canary}"/></svg>`,
  );
  const { capture, everything } = record(page, policy.standard());
  const sent = await everything();
  for (const name of ['viewBox', 'stroke-width', 'paint-order']) expect(sent).toContain(name);
  expect(sent).not.toContain(canary);
  capture.stop();
});

test('of SVG the measures of each element leave, and none of its texts', async () => {
  const measures: Record<string, string> = {
    marker: 'markerWidth="3" refX="1" orient="auto" viewBox="0 0 1 2" markerUnits="strokeWidth"',
    linearGradient: 'x1="0" gradientUnits="userSpaceOnUse" spreadMethod="pad" gradientTransform="scale(2)"',
    radialGradient: 'fx="1" fr="2"',
    pattern: 'patternUnits="userSpaceOnUse" patternContentUnits="userSpaceOnUse"',
    stop: 'offset="0.5"',
    text: 'dx="1" rotate="3" textLength="9" lengthAdjust="spacing"',
    textPath: 'startOffset="1" method="align" spacing="auto" side="left"',
    polygon: 'points="0,0 1,1" pathLength="4" transform="scale(1)"',
    feGaussianBlur: 'in="SourceAlpha" stdDeviation="2" result="blur"',
    feTurbulence: 'baseFrequency="0.1" numOctaves="2" stitchTiles="stitch"',
    feColorMatrix: 'type="matrix" values="1 0"',
    feConvolveMatrix: 'order="3" kernelMatrix="1 0" preserveAlpha="true" edgeMode="wrap"',
    animate: 'attributeName="r" dur="1s" repeatCount="2"',
  };
  const drawn = Object.entries(measures).map(([name, attributes]) => `<${name} ${attributes}></${name}>`);
  const texts = [
    'text',
    'ping',
    'download',
    'hreflang',
    'target',
    'children',
    'dataset',
    'relList',
    'onbegin',
  ];
  const told = texts.map((name) => `${name}="${canary}"`).join(' ');
  const page = await openPage(`<svg>${drawn.join('')}<a ${told}></a><animate ${told}/><x ${told}/></svg>`);
  const { capture, ops } = record(page, policy.standard());
  const sent = await ops();
  const left = new Set(
    sent.flatMap((op) => (op.op === 'element' ? op.attributes.map(([name]) => name) : [])),
  );
  const wanted = Object.values(measures).flatMap((list) =>
    [...list.matchAll(/(\w+)=/g)].map(([, name]) => name),
  );
  expect(wanted.filter((name) => !left.has(name!))).toEqual([]);
  expect(JSON.stringify(sent)).not.toContain(canary);
  capture.stop();
});

test('our own interface in the page is not sent', async () => {
  const page = await openPage('<p>x</p>');
  const { capture, everything } = record(page, policy.unmasked());
  const own = page.createElement('div');
  own.setAttribute('data-cobrowse-ui', '');
  own.textContent = canary;
  page.documentElement.append(own);
  expect(await everything()).not.toContain(canary);
  capture.stop();
});

test.each([
  ['canvas', '<canvas id="c" width="20" height="10"></canvas>'],
  ['video', `<video id="c" muted src="${film}"></video>`],
])('no picture of a %s is taken once it is masked', async (name, html) => {
  const page = await openPage(`<div id="d">${html}</div>`);
  const painted = page.getElementById('c') as HTMLCanvasElement & HTMLVideoElement;
  if (name === 'video' && painted.readyState < 2)
    await new Promise((resolve) => painted.addEventListener('loadeddata', resolve, { once: true }));
  const { capture, ops, assets } = record(page, policy.standard(), 10_000);
  expect((await ops()).some(({ op }) => op === 'canvas')).toBe(true);
  page.getElementById('d')!.setAttribute('data-cobrowse-mask', '');
  await ops();
  const stored = assets.stored.size;
  if (name === 'canvas') painted.getContext('2d')!.fillRect(0, 0, 9, 9);
  else {
    const ended = new Promise((resolve) => painted.addEventListener('ended', resolve, { once: true }));
    await painted.play();
    await ended;
  }
  expect((await ops()).some(({ op }) => op === 'canvas')).toBe(false);
  expect(assets.stored.size).toBe(stored);
  capture.stop();
});
