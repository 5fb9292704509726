import type { ActionKind } from '@cobrowse/client/protocol';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { decodeAction } from '../../../client-js/src/protocol/action.ts';
import { ControlDesk } from '../../src/control/control-desk.ts';

const at = { node: 3, x: 0.5, y: 0.5, seen: { x: 1, y: 2, width: 3, height: 4 } };
let sent: { number: number; kind: ActionKind; body: Uint8Array }[];
let epoch: number | undefined;
let desk: ControlDesk;

beforeEach(() => {
  vi.useFakeTimers();
  sent = [];
  epoch = 9;
  desk = new ControlDesk(
    async (number, kind, body) => {
      sent.push({ number, kind, body });
      return null;
    },
    () => epoch,
    100,
  );
});
afterEach(() => vi.useRealTimers());

const actions = () => sent.map(({ kind, body }) => decodeAction(kind, body)?.action);

test('letters, keys and the wheel are gathered, and go before what follows them', () => {
  for (const text of 'abc') desk.act({ type: 'Type', node: 3, text, whole: false });
  desk.act({ type: 'Keys', node: 3, keys: [{ key: 'Tab' }] });
  desk.act({ type: 'Keys', node: 3, keys: [{ key: 'Enter' }] });
  desk.act({ type: 'Scroll', at, dx: 0, dy: 30 });
  desk.act({ type: 'Scroll', at, dx: 0, dy: 50 });
  desk.act({ type: 'Click', at });
  expect(actions()).toMatchObject([
    { type: 'Type', text: 'abc' },
    { type: 'Keys', keys: [{ key: 'Tab' }, { key: 'Enter' }] },
    { type: 'Scroll', dy: 80 },
    { type: 'Click' },
  ]);
  expect(sent.map(({ number }) => number)).toEqual([101, 102, 103, 104]);
});

test('what was gathered goes by itself soon, and only the newest place that the agent points at', () => {
  desk.act({ type: 'Hover', at });
  desk.act({ type: 'Hover', at: { ...at, node: 4 } });
  vi.advanceTimersByTime(200);
  expect(actions()).toMatchObject([{ type: 'Hover', at: { node: 4 } }]);
});

test('letters for another field are no part of the former ones', () => {
  desk.act({ type: 'Type', node: 3, text: 'a', whole: false });
  desk.act({ type: 'Type', node: 4, text: 'b', whole: false });
  desk.flush();
  expect(actions()).toMatchObject([
    { node: 3, text: 'a' },
    { node: 4, text: 'b' },
  ]);
});

test('a refusal shows until something is done, and pointing says nothing', () => {
  desk.act({ type: 'Click', at });
  desk.heard(101, 'Covered');
  expect(desk.problem()).toEqual({ kind: 'Click', outcome: 'Covered' });
  desk.act({ type: 'Hover', at });
  desk.flush();
  desk.heard(102, 'Masked');
  expect(desk.problem()).toEqual({ kind: 'Click', outcome: 'Covered' });
  desk.act({ type: 'Click', at });
  desk.heard(103, 'Done');
  expect(desk.problem()).toBeUndefined();
  desk.heard(999, 'Covered');
  expect(desk.problem()).toBeUndefined();
});

test('what the node refuses shows too, and without a picture nothing is sent', async () => {
  const refusing = new ControlDesk(
    async () => 'NotAllowed',
    () => epoch,
    1,
  );
  refusing.act({ type: 'Click', at });
  await vi.runAllTimersAsync();
  expect(refusing.problem()).toEqual({ kind: 'Click', refusal: 'NotAllowed' });
  epoch = undefined;
  desk.act({ type: 'Click', at });
  expect(sent).toEqual([]);
});

test('what was begun is forgotten with control', () => {
  desk.act({ type: 'Type', node: 3, text: 'secret', whole: false });
  desk.drop();
  vi.runAllTimers();
  expect(sent).toEqual([]);
});
