import { type Drawing, decodeDrawing } from '@cobrowse/client/guide';
import type { Refusal } from '@cobrowse/client/protocol';
import { beforeEach, expect, test, vi } from 'vitest';
import { DrawingDesk } from '../../src/guiding/drawing-desk.ts';

let here: Drawing[];
let there: [drawing: Drawing, label: string | null][];
let answer: Refusal | null;
let desk: DrawingDesk;

beforeEach(() => {
  vi.useFakeTimers();
  [here, there, answer] = [[], [], null];
  desk = new DrawingDesk(
    {
      receive: (_, body) => {
        here.push(decodeDrawing(body)!);
        return undefined;
      },
    },
    async (body, label) => {
      there.push([decodeDrawing(body)!, label]);
      return answer;
    },
    '#0b6b4f',
  );
});

const sent = () => there.map(([drawing]) => drawing);

test('what is drawn shows here and there, and is taken back from the last to the first', () => {
  desk.draw({ type: 'spotlight', node: 7 });
  desk.draw({ type: 'label', at: { node: 8, x: 0.5, y: 1 } }, 'Click here');
  expect(there).toEqual([
    [{ type: 'spotlight', id: 1, node: 7 }, null],
    [{ type: 'label', id: 2, at: { node: 8, x: 0.5, y: 1 } }, 'Click here'],
  ]);
  expect(here).toEqual(expect.arrayContaining(sent()));
  expect(desk.state().count).toBe(2);
  desk.undo();
  desk.undo();
  desk.undo();
  expect(sent().slice(2)).toEqual([
    { type: 'remove', id: 2 },
    { type: 'remove', id: 1 },
  ]);
  expect(desk.state().count).toBe(0);
});

test('a line is sent piece by piece, and whole', () => {
  desk.begin(7, { x: 0, y: 0 }, false);
  for (let step = 1; step <= 4; step++) desk.extend({ x: step / 8, y: 0 });
  expect(sent()).toHaveLength(1);
  vi.advanceTimersByTime(50);
  desk.extend({ x: 1, y: 1 });
  desk.finish();
  desk.extend({ x: 2, y: 2 });
  vi.runAllTimers();
  const points = sent().flatMap((drawing) => ('points' in drawing ? drawing.points : []));
  expect(points.map(({ x }) => x)).toEqual([0, 0.125, 0.25, 0.375, 0.5, 1]);
  expect(sent()).toHaveLength(3);
  expect(desk.state().count).toBe(1);
});

test('a line that fades goes by itself and is not taken back', () => {
  desk.begin(7, { x: 0, y: 0 }, true);
  desk.finish();
  desk.undo();
  expect(desk.state().count).toBe(0);
  expect(sent().map(({ type }) => type)).toEqual(['ink']);
});

test('what does not show to the customer does not show here either, and says why', async () => {
  const told = vi.fn();
  desk.subscribe(told);
  answer = 'WrongState';
  desk.draw({ type: 'spotlight', node: 7 });
  await vi.runAllTimersAsync();
  expect(here.at(-1)).toEqual({ type: 'remove', id: 1 });
  expect(desk.state()).toEqual({ count: 0, problem: 'WrongState' });
  expect(told).toHaveBeenCalled();
  answer = null;
  desk.draw({ type: 'spotlight', node: 7 });
  expect(desk.state()).toEqual({ count: 1, problem: undefined });
});

test('a preview stays here', () => {
  desk.preview({ type: 'spotlight', node: 7 });
  desk.preview(undefined);
  expect(here).toEqual([
    { type: 'spotlight', id: 0, node: 7 },
    { type: 'remove', id: 0 },
  ]);
  expect(there).toEqual([]);
});

test('clearing takes all of it away, and a line with it', () => {
  desk.begin(7, { x: 0, y: 0 }, false);
  desk.extend({ x: 1, y: 1 });
  desk.clear();
  vi.runAllTimers();
  expect(sent().map(({ type }) => type)).toEqual(['ink', 'clear']);
  expect(desk.state().count).toBe(0);
});
