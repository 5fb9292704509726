import { expect, it } from 'vitest';
import { decodeGuidance, encodeGuidance, type Guidance } from '../../src/protocol/index.ts';

const anchor = { node: 70_000, x: 0.25, y: 1 };

it.each<Guidance>([{ type: 'pointer', anchor }, { type: 'click', anchor }, { type: 'hide' }])(
  'a $type survives the way over the wire',
  (guidance) => {
    const back = decodeGuidance(encodeGuidance(guidance));
    expect(back?.type).toBe(guidance.type);
    if (guidance.type === 'hide' || !back || back.type === 'hide') return;
    expect(back.anchor.node).toBe(70_000);
    expect(back.anchor.x).toBeCloseTo(0.25, 4);
    expect(back.anchor.y).toBe(1);
  },
);

it('points outside the anchor end at its border', () => {
  const back = decodeGuidance(encodeGuidance({ type: 'pointer', anchor: { node: 1, x: -3, y: 7 } }));
  expect(back).toEqual({ type: 'pointer', anchor: { node: 1, x: 0, y: 1 } });
});

it('stays small: an anchored mark is nine bytes, hiding is one', () => {
  expect(encodeGuidance({ type: 'click', anchor }).length).toBe(9);
  expect(encodeGuidance({ type: 'hide' }).length).toBe(1);
});

it.each([
  [[]],
  [[0]],
  [[4, 0]],
  [[1]],
  [[2, 1]],
  [[3, 1, 2, 3, 4, 5, 6, 7]],
  [[1, 1, 2, 3, 4, 5, 6, 7, 8, 9]],
])('hostile bytes %j are no guidance', (bytes) => {
  expect(decodeGuidance(Uint8Array.from(bytes))).toBeUndefined();
});
