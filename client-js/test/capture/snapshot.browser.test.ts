import { expect, test } from 'vitest';
import { policy } from '../../src/capture/index.ts';
import { only, openPage, record } from './source-page.ts';

test('a document leaves as one keyframe that builds it', async () => {
  const page = await openPage(
    '<!doctype html><html lang="en"><head><title>T</title></head><body class="b"><p>One</p>',
  );
  const { capture, ops, headers } = record(page, policy.unmasked());
  await capture.ready;
  const all = await headers();
  expect(all[0]).toMatchObject({ kind: 'snapshot', keyframe: true, sequence: 0 });
  expect(all.filter(({ last }) => last)).toHaveLength(1);
  const sent = await ops();
  expect(only(sent, 'document')).toEqual([{ op: 'document', id: 1, host: 0, mode: 'no-quirks' }]);
  expect(only(sent, 'element').map(({ name }) => name)).toEqual(['html', 'head', 'title', 'body', 'p']);
  expect(only(sent, 'element')[0]!.attributes).toEqual([['lang', 'en']]);
  expect(only(sent, 'text').map(({ data }) => data)).toEqual(['T', 'One']);
  capture.stop();
});

test('a page of many nodes leaves in frames of bounded size, numbered without gaps', async () => {
  const row = (i: number) => `<tr id="r${i}"><td class="c">cell ${i * 7919}</td><td>${i}</td></tr>`;
  const page = await openPage(`<table>${Array.from({ length: 6000 }, (_, i) => row(i)).join('')}</table>`);
  const { capture, frames, headers, ops } = record(page, policy.standard());
  await capture.ready;
  expect(Math.max(...frames.map((frame) => frame.length))).toBeLessThan(64 * 1024);
  const all = await headers();
  expect(all.length).toBeGreaterThan(3);
  expect(all.map(({ sequence }) => sequence)).toEqual(all.map((_, i) => i));
  expect(only(await ops(), 'element')).toHaveLength(6000 * 3 + 5);
  capture.stop();
});

test('shadow roots, iframes and templates are entered', async () => {
  const page = await openPage(`
    <div id="host"><template shadowrootmode="open"><b>in shadow</b></template></div>
    <iframe srcdoc="<i>in iframe</i>"></iframe><template><u>in template</u></template>`);
  const { capture, ops } = record(page, policy.unmasked());
  const sent = await ops();
  expect(only(sent, 'shadow')).toHaveLength(1);
  expect(only(sent, 'document')).toHaveLength(2);
  expect(only(sent, 'template')).toHaveLength(1);
  const texts = only(sent, 'text').map(({ data }) => data);
  for (const text of ['in shadow', 'in iframe', 'in template']) expect(texts).toContain(text);
  capture.stop();
});

test('closed shadow roots attached later are seen', async () => {
  const page = await openPage('<div id="host"></div>');
  const { capture, ops } = record(page, policy.unmasked());
  await ops();
  const root = page.getElementById('host')!.attachShadow({ mode: 'closed' });
  root.innerHTML = '<em>secret garden</em>';
  const sent = await ops();
  expect(only(sent, 'shadow')).toMatchObject([{ mode: 'closed' }]);
  expect(only(sent, 'text')).toMatchObject([{ data: 'secret garden' }]);
  capture.stop();
});

test('a keyframe asked for later says known nodes by their ids', async () => {
  const page = await openPage('<ul><li id="a">1</li><li id="b">2</li></ul>');
  const { capture, ops } = record(page, policy.unmasked());
  const first = await ops();
  await capture.keyframe();
  const second = await ops();
  const ids = (all: typeof first) => only(all, 'element').map(({ id, name }) => [id, name]);
  expect(ids(second)).toEqual(ids(first));
  expect(capture.element(ids(first).at(-1)![0] as number)).toBe(page.getElementById('b'));
  capture.stop();
});

test('changes during the walk and what the walk says make one document', async () => {
  const page = await openPage(`<div id="list">${'<p>x</p>'.repeat(20000)}</div>`);
  const list = page.getElementById('list')!;
  const { capture, headers } = record(page, policy.standard());
  for (let i = 0; i < 20; i++) {
    list.insertBefore(page.createElement('b'), list.childNodes[i * 50]!);
    list.append(list.firstElementChild!);
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
  await capture.ready;
  const all = await headers();
  expect(all.filter(({ last }) => last)).toHaveLength(1);
  capture.stop();
});
