import { describe, expect, test } from 'vitest';
import { bodyPart, smallBody } from '../../src/protocol/body-format.ts';
import { BodyPacker } from '../../src/protocol/body-packer.ts';
import { BodyReader } from '../../src/protocol/body-reader.ts';
import { BodyWriter } from '../../src/protocol/body-writer.ts';
import { DecodeError } from '../../src/protocol/decode-error.ts';
import type { Op } from '../../src/protocol/op.ts';
import { random, randomOps } from './random-ops.ts';
import { writeOp } from './write-op.ts';

function bodyOf(writer: BodyWriter, ops: readonly Op[], keyframe = false): Uint8Array {
  writer.begin(keyframe);
  for (const op of ops) writeOp(writer, op);
  return writer.finish(0);
}

const hex = (bytes: Uint8Array) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

test('packed and plain bodies in turn read back', () => {
  const [writer, reader] = [new BodyWriter(), new BodyReader()];
  let packer = new BodyPacker();
  let packed = 0;
  for (let frame = 0; frame < 200; frame++) {
    const keyframe = frame % 60 === 0;
    const ops = randomOps(frame, frame % 9);
    const body = bodyOf(writer, ops, keyframe);
    if (keyframe) packer = new BodyPacker();
    const small = body.length < smallBody;
    if (small) packed++;
    expect(reader.read(small ? packer.pack(body, 0) : body, keyframe)).toEqual(ops);
  }
  expect(packed).toBeGreaterThan(100);
});

test('what comes again and again takes a few bytes', () => {
  const [writer, packer] = [new BodyWriter(), new BodyPacker()];
  const sizes = Array.from({ length: 60 }, (_, i) => {
    const texts = Array.from(
      { length: 20 },
      (_, k): Op => ({ op: 'data', node: 5 * k, data: `${100 + ((i * 7 + k) % 10)}.50 EUR` }),
    );
    return packer.pack(bodyOf(writer, texts, i === 0), 0).length;
  });
  expect(sizes[0]).toBeGreaterThan(50);
  expect(sizes.at(-1)).toBeLessThan(25);
});

test('the bytes in front are left free', () => {
  const body = bodyOf(new BodyWriter(), randomOps(3, 4), true);
  const framed = new BodyPacker().pack(Uint8Array.from([...new Uint8Array(16), ...body]), 16);
  expect(framed.subarray(16)).toEqual(new BodyPacker().pack(body, 0));
});

test('packs to the same bytes everywhere', () => {
  const packer = new BodyPacker();
  const text = new TextEncoder().encode('the same bytes, the same bytes');
  const packed = [text, text].map((body) => hex(packer.pack(body, 0)));
  expect(packed).toEqual(['228b978447d176b8301bf48317dd5177e963e115', '2201']);
});

describe('hostile bodies', () => {
  test('that say they are longer than a packed one may be are refused', () => {
    const lying = Uint8Array.from([0x80 | (bodyPart.packed + 1), 0x7f, 1, 2, 3]);
    expect(() => new BodyReader().read(lying, true)).toThrow('packed too tightly');
  });

  test('of random bytes end in a DecodeError or in ops', () => {
    const next = random(7);
    let failed = 0;
    for (let i = 0; i < 1000; i++) {
      const bytes = Uint8Array.from({ length: 2 + next(60) }, () => next(256));
      bytes[0] = bodyPart.packed + next(100);
      try {
        new BodyReader().read(bytes, true);
      } catch (error) {
        expect(error).toBeInstanceOf(DecodeError);
        failed++;
      }
    }
    expect(failed).toBeGreaterThan(0);
  });
});
