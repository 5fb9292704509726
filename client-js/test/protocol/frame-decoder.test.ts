import { expect, test, vi } from 'vitest';
import { BodyWriter } from '../../src/protocol/body-writer.ts';
import { deflate } from '../../src/protocol/deflate.ts';
import { DecodeError, FrameDecoder, type Op, writeFrameHeader } from '../../src/protocol/index.ts';
import { inflate } from '../../src/protocol/inflate.ts';
import { opcode } from '../../src/protocol/protocol.gen.ts';
import { randomOps } from './random-ops.ts';
import { writeOp } from './write-op.ts';

function frames(seed: number, count: number): { ops: Op[]; plain: Uint8Array }[] {
  const writer = new BodyWriter();
  return Array.from({ length: count }, (_, sequence) => {
    const ops = randomOps(seed + sequence, 300);
    writer.begin(sequence === 0);
    for (const op of ops) writeOp(writer, op);
    const plain = writer.finish(16);
    const first = sequence === 0;
    const kind = first ? 'snapshot' : 'update';
    const header = { kind, keyframe: first, last: first, deflated: false } as const;
    writeFrameHeader(plain, { ...header, class: 0, stream: 0, epoch: 1, sequence, time: 0 });
    return { ops, plain };
  });
}

async function deflated(plain: Uint8Array): Promise<Uint8Array> {
  const body = await deflate(new Uint8Array(plain.subarray(16)));
  const frame = new Uint8Array(16 + body.length);
  frame.set(plain.subarray(0, 16));
  frame.set(body, 16);
  frame[1] = frame[1]! | 4;
  return frame;
}

test('deflated and plain frames in turn come out in order', async () => {
  const all = frames(100, 8);
  const wire = await Promise.all(all.map(({ plain }, i) => (i % 2 === 0 ? deflated(plain) : plain)));
  const decoder = new FrameDecoder();
  const order: number[] = [];
  const decoded = await Promise.all(
    wire.map(async (frame) => {
      const { header, ops } = await decoder.decode(frame);
      order.push(header.sequence);
      return ops;
    }),
  );
  expect(decoded).toEqual(all.map(({ ops }) => ops));
  expect(order).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
});

test('a plain frame with none before it in work is decoded at once', () => {
  const [first] = frames(200, 1);
  const decoded = new FrameDecoder().decode(first!.plain);
  expect(decoded).not.toBeInstanceOf(Promise);
});

test('damage is final until the next keyframe', async () => {
  const all = frames(300, 3);
  const decoder = new FrameDecoder();
  const broken = (await deflated(all[0]!.plain)).slice(0, 60);
  await expect(decoder.decode(broken)).rejects.toThrow(DecodeError);
  expect(() => decoder.decode(all[1]!.plain)).toThrow(DecodeError);
  expect(await decoder.decode(all[0]!.plain)).toMatchObject({ ops: all[0]!.ops });
  expect(await decoder.decode(all[1]!.plain)).toMatchObject({ ops: all[1]!.ops });
});

test('bytes that inflate too far are refused', async () => {
  const bomb = new Uint8Array(await deflate(new Uint8Array(4 << 20)));
  await expect(inflate(bomb, 1 << 20)).rejects.toThrow(DecodeError);
});

/** A keyframe whose ops, told by their bytes, are `count` times the same. */
async function repeated(op: number[], count: number): Promise<Uint8Array> {
  const length = op.length * count;
  const size: number[] = [];
  for (let rest = length; ; rest = Math.floor(rest / 128)) {
    size.push(rest > 127 ? (rest % 128) | 128 : rest);
    if (rest <= 127) break;
  }
  const plain = new Uint8Array(16 + 1 + size.length + length);
  const header = { kind: 'snapshot', keyframe: true, last: true, deflated: false } as const;
  writeFrameHeader(plain, { ...header, class: 0, stream: 0, epoch: 1, sequence: 0, time: 0 });
  plain.set(size, 17);
  for (let i = 0; i < count; i++) plain.set(op, 17 + size.length + i * op.length);
  return deflated(plain);
}

test('a small frame that unfolds into millions of ops is refused before they are made', async () => {
  const small = await repeated([opcode.up], 1000);
  expect(await new FrameDecoder().decode(small)).toMatchObject({ ops: { length: 1000 } });
  const bomb = await repeated([opcode.up], 16 << 20);
  expect(bomb.length).toBeLessThan(64 * 1024);
  await expect(new FrameDecoder().decode(bomb)).rejects.toThrow('too many ops');
});

test('runs of placed nodes are bounded together, not each alone', async () => {
  // The same id again, a million of them, each with the id of the one before.
  const run = [opcode.placeRun, 0, 0x80, 0x80, 0x40, 0];
  expect(await new FrameDecoder().decode(await repeated(run, 1))).toMatchObject({ ops: { length: 1 } });
  await expect(new FrameDecoder().decode(await repeated(run, 2))).rejects.toThrow('run too long');
});

test('frames inflate one after another, so that many at once take no more room than one', async () => {
  const [first] = frames(400, 1);
  const wire = await deflated(first!.plain);
  const Native = DecompressionStream;
  let made = 0;
  vi.stubGlobal(
    'DecompressionStream',
    class {
      constructor(format: CompressionFormat) {
        made++;
        // biome-ignore lint/correctness/noConstructorReturn: stands in for the native stream, which cannot be extended.
        return new Native(format) as never;
      }
    },
  );
  try {
    const decoder = new FrameDecoder();
    const all = Array.from({ length: 10 }, () => decoder.decode(wire));
    await all[0];
    expect(made).toBeLessThan(4);
    await Promise.all(all);
    expect(made).toBe(10);
  } finally {
    vi.unstubAllGlobals();
  }
});

test('pieces of 32 KB give way before each other', async () => {
  let pauses = 0;
  const bytes = Uint8Array.from({ length: 100_000 }, (_, i) => (i * 7) & 255);
  const small = await deflate(bytes, async () => void pauses++);
  expect(await inflate(new Uint8Array(small), 200_000)).toEqual(bytes);
  expect(pauses).toBe(3);
});
