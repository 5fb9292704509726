import { expect, test } from 'vitest';
import { type Drawing, decodeDrawing, encodeDrawing, mostPoints } from '../../src/protocol/drawing.ts';
import { limits } from '../../src/protocol/protocol.gen.ts';

const drawings: Drawing[] = [
  { type: 'spotlight', id: 1, node: 4_000_000_000 },
  { type: 'arrow', id: 2, from: { node: 7, x: 0.5, y: 0.25 }, to: { node: 8, x: 1, y: 0 } },
  { type: 'box', id: 3, node: 9, from: { x: -0.5, y: 0 }, to: { x: 1.5, y: 2 } },
  { type: 'ink', id: 4, node: 9, fades: true, points: [{ x: 0.5, y: 0.125 }] },
  {
    type: 'ink',
    id: 0xffff,
    node: 9,
    fades: false,
    points: [
      { x: 0, y: 0 },
      { x: 1, y: 1 },
    ],
  },
  { type: 'more', id: 4, points: [{ x: 0.25, y: 8 }] },
  { type: 'label', id: 5, at: { node: 9, x: 0.5, y: 0.5 } },
  { type: 'remove', id: 5 },
  { type: 'clear' },
];

test.each(drawings)('$type arrives as it was drawn', (drawing) => {
  expect(decodeDrawing(encodeDrawing(drawing))).toEqual(drawing);
});

test('the longest line is within the limit of a body', () => {
  const points = Array.from({ length: mostPoints + 9 }, () => ({ x: 0.5, y: 0.5 }));
  const bytes = encodeDrawing({ type: 'ink', id: 1, node: 1, fades: false, points });
  expect(bytes.byteLength).toBeLessThanOrEqual(limits.guidanceBytes);
  expect(decodeDrawing(bytes)).toMatchObject({ points: { length: mostPoints } });
});

test('what is cut, too long or no number is no drawing', () => {
  for (const drawing of drawings) {
    const bytes = encodeDrawing(drawing);
    for (let length = 0; length < bytes.byteLength; length++) {
      const read = decodeDrawing(bytes.subarray(0, length));
      // A shorter line is a line.
      if (read) expect(['ink', 'more']).toContain(read.type);
    }
    expect(decodeDrawing(Uint8Array.of(...bytes, 0))).toBeUndefined();
  }
  expect(decodeDrawing(Uint8Array.of(0, 0, 0))).toBeUndefined();
  expect(decodeDrawing(Uint8Array.of(9, 0, 0))).toBeUndefined();
  const infinite = encodeDrawing({
    type: 'label',
    id: 1,
    at: { node: 1, x: Number.POSITIVE_INFINITY, y: 0 },
  });
  expect(decodeDrawing(infinite)).toBeUndefined();
});
