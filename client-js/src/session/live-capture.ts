import type { Capture, CaptureOptions } from '../capture/capture-contract.ts';
import type { FieldRight, Policy } from '../masking/policy.ts';
import type { AssetSink } from '../protocol/asset-store.ts';

export type StartCapture = (options: CaptureOptions) => Capture;

/** The way of frames to the node. */
export interface FrameOutbox {
  /** Bytes that were accepted but have not left the browser. */
  readonly buffered: number;
  /** Frames arrive later than they are made. */
  readonly congested: boolean;
  frame(bytes: Uint8Array): void;
  /** What follows of this epoch is captured under the policy with this hash. */
  policyInUse(hash: string, epoch: number): void;
}

/** A policy, and the name by which the node knows it; a node of before has none. */
export interface SharedPolicy {
  readonly policy: Policy;
  readonly hash: string | null;
}

export interface LiveCaptureOptions {
  readonly startCapture: StartCapture;
  readonly outbox: FrameOutbox;
  readonly assets: AssetSink;
}

// What outruns the network all the same ends the capture, which starts anew from its newest state when the network has
// caught up: memory stays flat, and old states are never delivered late.
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
  #policy: SharedPolicy | undefined;
  /** The epoch that the node has heard of. */
  #epoch: number | undefined;
  readonly #options: LiveCaptureOptions;

  constructor(options: LiveCaptureOptions) {
    this.#options = options;
  }

  get running(): boolean {
    return this.#policy !== undefined;
  }

  /** Starts with a new epoch; does nothing while it runs under this policy. */
  start(policy: SharedPolicy): void {
    if (this.#policy === policy) return;
    this.#halt();
    this.#policy = policy;
    this.#begin(policy);
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

  /** Names the document and capture that node ids belong to; undefined while nothing is captured. */
  get epoch(): number | undefined {
    return this.#capture && this.#epoch;
  }

  /** Whether the policy grants this on a field. */
  accepts(field: Element, right: FieldRight): boolean {
    return this.#capture?.accepts(field, right) ?? false;
  }

  /** Whether agents do not see what stands in this element. */
  hides(element: Element): boolean {
    return this.#capture?.hides(element) ?? false;
  }

  /** Whether agents see neither this element nor what stands in it. */
  conceals(element: Element): boolean {
    return this.#capture?.masks(element) !== false || this.hides(element);
  }

  element(node: number): Element | undefined {
    return this.#capture?.element(node);
  }

  #begin({ policy, hash }: SharedPolicy): void {
    const run = ++this.#run;
    this.#ready = false;
    const capture = attempt(() =>
      this.#options.startCapture({
        policy,
        assets: this.#options.assets,
        onFrame: (frame) => run === this.#run && this.#forward(frame, hash),
        congested: () => this.#options.outbox.congested,
      }),
    );
    if (!capture) return;
    // The very first frames may have been too much already.
    if (run !== this.#run) {
      attempt(() => capture.stop());
      return;
    }
    this.#capture = capture;
    capture.ready.then(
      () => {
        if (capture === this.#capture) this.#ready = true;
      },
      () => undefined,
    );
  }

  #forward(frame: Uint8Array, hash: string | null): void {
    const { outbox } = this.#options;
    if (outbox.buffered + frame.byteLength > (this.#ready ? fullAt : fullWhileFirst)) {
      this.#overflow();
      return;
    }
    const epoch = new DataView(frame.buffer, frame.byteOffset).getUint32(4, true);
    if (epoch !== this.#epoch && hash) outbox.policyInUse(hash, epoch);
    this.#epoch = epoch;
    outbox.frame(frame);
  }

  #overflow(): void {
    const policy = this.#policy;
    this.#halt();
    const look = () => {
      if (!policy || policy !== this.#policy) return;
      if (this.#options.outbox.buffered <= drainedAt) this.#begin(policy);
      else this.#draining = setTimeout(look, lookEvery);
    };
    this.#draining = setTimeout(look, lookEvery);
  }

  #halt(): void {
    this.#run++;
    clearTimeout(this.#draining);
    const capture = this.#capture;
    this.#capture = undefined;
    this.#ready = false;
    attempt(() => capture?.stop());
  }
}

/** A page may have broken what capture stands on. A pause or an end must come through all the same. */
function attempt<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    console.debug('CoBrowse: capture failed', error);
    return undefined;
  }
}
