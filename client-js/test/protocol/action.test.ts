import { expect, it } from 'vitest';
import { type Action, type Aim, decodeAction, encodeAction } from '../../src/protocol/action.ts';

const at: Aim = { node: 300, x: 1, y: 0, seen: { x: -12, y: 4000, width: 120, height: 33 } };
const plain = { shift: false, control: false, alt: false, meta: false };

const actions: readonly Action[] = [
  { type: 'Click', at },
  { type: 'DoubleClick', at },
  { type: 'Focus', at },
  { type: 'Hover', at },
  { type: 'Type', node: 7, text: 'Zürich 😀', whole: true },
  { type: 'Select', at, index: 3 },
  { type: 'Check', at, checked: true },
  { type: 'Scroll', at, dx: 0, dy: -240 },
  {
    type: 'Keys',
    node: 0,
    keys: [
      { ...plain, key: 'ArrowDown' },
      { ...plain, key: 'a', control: true },
    ],
  },
  { type: 'Drag', at, to: { ...at, node: 5 } },
  { type: 'Back' },
  { type: 'Forward' },
  { type: 'Navigate', address: '/accounts.html' },
];

it.each(actions)('carries $type with the epoch of its nodes', (action) => {
  const epoch = 0xfedcba98;
  expect(decodeAction(action.type, encodeAction(epoch, action))).toEqual({ epoch, action });
});

it('takes an action for none but its own kind, and damaged bytes for nothing', () => {
  const bytes = encodeAction(1, { type: 'Click', at });
  expect(decodeAction('Drag', bytes)).toBeUndefined();
  expect(decodeAction('Back', bytes)).toBeUndefined();
  for (let length = 0; length < bytes.length; length++)
    expect(decodeAction('Click', bytes.slice(0, length))).toBeUndefined();
  expect(decodeAction('Click', Uint8Array.of(...bytes, 0))).toBeUndefined();
  expect(decodeAction('Keys', encodeAction(1, { type: 'Keys', node: 0, keys: [] }))).toBeUndefined();
  expect(
    decodeAction('Keys', encodeAction(1, { type: 'Keys', node: 0, keys: [{ key: 'x'.repeat(40) }] })),
  ).toBeUndefined();
  expect(decodeAction('Scroll', encodeAction(1, { type: 'Scroll', at, dx: 0, dy: 1e6 }))).toBeUndefined();
  expect(decodeAction('Type', Uint8Array.of(1, 1, 0, 2, 0xff, 0xff))).toBeUndefined();
});
