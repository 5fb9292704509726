// Our recorder in a page of the capture benchmark. `window.benchPolicy` names the masking policy.
import { policy, startCapture } from '../../src/capture/index.ts';
import { keepFrames } from './keep-frames.ts';

type Recorder = import('./recorder.ts').Recorder;

let capture: ReturnType<typeof startCapture> | undefined;
const kept = keepFrames();

const recorder: Recorder = {
  async start({ keep, known }) {
    capture = startCapture({
      policy: window.benchPolicy === 'unmasked' ? policy.unmasked() : policy.standard(),
      onFrame: keep ? kept.frame : () => {},
      assets: {
        missing: async (hashes) => {
          if (keep) kept.asked(hashes.length);
          return known ? [] : hashes;
        },
        put: async (_hash, type, bytes) => {
          if (keep) kept.asset(type, bytes);
        },
      },
    });
    await capture.ready;
  },
  async taken() {
    await capture?.flush();
    return kept.send();
  },
  stop() {
    capture?.stop();
    capture = undefined;
  },
};

Object.assign(window, { recorder });
