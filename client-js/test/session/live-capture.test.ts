import { expect, it, vi } from 'vitest';
import type { CaptureOptions } from '../../src/capture/capture-contract.ts';
import { policy } from '../../src/masking/policy.ts';
import { LiveCapture } from '../../src/session/live-capture.ts';

const standard = { policy: policy.standard(), hash: 'the-hash' };

/** A frame of this epoch, as far as anybody here looks. */
function frame(epoch: number): Uint8Array {
  const bytes = new Uint8Array(20);
  new DataView(bytes.buffer).setUint32(4, epoch, true);
  return bytes;
}

function scene() {
  const captures: { options: CaptureOptions; stopped: boolean; keyframes: number; finish: () => void }[] = [];
  const outbox = {
    buffered: 0,
    congested: false,
    sent: [] as Uint8Array[],
    told: [] as unknown[],
    frame: (bytes: Uint8Array) => {
      outbox.sent.push(bytes);
      outbox.told.push(bytes);
    },
    policyInUse: (hash: string, epoch: number) => void outbox.told.push([hash, epoch]),
  };
  const live = new LiveCapture({
    outbox,
    assets: { missing: async () => [], put: async () => undefined },
    startCapture: (options) => {
      let finish = () => {};
      const ready = new Promise<void>((go) => {
        finish = go;
      });
      const capture = { options, stopped: false, keyframes: 0, finish };
      captures.push(capture);
      return {
        ready,
        flush: async () => undefined,
        keyframe: async () => void capture.keyframes++,
        receive: () => undefined,
        element: () => undefined,
        accepts: () => false,
        hides: () => false,
        masks: () => false,
        stop: () => {
          capture.stopped = true;
        },
      };
    },
  });
  return { captures, outbox, live };
}

it('frames go out while it runs, and not after', async () => {
  const { captures, outbox, live } = scene();
  live.start(standard);
  live.start(standard);
  expect(captures).toHaveLength(1);
  captures[0]!.options.onFrame(new Uint8Array(20));
  live.stop();
  captures[0]!.options.onFrame(new Uint8Array(20));
  expect(outbox.sent).toHaveLength(1);
  expect(captures[0]!.stopped).toBe(true);
});

it('POLICY-2 the node hears of the policy before the first frame of each epoch, and once', () => {
  const { captures, outbox, live } = scene();
  live.start(standard);
  const frames = [frame(7), frame(7), frame(0xffff_fff0), frame(0xffff_fff0)];
  for (const each of frames) captures[0]!.options.onFrame(each);
  expect(outbox.told).toEqual([
    ['the-hash', 7],
    frames[0],
    frames[1],
    ['the-hash', 0xffff_fff0],
    frames[2],
    frames[3],
  ]);
  live.stop();
  outbox.told = [];
  live.start(standard);
  captures[1]!.options.onFrame(frame(9));
  expect(outbox.told[0]).toEqual(['the-hash', 9]);
});

it('POLICY-3 another policy ends the capture, and begins one under it', () => {
  const { captures, outbox, live } = scene();
  live.start(standard);
  live.start({ policy: policy.strict(), hash: 'another' });
  expect(captures.map((capture) => capture.stopped)).toEqual([true, false]);
  expect(captures[1]!.options.policy.text).toBe('strict');
  captures[0]!.options.onFrame(frame(1));
  captures[1]!.options.onFrame(frame(2));
  expect(outbox.told).toEqual([['another', 2], frame(2)]);
});

it('a node that names no policy is not told of one', () => {
  const { captures, outbox, live } = scene();
  live.start({ policy: policy.strict(), hash: null });
  captures[0]!.options.onFrame(frame(1));
  expect(outbox.told).toEqual([frame(1)]);
});

it('a capture that a broken page makes fail, at its start or its end, stops nobody from stopping', () => {
  const quiet = vi.spyOn(console, 'debug').mockImplementation(() => undefined);
  const sent: Uint8Array[] = [];
  const outbox = {
    buffered: 0,
    congested: false,
    frame: (bytes: Uint8Array) => void sent.push(bytes),
    policyInUse: () => undefined,
  };
  const assets = { missing: async () => [], put: async () => undefined };
  const broken = () => {
    throw new Error('Array.prototype.push is not what it was');
  };
  const unstarted = new LiveCapture({ outbox, assets, startCapture: broken });
  expect(() => unstarted.start(standard)).not.toThrow();
  expect(() => unstarted.stop()).not.toThrow();

  let speak = (_: Uint8Array): void => undefined;
  const unstopped = new LiveCapture({
    outbox,
    assets,
    startCapture: ({ onFrame }) => {
      speak = onFrame;
      const idle = async () => undefined;
      return {
        ready: idle(),
        flush: idle,
        keyframe: idle,
        receive: () => undefined,
        element: () => undefined,
        accepts: () => false,
        hides: () => false,
        masks: () => false,
        stop: broken,
      };
    },
  });
  unstopped.start(standard);
  expect(() => unstopped.stop()).not.toThrow();
  speak(new Uint8Array(20));
  expect(sent).toHaveLength(0);
  quiet.mockRestore();
});

it('a keyframe is not asked for while the first one is on its way', async () => {
  const { captures, live } = scene();
  live.start(standard);
  expect(captures).toHaveLength(1);
  live.keyframe();
  captures[0]!.finish();
  await Promise.resolve();
  live.keyframe();
  live.keyframe();
  await vi.waitFor(() => expect(captures[0]!.keyframes).toBe(1));
});

it('a network that does not keep up stops the capture; a new one begins once it has drained', async () => {
  const { captures, outbox, live } = scene();
  live.start(standard);
  expect(captures).toHaveLength(1);
  captures[0]!.finish();
  await Promise.resolve();
  outbox.buffered = 5_000_000;
  captures[0]!.options.onFrame(new Uint8Array(20));
  expect(captures[0]!.stopped).toBe(true);
  expect(outbox.sent).toHaveLength(0);
  outbox.buffered = 0;
  await vi.waitFor(() => expect(captures).toHaveLength(2));
  captures[1]!.options.onFrame(new Uint8Array(20));
  expect(outbox.sent).toHaveLength(1);
  live.stop();
});
