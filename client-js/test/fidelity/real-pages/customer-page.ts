import { type Capture, policy, startCapture } from '../../../src/capture/index.ts';
import { serializePage } from '../serialize-page.ts';
import { type FocusPath, focusPathOf } from '../serialize-view.ts';

declare global {
  interface Window {
    sendFrame(frame: string): Promise<void>;
    putAsset(hash: string, type: string, bytes: string): Promise<void>;
    missingAssets(hashes: string[]): Promise<string[]>;
    customer: {
      start(): Promise<void>;
      flush(): Promise<void>;
      keyframe(): Promise<void>;
      text(): { text: string; focus: FocusPath };
    };
  }
}

let capture: Capture | undefined;
let sent = Promise.resolve();

const base64 = (bytes: Uint8Array) => {
  let text = '';
  for (let i = 0; i < bytes.length; i += 8192) text += String.fromCharCode(...bytes.subarray(i, i + 8192));
  return btoa(text);
};

window.customer = {
  async start() {
    capture = startCapture({
      policy: policy.unmasked(),
      onFrame: (frame) => {
        sent = sent.then(() => window.sendFrame(base64(frame)));
      },
      assets: {
        missing: (hashes) => window.missingAssets(hashes),
        put: (hash, type, bytes) => window.putAsset(hash, type, base64(bytes)),
      },
    });
    await capture.ready;
    await capture.flush();
    await sent;
  },
  async flush() {
    await capture?.flush();
    await sent;
  },
  async keyframe() {
    await capture?.keyframe();
    await capture?.flush();
    await sent;
  },
  text() {
    const focus = focusPathOf(document);
    return { text: serializePage(document, false, focus), focus };
  },
};
