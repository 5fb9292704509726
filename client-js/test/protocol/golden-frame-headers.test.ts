import { expect, test } from 'vitest';
import golden from '../../../tests/golden/frame-headers.json' with { type: 'json' };
import { type FrameHeader, readFrameHeader, writeFrameHeader } from '../../src/protocol/index.ts';

const bytesOf = (hex: string) => Uint8Array.from(Buffer.from(hex, 'hex'));

test.each(golden.headers)(
  'FRAME-1 $name has the bytes that both languages agree on',
  ({ name: _, hex, ...fields }) => {
    const header = fields as FrameHeader;
    const written = new Uint8Array(16);
    writeFrameHeader(written, header);
    expect(Buffer.from(written).toString('hex')).toBe(hex);
    expect(readFrameHeader(bytesOf(hex))).toEqual(header);
  },
);

test.each(golden.invalid)('FRAME-2 bytes $name are no frame', ({ hex }) => {
  expect(readFrameHeader(bytesOf(hex))).toBeUndefined();
});
