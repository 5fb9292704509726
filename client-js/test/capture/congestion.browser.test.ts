import { expect, test } from 'vitest';
import { type Capture, policy, startCapture } from '../../src/capture/index.ts';
import { readFrameHeader } from '../../src/protocol/index.ts';
import { createReplica } from '../../src/replica/index.ts';
import { MemoryAssets, openPage } from './source-page.ts';

const rendered = (page: Document) =>
  new Promise((resolve) => page.defaultView!.requestAnimationFrame(() => setTimeout(resolve)));

/** A page whose frames go into a link that can be clogged. */
async function clogged(html: string) {
  const page = await openPage(html);
  const frames: Uint8Array[] = [];
  const link = { congested: false };
  const capture: Capture = startCapture({
    document: page,
    policy: policy.standard(),
    assets: new MemoryAssets(),
    canvas: false,
    integrity: false,
    congested: () => link.congested,
    onFrame: (frame) => frames.push(frame),
  });
  await capture.flush();
  const kinds = (from: number) => frames.slice(from).map((frame) => readFrameHeader(frame)!.kind);
  const shown = async () => {
    const container = document.createElement('div');
    document.body.append(container);
    const replica = createReplica({ container, assets: new MemoryAssets() });
    for (const frame of frames) replica.apply(frame);
    await replica.settled();
    const html = replica.document.body.innerHTML;
    replica.dispose();
    container.remove();
    return html;
  };
  return { page, capture, frames, link, kinds, shown };
}

const move = (page: Document, x: number) =>
  page.defaultView!.dispatchEvent(new PointerEvent('pointermove', { clientX: x, clientY: 5 }));

test('while the network lags behind, changes wait and become one, and the pointer goes on', async () => {
  const { page, capture, frames, link, kinds, shown } = await clogged('<p id="p">0</p><ul id="l"></ul>');
  const before = frames.length;
  link.congested = true;
  for (let i = 1; i <= 40; i++) {
    page.getElementById('p')!.firstChild!.nodeValue = `${i} ${'x'.repeat(500)}`;
    page.getElementById('l')!.innerHTML = `<li>${i}</li>`.repeat(10);
    move(page, i);
    await rendered(page);
  }
  expect(new Set(kinds(before))).toEqual(new Set(['presence']));
  const { length } = frames;
  link.congested = false;
  await expect.poll(() => frames.length).toBeGreaterThan(length);
  await capture.flush();
  const sent = frames.slice(length).reduce((bytes, frame) => bytes + frame.length, 0);
  expect(sent).toBeLessThan(1500);
  expect(await shown()).toBe(page.body.innerHTML);
  capture.stop();
});

test('what fills the memory while it waits is dropped, and all is said anew', async () => {
  const { page, capture, frames, link, shown } = await clogged('<ul id="l"></ul>');
  const { epoch } = readFrameHeader(frames[0]!)!;
  const before = frames.length;
  link.congested = true;
  const list = page.getElementById('l')!;
  for (let i = 0; i < 6; i++) {
    list.replaceChildren(...Array.from({ length: 10_000 }, () => page.createElement('li')));
    await rendered(page);
  }
  list.replaceChildren('the newest');
  expect(frames.length).toBe(before);
  link.congested = false;
  await expect.poll(() => frames.slice(before).some((frame) => readFrameHeader(frame)!.last)).toBe(true);
  expect(readFrameHeader(frames.at(-1)!)!.epoch).not.toBe(epoch);
  expect(frames.slice(before).reduce((bytes, frame) => bytes + frame.length, 0)).toBeLessThan(2000);
  expect(await shown()).toBe('<ul id="l">the newest</ul>');
  capture.stop();
});
