import { expect, it } from 'vitest';
import type { AssetSender } from '../../src/capture/asset-sender.ts';
import { CanvasCapture } from '../../src/capture/canvas-capture.ts';
import { guarded, report } from '../../src/capture/guard.ts';

it('tells what a canvas shows last, in whatever order its pictures are stored', async () => {
  const stored: ((hash: string) => void)[] = [];
  const assets = {
    track: (work: Promise<void>) => work,
    store: () => new Promise<string>((resolve) => stored.push(resolve)),
  } as unknown as AssetSender;
  const drawn: string[] = [];
  const capture = new CanvasCapture(
    assets,
    {
      mayShow: () => true,
      canvasDrawn: (_, hash) => drawn.push(hash),
      canvasUnreadable: () => drawn.push('unreadable'),
    },
    1000,
    { guarded, report },
  );
  const canvas = document.createElement('canvas');
  document.body.append(canvas);
  capture.written(canvas);
  capture.look();
  await expect.poll(() => stored.length).toBe(1);
  capture.look();
  await expect.poll(() => stored.length).toBe(2);
  stored[1]!('newer');
  await expect.poll(() => drawn).toEqual(['newer']);
  stored[0]!('older');
  capture.look();
  await expect.poll(() => stored.length).toBe(3);
  stored[2]!('newest');
  await expect.poll(() => drawn.at(-1)).toBe('newest');
  expect(drawn).toEqual(['newer', 'newest']);
  canvas.remove();
});
