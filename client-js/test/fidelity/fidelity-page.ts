import { type Capture, policy, startCapture } from '../../src/capture/index.ts';
import { readFrameHeader } from '../../src/protocol/index.ts';
import { readRequest } from '../../src/protocol/request-reader.ts';
import { createReplica, type Replica } from '../../src/replica/index.ts';
import { MemoryAssets } from '../replica/memory-assets.ts';
import { serializePage } from './serialize-page.ts';

/** The browser's side of a fidelity case: the source in one iframe, its replica beside it. */
class FidelityBench {
  #assets = new MemoryAssets();
  #capture: Capture | undefined;
  #replica: Replica | undefined;
  #frames: Uint8Array[] = [];
  #lost: string[] = [];

  /** Starts capture of the source and shows it in a replica. */
  async start(): Promise<void> {
    this.#show();
    this.#capture = startCapture({
      document: source().contentDocument!,
      policy: policy.unmasked(),
      assets: this.#assets,
      integrity: 1,
      onFrame: (frame) => {
        this.#frames.push(frame);
        this.#replica?.apply(frame);
      },
    });
    await this.#capture.ready;
  }

  /** Lets an agent join who has seen nothing: from the last keyframe on. */
  async joinLate(): Promise<void> {
    await this.#capture!.keyframe();
    await this.#capture!.flush();
    this.#show();
    const from = this.#frames.findLastIndex((frame) => readFrameHeader(frame)!.keyframe);
    for (const frame of this.#frames.slice(from)) this.#replica!.apply(frame);
  }

  /** Waits until all shows, and answers with both sides' documents. */
  async compare(): Promise<{ source: string; replica: string; lost: string[] }> {
    await this.#capture!.flush();
    await this.#replica!.settled();
    return {
      source: serializePage(source().contentDocument!),
      replica: serializePage(this.#replica!.document),
      lost: this.#lost,
    };
  }

  stop(): void {
    this.#capture?.stop();
    this.#replica?.dispose();
  }

  #show(): void {
    this.#replica?.dispose();
    const container = document.getElementById('replica')!;
    this.#replica = createReplica({
      container,
      assets: this.#assets,
      onLost: (reason) => this.#lost.push(reason),
      onRequest: (bytes) => this.#lost.push(`asked for ${JSON.stringify(readRequest(bytes))}`),
    });
  }
}

const source = () => document.getElementById('source') as HTMLIFrameElement;

declare global {
  interface Window {
    bench: FidelityBench;
  }
}

window.bench = new FidelityBench();
