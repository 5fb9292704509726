import type { Capture, CaptureOptions } from '../capture/capture-contract.ts';
import type { Policy } from '../masking/policy.ts';
import type { AssetSink } from '../protocol/index.ts';

export type StartCapture = (options: CaptureOptions) => Capture;

/** The way of frames to the node. */
export interface FrameOutbox {
  /** Bytes that were accepted but have not left the browser. */
  readonly buffered: number;
  frame(bytes: Uint8Array): void;
}

export interface LiveCaptureOptions {
  /** Loads the capture; its chunk is fetched when somebody watches for the first time. */
  readonly load: () => Promise<StartCapture>;
  readonly outbox: FrameOutbox;
  readonly assets: AssetSink;
}

// A page whose changes outrun the network stops being captured, and starts anew from its newest state when the
// network has caught up: memory stays flat, and old states are never delivered late.
const fullAt = 4_000_000;
const fullWhileFirst = 32_000_000;
const drainedAt = 64_000;
const lookEvery = 200;
const idlePatience = 500;

/** Captures while it is wanted, and not a moment longer. */
export class LiveCapture {
  #capture: Capture | undefined;
  #ready = false;
  #run = 0;
  #draining: ReturnType<typeof setTimeout> | undefined;
  #keyframeDue = false;
  #policy: Policy | undefined;
  readonly #options: LiveCaptureOptions;

  constructor(options: LiveCaptureOptions) {
    this.#options = options;
  }

  get running(): boolean {
    return this.#policy !== undefined;
  }

  /** Starts with a new epoch; does nothing while it runs. */
  start(policy: Policy): void {
    if (this.#policy) return;
    this.#policy = policy;
    void this.#begin(policy);
  }

  stop(): void {
    this.#policy = undefined;
    this.#halt();
  }

  /** A keyframe at the next idle moment. The first one is on its way already while `ready` is open. */
  keyframe(): void {
    const capture = this.#capture;
    if (!capture || !this.#ready || this.#keyframeDue) return;
    this.#keyframeDue = true;
    const send = () => {
      this.#keyframeDue = false;
      if (capture === this.#capture) capture.keyframe().catch(() => undefined);
    };
    if (typeof requestIdleCallback === 'function') requestIdleCallback(send, { timeout: idlePatience });
    else setTimeout(send, 1);
  }

  receive(body: Uint8Array): void {
    this.#capture?.receive(body);
  }

  element(node: number): Element | undefined {
    return this.#capture?.element(node);
  }

  async #begin(policy: Policy): Promise<void> {
    const run = ++this.#run;
    const startCapture = await this.#options.load().catch(() => undefined);
    if (run !== this.#run) return;
    if (!startCapture) {
      // The chunk did not load: try again, since an agent is looking at an empty screen.
      this.#draining = setTimeout(() => run === this.#run && void this.#begin(policy), 2000);
      return;
    }
    this.#ready = false;
    const capture = startCapture({
      policy,
      assets: this.#options.assets,
      onFrame: (frame) => run === this.#run && this.#forward(frame),
    });
    this.#capture = capture;
    capture.ready.then(
      () => {
        if (capture === this.#capture) this.#ready = true;
      },
      () => undefined,
    );
  }

  #forward(frame: Uint8Array): void {
    const { outbox } = this.#options;
    if (outbox.buffered + frame.byteLength > (this.#ready ? fullAt : fullWhileFirst)) this.#overflow();
    else outbox.frame(frame);
  }

  #overflow(): void {
    const policy = this.#policy;
    this.#halt();
    const look = () => {
      if (!policy || policy !== this.#policy) return;
      if (this.#options.outbox.buffered <= drainedAt) void this.#begin(policy);
      else this.#draining = setTimeout(look, lookEvery);
    };
    this.#draining = setTimeout(look, lookEvery);
  }

  #halt(): void {
    this.#run++;
    clearTimeout(this.#draining);
    this.#capture?.stop();
    this.#capture = undefined;
    this.#ready = false;
  }
}
