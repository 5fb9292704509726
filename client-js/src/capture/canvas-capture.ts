import type { AssetSender } from './asset-sender.ts';
import type { guarded, report } from './guard.ts';

/** What shows a bitmap that no attribute tells. */
export type Painted = HTMLCanvasElement | HTMLVideoElement;

export interface CanvasDelegate {
  /** Whether replicas have it, and may see what it shows: a mask may come later. */
  mayShow(painted: Painted): boolean;
  canvasDrawn(painted: Painted, hash: string, width: number, height: number): void;
  canvasUnreadable(canvas: HTMLCanvasElement): void;
}

/** Given, since a page fetches this room by itself, and only where it has canvases or videos. */
export interface CanvasGuard {
  readonly guarded: typeof guarded;
  readonly report: typeof report;
}

/** Pictures of a video that plays are no wider than this: they are taken again and again. */
const widestMoving = 960;

/** Looks at canvases and videos now and then and brings their bitmaps into the asset store. */
export class CanvasCapture {
  readonly #assets: AssetSender;
  readonly #delegate: CanvasDelegate;
  readonly #interval: number;
  readonly #guard: CanvasGuard;
  readonly #all = new Set<WeakRef<Painted>>();
  /** What was told last, and the look that found it: what an earlier one brings late is out of date. */
  readonly #told = new WeakMap<Painted, { readonly hash: string; readonly look: number }>();
  #looks = 0;
  /** Which moment of a video was taken last. */
  readonly #moments = new WeakMap<Painted, string>();
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

  /** A canvas or video was written; its bitmap follows. */
  written(painted: Painted): void {
    this.#told.delete(painted);
    this.#moments.delete(painted);
    this.#all.add(new WeakRef(painted));
  }

  /** Takes bitmaps of all; {@link AssetSender.idle} waits for them. */
  look(): void {
    for (const reference of this.#all) {
      const painted = reference.deref();
      if (painted?.isConnected) void this.#assets.track(this.#take(painted)).catch(this.#guard.report);
      else this.#all.delete(reference);
    }
  }

  async #take(painted: Painted): Promise<void> {
    const look = ++this.#looks;
    if (!this.#delegate.mayShow(painted)) return;
    const [width, height] = sizeOf(painted);
    if (width === 0 || height === 0 || (isVideo(painted) && !this.#shows(painted))) return;
    let blob: Blob | null;
    try {
      blob = await (isVideo(painted) ? frameOf(painted) : bitmapOf(painted));
    } catch {
      for (const reference of this.#all) if (reference.deref() === painted) this.#all.delete(reference);
      if (!isVideo(painted)) this.#delegate.canvasUnreadable(painted);
      return;
    }
    if (!blob) return;
    const bytes = new Uint8Array(await blob.arrayBuffer());
    if (!this.#delegate.mayShow(painted)) return;
    const hash = await this.#assets.store({ type: blob.type, bytes });
    const told = this.#told.get(painted);
    if (hash === null || told?.hash === hash || (told && told.look > look)) return;
    this.#told.set(painted, { hash, look });
    this.#delegate.canvasDrawn(painted, hash, width, height);
  }

  /** Whether a video shows a moment that was not taken yet, and not its poster. */
  #shows(video: HTMLVideoElement): boolean {
    const untouched = video.paused && video.currentTime === 0 && video.played.length === 0;
    if (video.readyState < HTMLMediaElement.HAVE_CURRENT_DATA || (untouched && video.poster !== ''))
      return false;
    const moment = `${video.currentSrc} ${video.currentTime} ${video.paused}`;
    if (this.#moments.get(video) === moment) return false;
    this.#moments.set(video, moment);
    return true;
  }
}

const isVideo = (painted: Painted): painted is HTMLVideoElement => painted.localName === 'video';

const sizeOf = (painted: Painted): [number, number] =>
  isVideo(painted) ? [painted.videoWidth, painted.videoHeight] : [painted.width, painted.height];

const blobOf = (canvas: HTMLCanvasElement, type?: string) =>
  new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, type));

/** A canvas that was transferred can still be drawn from. */
const bitmapOf = (canvas: HTMLCanvasElement): Promise<Blob | null> =>
  blobOf(canvas).catch(() => blobOf(copyOf(canvas, 1)));

function frameOf(video: HTMLVideoElement): Promise<Blob | null> {
  const scale = video.paused ? 1 : Math.min(1, widestMoving / video.videoWidth);
  return blobOf(copyOf(video, scale), 'image/jpeg');
}

function copyOf(painted: Painted, scale: number): HTMLCanvasElement {
  const [width, height] = sizeOf(painted);
  const copy = painted.ownerDocument.createElement('canvas');
  copy.width = Math.max(1, width * scale);
  copy.height = Math.max(1, height * scale);
  copy.getContext('2d')?.drawImage(painted, 0, 0, copy.width, copy.height);
  return copy;
}
