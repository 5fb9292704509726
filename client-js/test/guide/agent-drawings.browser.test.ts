import { afterEach, beforeEach, expect, it } from 'vitest';
import { AgentDrawings } from '../../src/guide/agent-drawings.ts';
import { type Drawing, encodeDrawing } from '../../src/protocol/drawing.ts';

const maria = { id: 'p2', hue: '#0a58a6' };
let layer: HTMLElement;
let drawings: AgentDrawings;

beforeEach(() => {
  document.body.innerHTML =
    '<div id="page" style="height:3000px;position:relative"><section id="form"><p id="target" style="position:absolute;left:100px;top:200px;width:200px;height:40px;margin:0">Amount</p><p id="other" style="position:absolute;left:100px;top:300px;width:200px;height:40px;margin:0">Payee</p></section></div>';
  layer = document.body.appendChild(document.createElement('div'));
  layer.style.cssText = 'position:fixed;inset:0;pointer-events:none;overflow:hidden';
  const nodes = ['', 'page', 'target', 'other'];
  drawings = new AgentDrawings(layer, {
    locate: (node) => document.getElementById(nodes[node] ?? '') ?? undefined,
    top: window,
  });
});

afterEach(() => {
  drawings.clear();
  scrollTo(0, 0);
  document.body.replaceChildren();
});

const draw = (drawing: Drawing, label: string | null = null, hand = maria) =>
  drawings.receive(hand, encodeDrawing(drawing), label);
const groups = () => Array.from(layer.querySelectorAll('g'));
/** What a drawing's line covers, in CSS pixels of the viewport. */
const bounds = (index = 0) => {
  const path = groups()[index]?.lastElementChild as SVGPathElement | undefined;
  if (!path?.getAttribute('d')) return undefined;
  const { x, y, width, height } = path.getBBox();
  return [x, y, width, height].map(Math.round);
};
const spotlight: Drawing = { type: 'spotlight', id: 1, node: 2 };
const target = () => document.getElementById('target')!;

it('lights an element, and follows it when the page scrolls, moves or resizes it', async () => {
  expect(draw(spotlight)).toBe(target());
  await expect.poll(() => bounds()).toEqual([94, 194, 212, 52]);
  scrollTo(0, 150);
  await expect.poll(() => bounds()).toEqual([94, 44, 212, 52]);
  target().style.left = '10px';
  target().style.width = '300px';
  await expect.poll(() => bounds()).toEqual([4, 44, 312, 52]);
});

it('follows an element that the page renders anew, and nothing that only takes its place', async () => {
  draw(spotlight);
  await expect.poll(() => bounds()).toBeDefined();
  const form = document.getElementById('form')!;
  const html = form.outerHTML.replace('left:100px;top:200px', 'left:500px;top:220px');
  form.outerHTML = html;
  await expect.poll(() => bounds()).toEqual([494, 214, 212, 52]);
  target().remove();
  await expect.poll(() => bounds()).toBeUndefined();
  document.getElementById('form')!.prepend(document.getElementById('other')!);
  for (let frame = 0; frame < 15; frame++) await new Promise(requestAnimationFrame);
  expect(bounds()).toBeUndefined();
  document.getElementById('form')!.outerHTML = html;
  await expect.poll(() => bounds()).toEqual([494, 214, 212, 52]);
});

it('shades what is not lit, and lets everything be pressed', async () => {
  draw(spotlight);
  const shade = () => layer.querySelector('svg > path')!;
  await expect.poll(() => shade().getAttribute('d')).toContain(`M0 0H${innerWidth}.0V${innerHeight}.0H0z`);
  expect(document.elementFromPoint(200, 220)).toBe(target());
  draw({ type: 'remove', id: 1 });
  expect(layer.querySelector('svg')).toBeNull();
});

it('ties both ends of an arrow to their elements', async () => {
  draw({ type: 'arrow', id: 1, from: { node: 2, x: 0, y: 0 }, to: { node: 3, x: 0, y: 0 } });
  await expect.poll(() => bounds()?.slice(1)).toEqual([200, 17, 100]);
  document.getElementById('other')!.style.top = '400px';
  await expect.poll(() => bounds()?.[3]).toBe(200);
});

it('draws boxes and lines by the size of their element', async () => {
  draw({ type: 'box', id: 1, node: 2, from: { x: 1, y: 1 }, to: { x: 0.5, y: -1 } });
  draw({ type: 'ink', id: 2, node: 2, fades: false, points: [{ x: 0, y: 0 }] });
  draw({
    type: 'more',
    id: 2,
    points: [
      { x: 0.5, y: 0 },
      { x: 1, y: 1 },
    ],
  });
  await expect.poll(() => bounds(0)).toEqual([200, 160, 100, 80]);
  await expect.poll(() => bounds(1)).toEqual([100, 200, 200, 40]);
  target().style.width = '400px';
  await expect.poll(() => bounds(0)).toEqual([300, 160, 200, 80]);
  await expect.poll(() => bounds(1)).toEqual([100, 200, 400, 40]);
});

it('writes only the text that came beside a label, and no label without one', async () => {
  draw({ type: 'label', id: 1, at: { node: 2, x: 0, y: 1 } }, 'Click <b>here</b>');
  draw({ type: 'label', id: 2, at: { node: 2, x: 0, y: 1 } });
  await expect.poll(() => layer.querySelector('div')?.style.translate).toBe('100px 240px');
  expect(layer.querySelectorAll('div')).toHaveLength(1);
  expect(layer.textContent).toBe('Click <b>here</b>');
});

it('takes one away, all of one agent, or everything, and then leaves nothing', async () => {
  const sam = { id: 'p3', hue: '#6a2c91' };
  draw(spotlight);
  draw({ ...spotlight, id: 2, node: 3 });
  draw(spotlight, null, sam);
  expect(groups()).toHaveLength(3);
  draw({ type: 'remove', id: 2 });
  expect(groups()).toHaveLength(2);
  draw({ type: 'clear' });
  expect(groups().map((group) => group.lastElementChild!.getAttribute('stroke'))).toEqual([sam.hue]);
  drawings.clear();
  expect(layer.childElementCount).toBe(0);
});

it('keeps at most a hundred drawings of one agent, the newest', () => {
  for (let id = 0; id < 150; id++) draw({ ...spotlight, id });
  expect(groups()).toHaveLength(100);
});

it('keeps no more ink of one agent than a page can draw anew in each frame', async () => {
  const points = Array.from({ length: 500 }, (_, at) => ({ x: at / 500, y: (at % 2) / 2 }));
  for (let id = 0; id < 100; id++) {
    draw({ type: 'ink', id, node: 2, fades: false, points });
    draw({ type: 'more', id, points });
  }
  await expect.poll(() => bounds(groups().length - 1)).toBeDefined();
  const curves = groups().map((group) => group.lastElementChild!.getAttribute('d')!.match(/Q/g)?.length ?? 0);
  expect(curves).toEqual(Array.from({ length: 8 }, () => 998));
});

it('draws a line anew only where it changed', async () => {
  draw({ type: 'ink', id: 1, node: 2, fades: false, points: [{ x: 0, y: 0 }] });
  await expect.poll(() => bounds()).toBeDefined();
  const writes: unknown[] = [];
  const watch = new MutationObserver((records) => writes.push(...records));
  watch.observe(groups()[0]!, { subtree: true, attributeFilter: ['d'] });
  for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
  expect(writes).toHaveLength(0);
  target().style.left = '10px';
  await expect.poll(() => bounds()?.[0]).toBe(10);
  watch.disconnect();
});

it.each([3e38, -1e30, Number.NaN, Number.POSITIVE_INFINITY])(
  'draws nothing at %d times its element',
  (far) => {
    const away = { x: far, y: 0 };
    expect(draw({ type: 'ink', id: 1, node: 2, fades: false, points: [away] })).toBeUndefined();
    expect(draw({ type: 'box', id: 1, node: 2, from: away, to: { x: 0, y: 0 } })).toBeUndefined();
    expect(groups()).toHaveLength(0);
  },
);

it('ignores what is no drawing and what is drawn at nothing', async () => {
  expect(drawings.receive(maria, Uint8Array.of(77), null)).toBeUndefined();
  expect(draw({ ...spotlight, node: 99 })).toBeUndefined();
  await new Promise(requestAnimationFrame);
  await new Promise(requestAnimationFrame);
  expect(bounds()).toBeUndefined();
});
