import { expect, test } from 'vitest';
import { policy } from '../../src/capture/index.ts';
import { idOf, only, openPage as open, record } from './source-page.ts';

/** A page that only the test points at: the browser's own pointer rests somewhere as well. */
async function openPage(html: string): Promise<Document> {
  const page = await open(html);
  (page.defaultView!.frameElement as HTMLElement).style.pointerEvents = 'none';
  return page;
}

const move = (x: number, y: number) =>
  new PointerEvent('pointermove', { clientX: x, clientY: y, bubbles: true, composed: true });

test('pointer, hover and clicks leave in one frame, and hover by node', async () => {
  const page = await openPage('<button id="b">x</button>');
  const { capture, ops, frames } = record(page, policy.standard());
  const button = page.getElementById('b')!;
  const id = idOf(await ops(), 'b');
  const before = frames.length;
  button.dispatchEvent(move(5, 6));
  button.dispatchEvent(move(7, 8));
  button.dispatchEvent(new PointerEvent('pointerdown', { clientX: 7, clientY: 8, bubbles: true }));
  button.dispatchEvent(new MouseEvent('click', { clientX: 7, clientY: 8, detail: 1, bubbles: true }));
  const sent = await ops();
  const points = only(sent, 'pointer').flatMap((op) => op.points);
  expect([points[0], points.at(-1)]).toMatchObject([
    { x: 5, y: 6 },
    { x: 7, y: 8 },
  ]);
  expect(only(sent, 'click')).toEqual([{ op: 'click', x: 7, y: 8 }]);
  expect(only(sent, 'hover')).toEqual([{ op: 'hover', node: id }]);
  expect(only(sent, 'active')).toEqual([{ op: 'active', node: id }]);
  expect(frames.length).toBe(before + 1);
  capture.stop();
});

test('points in an iframe are told in the viewport of the page', async () => {
  const page = await openPage(
    '<iframe style="position:absolute;left:100px;top:50px;border:2px solid" srcdoc="<p id=p>x</p>"></iframe>',
  );
  const { capture, ops } = record(page, policy.standard());
  await ops();
  const inner = page.querySelector('iframe')!.contentDocument!;
  inner.getElementById('p')!.dispatchEvent(move(3, 4));
  expect(only(await ops(), 'pointer')[0]!.points).toMatchObject([{ x: 105, y: 56 }]);
  capture.stop();
});

test('focus and selection leave, a selection in what is masked does not', async () => {
  const page = await openPage(
    '<button id="b">x</button><p id="p">some text</p><p id="m" data-cobrowse-mask>secret</p>',
  );
  const { capture, ops } = record(page, policy.standard());
  const built = await ops();
  page.getElementById('b')!.focus();
  page.dispatchEvent(new Event('selectionchange'));
  page
    .getSelection()!
    .setBaseAndExtent(page.getElementById('p')!.firstChild!, 1, page.getElementById('p')!.firstChild!, 4);
  page.dispatchEvent(new Event('selectionchange'));
  const sent = await ops();
  expect(only(sent, 'focus')).toMatchObject([{ node: idOf(built, 'b') }]);
  expect(only(sent, 'selection')).toMatchObject([{ anchorOffset: 1, focusOffset: 4 }]);
  page
    .getSelection()!
    .setBaseAndExtent(page.getElementById('m')!.firstChild!, 1, page.getElementById('m')!.firstChild!, 6);
  page.dispatchEvent(new Event('selectionchange'));
  expect(only(await ops(), 'selection')).toMatchObject([{ anchor: 0, anchorOffset: 0 }]);
  capture.stop();
});

test('a selection inside a field leaves where the field does', async () => {
  const page = await openPage('<input id="f" value="some text">');
  const field = page.getElementById('f') as HTMLInputElement;
  const unmasked = record(page, policy.unmasked());
  const masked = record(page, policy.standard());
  const id = idOf(await unmasked.ops(), 'f');
  await masked.ops();
  field.focus();
  field.setSelectionRange(2, 6);
  page.dispatchEvent(new Event('selectionchange'));
  expect(only(await unmasked.ops(), 'inputSelection').at(-1)).toEqual({
    op: 'inputSelection',
    node: id,
    start: 2,
    end: 6,
  });
  expect(only(await masked.ops(), 'inputSelection')).toEqual([]);
  unmasked.capture.stop();
  masked.capture.stop();
});

test('the colour scheme leaves where it is dark', async () => {
  const page = await openPage('<p>x</p>');
  const window = page.defaultView!;
  const light = record(page, policy.standard());
  expect(only(await light.ops(), 'colorScheme')).toEqual([]);
  light.capture.stop();
  window.matchMedia = () => Object.assign(new EventTarget(), { matches: true }) as MediaQueryList;
  const dark = record(page, policy.standard());
  expect(only(await dark.ops(), 'colorScheme')).toEqual([{ op: 'colorScheme', dark: true }]);
  dark.capture.stop();
});

test('a keyframe tells viewport and scroll', async () => {
  const page = await openPage(
    '<div id="s" style="height:40px;overflow:auto"><p style="height:900px">x</p></div><p style="height:3000px">',
  );
  page.getElementById('s')!.scrollTop = 70;
  page.defaultView!.scrollTo(0, 300);
  const { capture, ops } = record(page, policy.standard());
  const sent = await ops();
  expect(only(sent, 'viewport')[0]).toMatchObject({ width: 800, height: 600 });
  expect(only(sent, 'scroll').map(({ y }) => y)).toEqual(expect.arrayContaining([70, 300]));
  capture.stop();
});

test('a handler of ours that fails is not seen by the page', async () => {
  const page = await openPage('<p id="p">x</p>');
  const errors: unknown[] = [];
  page.defaultView!.addEventListener('error', (event) => errors.push(event));
  const { capture, ops, headers } = record(page, policy.standard());
  await ops();
  const text = page.getElementById('p')!.firstChild!;
  Object.defineProperty(text, 'data', {
    configurable: true,
    get: () => {
      Reflect.deleteProperty(text, 'data');
      return JSON.parse('{');
    },
  });
  text.nodeValue = 'y';
  const again = only(await ops(), 'text');
  expect(errors).toEqual([]);
  expect(new Set((await headers()).map(({ epoch }) => epoch)).size).toBeGreaterThan(1);
  expect(JSON.stringify(again)).toContain('"y"');
  capture.stop();
});
