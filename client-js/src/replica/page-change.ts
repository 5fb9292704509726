import type { AssetSource, DecodedFrame, DocumentMode, Op } from '../protocol/index.ts';
import type { ReplicaRequest } from '../protocol/replica-request.ts';
import { Lie } from './lie.ts';
import { Page } from './page.ts';
import type { PresenceOp } from './replica-contract.ts';
import type { StageSetting } from './stage/stage.ts';
import { KeptSheets } from './style/kept-sheets.ts';

type TopDocument = Extract<Op, { op: 'document' }>;

export interface PageChangeDelegate {
  /** Work that had to wait can go on. */
  resume(): void;
  shown(document: Document): void;
  presence(op: PresenceOp): void;
  /** The page that shows has something else than the customer's. */
  differs(request: ReplicaRequest): void;
  failed(reason: string): void;
}

/** How long a complete page waits for its sheets before it shows all the same. */
const longestUnstyled = 3000;

/** Applies frames to the page that shows, and changes to a new page when that is complete and styled. */
export class PageChange {
  shown: Page;
  viewport = { width: 0, height: 0 };
  readonly #setting: StageSetting;
  readonly #assets: AssetSource;
  readonly #delegate: PageChangeDelegate;
  readonly #kept = new KeptSheets();
  /** A page that is being built out of sight. */
  #next:
    | { readonly page: Page; readonly op: TopDocument; readonly byKeyframe: boolean; complete: boolean }
    | undefined;
  /** Where a frame that waits for its shell goes on. */
  #position = 0;
  #disposed = false;

  constructor(setting: StageSetting, assets: AssetSource, delegate: PageChangeDelegate) {
    this.#setting = setting;
    this.#assets = assets;
    this.#delegate = delegate;
    this.shown = this.#page(undefined);
    this.shown.stage.show();
  }

  /** A complete page is about to show. */
  get changing(): boolean {
    return this.#next?.complete === true;
  }

  /** Applies a frame. False if it has to wait; the same frame must then come again after `resume`. */
  apply(frame: DecodedFrame): boolean {
    try {
      return this.#frame(frame);
    } catch (error) {
      if (!(error instanceof Lie)) throw error;
      this.#position = 0;
      this.#next?.page.dispose();
      this.#next = undefined;
      this.#delegate.failed(error.message);
      return true;
    }
  }

  #frame({ header, ops }: DecodedFrame): boolean {
    if (this.#position === 0) this.#target.beginFrame();
    for (; this.#position < ops.length; this.#position++) {
      const op = ops[this.#position]!;
      if (header.class !== 0) this.#attempt(() => this.#target.disclose(op));
      else if (op.op === 'document' && op.host === 0) {
        if (!this.#enter(op, header.kind === 'snapshot')) return false;
        this.#target.epoch = header.epoch;
      } else this.#apply(op);
    }
    this.#position = 0;
    this.#attempt(() => this.#target.endFrame());
    const next = this.#next;
    if (
      next &&
      !next.complete &&
      header.class === 0 &&
      (header.last || (!next.byKeyframe && header.kind !== 'presence'))
    )
      this.#complete();
    return true;
  }

  dispose(): void {
    this.#disposed = true;
    this.#next?.page.dispose();
    this.#next = undefined;
    this.shown.dispose();
  }

  get #target(): Page {
    return this.#next?.page ?? this.shown;
  }

  #page(mode: DocumentMode | undefined): Page {
    const page = new Page(this.#setting, this.#assets, mode, this.#kept, (request) => {
      if (page === this.shown) this.#delegate.differs(request);
    });
    return page;
  }

  #enter(op: TopDocument, byKeyframe: boolean): boolean {
    if (this.#next?.op !== op) {
      this.#next?.page.dispose();
      this.#next = undefined;
      const page = this.#open(op.mode);
      if (!page) return false;
      page.stage.resize(this.viewport.width, this.viewport.height);
      this.#next = { page, op, byKeyframe, complete: false };
      if (!page.stage.isReady) this.#await(page);
    }
    const { page } = this.#next!;
    if (!page.stage.isReady) return false;
    page.enter(op.id);
    return true;
  }

  #open(mode: DocumentMode): Page | undefined {
    try {
      return this.#page(mode);
    } catch {
      this.#position = 0;
      this.#delegate.failed('shell');
      return undefined;
    }
  }

  #await(page: Page): void {
    page.stage.ready.then(
      () => this.#delegate.resume(),
      () => {
        if (this.#next?.page !== page || this.#disposed) return;
        this.#next = undefined;
        this.#position = 0;
        page.dispose();
        this.#delegate.failed('shell');
      },
    );
  }

  #apply(op: Op): void {
    const page = this.#target;
    if (op.op === 'viewport') this.viewport = { width: op.width, height: op.height };
    this.#attempt(() => page.apply(op));
    if (page === this.shown && isPresence(op)) this.#delegate.presence(op);
  }

  /** One op that cannot be applied is skipped: giving up would end in the same op again. */
  #attempt(act: () => void): void {
    try {
      act();
    } catch (error) {
      if (error instanceof Lie) throw error;
    }
  }

  #complete(): void {
    const next = this.#next!;
    next.complete = true;
    const show = () => {
      clearTimeout(timer);
      if (this.#next === next && !this.#disposed) this.#show(next.page);
    };
    const timer = setTimeout(show, longestUnstyled);
    if (next.page.loads.size === 0) show();
    // A canvas that keeps drawing begins loads for ever.
    else void next.page.loads.begun().then(show);
  }

  #show(page: Page): void {
    const former = this.shown;
    this.shown = page;
    this.#next = undefined;
    page.stage.show();
    former.dispose();
    this.#attempt(() => page.shown());
    this.#attempt(() => page.afterLayout());
    this.#delegate.presence({ op: 'viewport', ...this.viewport, scale: 1, offsetX: 0, offsetY: 0 });
    this.#delegate.shown(page.document);
  }
}

const presence = new Set<Op['op']>(['viewport', 'pointer', 'click', 'focus', 'scroll']);
const isPresence = (op: Op): op is PresenceOp => presence.has(op.op);
