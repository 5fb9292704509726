import { type Policy, startCapture } from '../../capture/index.ts';
import { type AssetSink, FrameDecoder } from '../../protocol/index.ts';
import { type Seen, seenPlaces } from '../seen-places.ts';
import { SeenTree } from '../seen-tree.ts';

/** An asset that left the page. */
export interface LeftAsset {
  readonly hash: string;
  readonly type: string;
  readonly base64: string;
}

/** What leaves a page under a policy. */
export interface Look {
  readonly seen: Seen;
  /** In base64. */
  readonly frames: readonly string[];
  readonly assets: readonly LeftAsset[];
}

/** Captures the document as the snippet would, and says what left. */
export async function look(policy: Policy): Promise<Look> {
  const frames: Uint8Array[] = [];
  const assets: LeftAsset[] = [];
  const kept = new Set<string>();
  const sink: AssetSink = {
    missing: async (hashes) => hashes.filter((hash) => !kept.has(hash)),
    async put(hash, type, bytes) {
      kept.add(hash);
      assets.push({ hash, type, base64: base64(bytes) });
    },
  };
  const capture = startCapture({
    policy,
    assets: sink,
    integrity: false,
    onFrame: (frame) => frames.push(frame),
  });
  await capture.flush();
  capture.stop();
  const tree = new SeenTree();
  const decoder = new FrameDecoder();
  for (const frame of frames) for (const op of (await decoder.decode(frame)).ops) tree.take(op);
  return { seen: seenPlaces(tree), frames: frames.map(base64), assets };
}

function base64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 0x8000)
    text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(text);
}
