import type { AssetSource, DecodedFrame, NodeId } from '../protocol/index.ts';
import type { ReplicaRequest } from '../protocol/replica-request.ts';
import { writeRequest } from '../protocol/request-writer.ts';
import { anchorAt } from './anchoring.ts';
import { AssetAddresses } from './asset-address.ts';
import { FrameClock } from './frame-clock.ts';
import { FrameOrder } from './frame-order.ts';
import { FrameQueue } from './frame-queue.ts';
import { KeyframeRequests } from './keyframe-requests.ts';
import { PageChange } from './page-change.ts';
import type { Anchor, Replica, ReplicaOptions } from './replica-contract.ts';
import { canAdopt } from './tree/document-methods.ts';

/**
 * Rebuilds a customer's page from frames, in an iframe inside `container`.
 *
 * @example
 * const replica = createReplica({ container, assets: { url: (hash) => `/assets/${hash}` } });
 * connection.on('f', (frame) => replica.apply(frame));
 */
export function createReplica(options: ReplicaOptions): Replica {
  if (!canAdopt()) throw new Error('CoBrowse: this browser cannot show replicas; use one of 2023 or later');
  return new LiveReplica(options);
}

/** A page that waits for its shell has some tens of thousands of ops; many times that is meant to fill the memory. */
const mostWaiting = 4_000_000;

class LiveReplica implements Replica {
  readonly #options: ReplicaOptions;
  readonly #clock: FrameClock;
  readonly #order = new FrameOrder();
  readonly #queue: FrameQueue;
  readonly #pages: PageChange;
  readonly #work: DecodedFrame[] = [];
  #idle: (() => void)[] = [];
  /** Ops of the frames that wait. */
  #waiting = 0;
  readonly #keyframes = new KeyframeRequests(() => this.#ask({ type: 'keyframe' }));
  #lost = false;
  #disposed = false;

  constructor(options: ReplicaOptions) {
    this.#options = options;
    const view = options.container.ownerDocument.defaultView ?? window;
    this.#clock = new FrameClock(view, () => this.#run());
    this.#queue = new FrameQueue(
      (frame) => this.#receive(frame),
      (reason) => this.#lose(reason),
    );
    // A relative address means another place inside a sheet than it does here.
    const { baseURI } = options.container.ownerDocument;
    const assets: AssetSource = { url: (hash) => new URL(options.assets.url(hash), baseURI).href };
    const setting = {
      container: options.container,
      sources: new AssetAddresses(assets).policySources(),
      shell: options.shell,
    };
    this.#pages = new PageChange(setting, assets, {
      resume: () => this.#clock.request(),
      shown: (document) => {
        this.#wake();
        this.#keyframes.answered();
        guarded(() => options.onDocument?.(document));
      },
      presence: (op) => guarded(() => options.onPresence?.(op)),
      differs: (request) => this.#ask(request),
      failed: (reason) => {
        // What waited for this page has nowhere to go.
        this.#forgetWork();
        this.#lose(reason);
        this.#wake();
      },
    });
  }

  get document(): Document {
    return this.#pages.shown.document;
  }

  get epoch(): number | undefined {
    return this.#pages.shown.epoch;
  }

  get viewport() {
    return this.#pages.viewport;
  }

  apply(frame: Uint8Array): void {
    if (!this.#disposed) this.#queue.push(frame);
  }

  async settled(): Promise<void> {
    await this.#queue.settled();
    while (!this.#disposed && (this.#work.length > 0 || this.#pages.changing)) {
      await new Promise<void>((resolve) => this.#idle.push(resolve));
      await this.#queue.settled();
    }
    if (this.#disposed) return;
    const page = this.#pages.shown;
    await page.loads.settled();
    await page.imagesSettled();
    if (!this.#disposed) guarded(() => page.afterLayout());
  }

  anchor(x: number, y: number): Anchor | undefined {
    return guarded(() => anchorAt(this.document, this.#pages.shown.nodes, x, y));
  }

  element(id: NodeId): Element | undefined {
    return this.#pages.shown.nodes.element(id);
  }

  nodeOf(element: Element): NodeId | undefined {
    return this.#pages.shown.nodes.id(element);
  }

  dispose(): void {
    if (this.#disposed) return;
    this.#disposed = true;
    this.#clock.cancel();
    this.#keyframes.stop();
    this.#forgetWork();
    this.#pages.dispose();
    this.#wake();
  }

  #receive(frame: DecodedFrame): void {
    if (this.#disposed) return;
    const role = this.#order.judge(frame.header);
    if (typeof role === 'object') {
      this.#lose(role.lost);
      return;
    }
    if (role === 'skip' || role === 'known') return;
    this.#lost = false;
    this.#work.push(frame);
    this.#waiting += frame.ops.length;
    if (this.#waiting > mostWaiting) {
      this.#forgetWork();
      this.#lose('More came than could wait.');
      return;
    }
    this.#clock.request();
  }

  /** What shows stays; a keyframe goes on from here. */
  #lose(reason: string): void {
    this.#order.lose();
    if (this.#lost || this.#disposed) return;
    this.#lost = true;
    guarded(() => this.#options.onLost?.(reason));
    // Where there is no place to show it, a keyframe would only be lost again.
    if (reason !== 'shell') this.#keyframes.ask();
  }

  #forgetWork(): void {
    this.#work.length = 0;
    this.#waiting = 0;
  }

  #ask(request: ReplicaRequest): void {
    guarded(() => this.#options.onRequest?.(writeRequest(request)));
  }

  #run(): void {
    if (this.#disposed) return;
    for (let frame = this.#work[0]; frame; frame = this.#work[0]) {
      if (!this.#pages.apply(frame)) return;
      // Nothing is left of what a lie has ended.
      if (this.#work.shift()) this.#waiting -= frame.ops.length;
    }
    guarded(() => this.#pages.shown.afterLayout());
    this.#wake();
  }

  #wake(): void {
    const idle = this.#idle;
    this.#idle = [];
    for (const resolve of idle) resolve();
  }
}

/** A replica error never takes the console down. */
function guarded<T>(act: () => T): T | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}
