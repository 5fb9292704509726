import type { AssetSender } from './asset-sender.ts';
import type { guarded, report } from './guard.ts';

export interface CanvasDelegate {
  canvasDrawn(canvas: HTMLCanvasElement, hash: string): void;
  canvasUnreadable(canvas: HTMLCanvasElement): void;
}

/** Given, since a page fetches this room by itself, and only where it has canvases. */
export interface CanvasGuard {
  readonly guarded: typeof guarded;
  readonly report: typeof report;
}

/** Looks at canvases now and then and brings their bitmaps into the asset store. */
export class CanvasCapture {
  readonly #assets: AssetSender;
  readonly #delegate: CanvasDelegate;
  readonly #interval: number;
  readonly #guard: CanvasGuard;
  readonly #canvases = new Set<WeakRef<HTMLCanvasElement>>();
  readonly #hashes = new WeakMap<HTMLCanvasElement, string>();
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(assets: AssetSender, delegate: CanvasDelegate, interval: number, guard: CanvasGuard) {
    this.#assets = assets;
    this.#delegate = delegate;
    this.#interval = interval;
    this.#guard = guard;
  }

  start(): void {
    this.#timer ??= setInterval(
      this.#guard.guarded(() => this.look()),
      this.#interval,
    );
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  /** A canvas was written; its bitmap follows. */
  written(canvas: HTMLCanvasElement): void {
    this.#hashes.delete(canvas);
    this.#canvases.add(new WeakRef(canvas));
  }

  /** Takes bitmaps of all canvases; {@link AssetSender.idle} waits for them. */
  look(): void {
    for (const reference of this.#canvases) {
      const canvas = reference.deref();
      if (canvas?.isConnected) void this.#assets.track(this.#take(canvas)).catch(this.#guard.report);
      else this.#canvases.delete(reference);
    }
  }

  async #take(canvas: HTMLCanvasElement): Promise<void> {
    if (canvas.width === 0 || canvas.height === 0) return;
    let blob: Blob | null;
    try {
      blob = await bitmapOf(canvas);
    } catch {
      for (const reference of this.#canvases)
        if (reference.deref() === canvas) this.#canvases.delete(reference);
      this.#delegate.canvasUnreadable(canvas);
      return;
    }
    if (blob === null) return;
    const bytes = new Uint8Array(await blob.arrayBuffer());
    const hash = await this.#assets.store({ type: blob.type, bytes });
    if (hash === null || this.#hashes.get(canvas) === hash) return;
    this.#hashes.set(canvas, hash);
    this.#delegate.canvasDrawn(canvas, hash);
  }
}

const blobOf = (canvas: HTMLCanvasElement) => new Promise<Blob | null>((resolve) => canvas.toBlob(resolve));

/** A canvas that was transferred can still be drawn from. */
function bitmapOf(canvas: HTMLCanvasElement): Promise<Blob | null> {
  return blobOf(canvas).catch(() => {
    const copy = canvas.ownerDocument.createElement('canvas');
    copy.width = canvas.width;
    copy.height = canvas.height;
    copy.getContext('2d')?.drawImage(canvas, 0, 0);
    return blobOf(copy);
  });
}
