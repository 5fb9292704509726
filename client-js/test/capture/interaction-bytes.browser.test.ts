import { afterEach, expect, test, vi } from 'vitest';
import { policy, startCapture } from '../../src/capture/index.ts';
import { FrameDecoder, type Op } from '../../src/protocol/index.ts';
import { MemoryAssets, only, openPage } from './source-page.ts';

const animationFrame = 1000 / 60;

afterEach(() => void vi.restoreAllMocks());

/** A page of usual size whose clock and animation frames the test moves. */
async function clockedPage() {
  const rows = Array.from(
    { length: 200 },
    (_, i) => `<div><a href="/${i}">Row ${i}</a> <b>${i * 7}</b></div>`,
  );
  const page = await openPage(`<!doctype html><input id="field"><main>${rows.join('')}</main>`);
  const view = page.defaultView!;
  (view.frameElement as HTMLElement).style.pointerEvents = 'none';
  let now = performance.now();
  vi.spyOn(performance, 'now').mockImplementation(() => now);
  let waiting: FrameRequestCallback[] = [];
  view.requestAnimationFrame = (callback) => waiting.push(callback);
  const frames: Uint8Array[] = [];
  const capture = startCapture({
    document: page,
    policy: policy.standard(),
    assets: new MemoryAssets(),
    canvas: false,
    onFrame: (frame) => frames.push(frame),
  });
  await capture.ready;
  const keyframe = frames.length;
  return {
    page,
    view,
    capture,
    /** What left since the keyframe. */
    sent: () => frames.slice(keyframe),
    async ops(): Promise<{ time: number; ops: Op[] }[]> {
      const decoder = new FrameDecoder();
      const decoded = await Promise.all(frames.map((frame) => decoder.decode(frame)));
      return decoded.slice(keyframe).map(({ header, ops }) => ({ time: header.time, ops }));
    },
    now: () => now,
    /** Lets so many animation frames pass; what happens, happens before the first. */
    frames(count: number): void {
      for (let i = 0; i < count; i++) {
        now += animationFrame;
        const due = waiting;
        waiting = [];
        for (const callback of due) callback(now);
      }
    },
  };
}

type Clocked = Awaited<ReturnType<typeof clockedPage>>;

function point({ page }: Clocked, types: string, x: number, y: number): void {
  const target = page.elementFromPoint(x, y) ?? page.body;
  for (const type of types.split(' ')) {
    const Kind = type === 'click' ? MouseEvent : PointerEvent;
    target.dispatchEvent(
      new Kind(type, { clientX: x, clientY: y, bubbles: true, composed: true, detail: 1 }),
    );
  }
}

const onEllipse = (i: number): [number, number] => [
  Math.round(400 + 300 * Math.cos(i / 40)),
  Math.round(300 + 200 * Math.sin(i / 25)),
];

test('200 keys, 300 moves, 50 scrolls and 20 clicks take less than 5 kB', async () => {
  const clocked = await clockedPage();
  const { page, view, capture } = clocked;
  const field = page.getElementById('field') as HTMLInputElement;
  field.focus();
  for (let i = 0; i < 200; i++) {
    field.value += 'x';
    for (const type of ['keydown', 'input', 'keyup']) field.dispatchEvent(new Event(type, { bubbles: true }));
    clocked.frames(1);
  }
  for (let i = 0; i < 300; i++) {
    point(clocked, 'pointermove', ...onEllipse(i));
    clocked.frames(1);
  }
  for (let i = 0; i < 50; i++) {
    view.scrollTo(0, i * 40);
    page.dispatchEvent(new Event('scroll'));
    point(clocked, 'pointerover', 300, 300);
    clocked.frames(3);
  }
  for (let i = 0; i < 20; i++) {
    point(clocked, 'pointermove pointerdown pointerup click', 60 + (i % 5) * 8, 100 + i * 20);
    clocked.frames(3);
  }
  capture.stop();
  const ops = (await clocked.ops()).flatMap((frame) => frame.ops);
  expect(only(ops, 'scroll').at(-1)).toMatchObject({ y: 49 * 40 });
  expect(only(ops, 'click')).toHaveLength(20);
  expect(clocked.sent().reduce((sum, frame) => sum + frame.length, 0)).toBeLessThan(5000);
});

test('every position of the pointer is told within 50 ms, and lines between those told miss none by far', async () => {
  const clocked = await clockedPage();
  const began = clocked.now();
  const moved: { x: number; y: number; at: number }[] = [];
  for (let i = 0; i < 60; i++) {
    const [x, y] = onEllipse(i * 3);
    moved.push({ x, y, at: clocked.now() - began });
    point(clocked, 'pointermove', x, y);
    clocked.frames(1);
  }
  clocked.frames(3);
  clocked.capture.stop();
  const frames = await clocked.ops();
  const told = frames.flatMap(({ time, ops }) =>
    only(ops, 'pointer').flatMap(({ points }) =>
      points.map((each) => ({ ...each, at: time - each.at, sent: time })),
    ),
  );
  expect(told.length).toBeLessThan(moved.length);
  expect(told[0]).toMatchObject({ x: moved[0]!.x, y: moved[0]!.y });
  const zero = told[0]!.at - moved[0]!.at;
  for (const { x, y, at } of moved) {
    const behind = told.findIndex((each) => each.at - zero >= at - 1);
    const [to, from] = [told[behind]!, told[Math.max(0, behind - 1)]!];
    expect(to.sent - zero - at).toBeLessThanOrEqual(50);
    const part = to.at === from.at ? 1 : Math.min(1, (at + zero - from.at) / (to.at - from.at));
    expect(Math.hypot(from.x + (to.x - from.x) * part - x, from.y + (to.y - from.y) * part - y)).toBeLessThan(
      4,
    );
  }
});

test('a click takes along what waited, in order', async () => {
  const clocked = await clockedPage();
  point(clocked, 'pointermove', 200, 200);
  clocked.frames(1);
  point(clocked, 'pointermove', 210, 205);
  clocked.frames(1);
  expect(clocked.sent()).toHaveLength(1);
  point(clocked, 'pointermove click', 230, 210);
  clocked.frames(1);
  clocked.capture.stop();
  const last = (await clocked.ops()).at(-1)!.ops;
  const [pointer, click] = [only(last, 'pointer')[0]!, only(last, 'click')[0]!];
  expect(pointer.points.at(-1)).toMatchObject({ x: 230, y: 210 });
  expect(last.indexOf(click)).toBeGreaterThan(last.indexOf(pointer));
});

test('the pointer travels with a change that leaves anyway', async () => {
  const clocked = await clockedPage();
  point(clocked, 'pointermove', 200, 200);
  clocked.frames(1);
  clocked.page.body.append('more');
  point(clocked, 'pointermove', 210, 205);
  clocked.frames(1);
  clocked.capture.stop();
  const kinds = (await clocked.ops()).map(({ ops }) => ops.map(({ op }) => op));
  expect(kinds.at(-1)).toEqual(expect.arrayContaining(['text', 'pointer']));
});
