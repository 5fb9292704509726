import { type Capture, policy, startCapture } from '../../src/capture/index.ts';
import { readFrameHeader } from '../../src/protocol/index.ts';
import { readRequest } from '../../src/protocol/request-reader.ts';
import { createReplica, type Replica } from '../../src/replica/index.ts';
import { MemoryAssets } from '../replica/memory-assets.ts';
import type { Recorder, RecorderSetting } from './recorder.ts';

/** Our own capture and replica. */
export class OwnRecorder implements Recorder {
  readonly lost: string[] = [];
  readonly #assets = new MemoryAssets();
  readonly #replicas = new Map<HTMLElement, Replica>();
  readonly #frames: Uint8Array[] = [];
  #capture: Capture | undefined;

  async start(
    source: HTMLIFrameElement,
    container: HTMLElement,
    { policy: mode = 'unmasked', integrity, hurried = false }: RecorderSetting = {},
  ): Promise<void> {
    if (hurried) hurry();
    this.#show(container);
    this.#capture = startCapture({
      document: source.contentDocument!,
      policy: policy[mode](),
      assets: this.#assets,
      integrity: integrity ?? 1,
      onFrame: (frame) => {
        this.#frames.push(frame);
        for (const replica of this.#replicas.values()) replica.apply(frame);
      },
    });
    await this.#capture.ready;
  }

  async keyframe(): Promise<void> {
    await this.#capture?.keyframe();
  }

  async join(container: HTMLElement): Promise<void> {
    await this.#capture!.keyframe();
    await this.#capture!.flush();
    this.follow(container);
  }

  follow(container: HTMLElement): void {
    const from = this.#frames.findLastIndex((frame) => readFrameHeader(frame)!.keyframe);
    const replica = this.#show(container);
    for (const frame of this.#frames.slice(from)) replica.apply(frame);
  }

  async settled(): Promise<void> {
    await this.#capture!.flush();
    for (const replica of this.#replicas.values()) await replica.settled();
  }

  replica(container: HTMLElement): Document {
    return this.#replicas.get(container)!.document;
  }

  #show(container: HTMLElement): Replica {
    const replica = createReplica({
      container,
      assets: this.#assets,
      onLost: (reason) => this.lost.push(reason),
      onRequest: (bytes) => this.lost.push(`asked for ${JSON.stringify(readRequest(bytes))}`),
    });
    this.#replicas.set(container, replica);
    return replica;
  }
}

function hurry(): void {
  const now = performance.now.bind(performance);
  let ahead = 0;
  performance.now = () => {
    ahead += 6;
    return now() + ahead;
  };
}
