import { expect, test } from 'vitest';
import { type FrameHeader, readFrameHeader, writeFrameHeader } from '../../src/protocol/index.ts';

const header: FrameHeader = {
  kind: 'snapshot',
  keyframe: true,
  last: false,
  deflated: true,
  class: 3,
  stream: 0x1234,
  epoch: 0xdeadbeef,
  sequence: 0xabcdef,
  time: 0xfffffffe,
};

test('a header reads back as it was written', () => {
  const frame = new Uint8Array(20);
  writeFrameHeader(frame.subarray(4), header);
  expect(readFrameHeader(frame.subarray(4))).toEqual(header);
});

test.each([
  ['shorter than a header', new Uint8Array(15)],
  ['of another version', new Uint8Array(16).fill(0x21, 0, 1)],
  ['of an unknown kind', new Uint8Array(16).fill(0x1f, 0, 1)],
])('a frame %s is no frame', (_, bytes) => {
  expect(readFrameHeader(bytes)).toBeUndefined();
});
