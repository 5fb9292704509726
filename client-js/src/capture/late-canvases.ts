import type { AssetSender } from './asset-sender.ts';
import type { CanvasCapture, CanvasDelegate } from './canvas-capture.ts';
import { guarded, report } from './guard.ts';

/** Canvases of a page: what looks at them is fetched with the first. */
export class LateCanvases {
  readonly #assets: AssetSender;
  readonly #delegate: CanvasDelegate;
  readonly #interval: number | false;
  /** Canvases that were written before what looks at them was there. */
  #early: HTMLCanvasElement[] = [];
  #capture: CanvasCapture | undefined;
  #stopped = false;

  /** `interval` in milliseconds; `false` leaves canvases blank. */
  constructor(assets: AssetSender, delegate: CanvasDelegate, interval: number | false) {
    this.#assets = assets;
    this.#delegate = delegate;
    this.#interval = interval;
  }

  written(canvas: HTMLCanvasElement): void {
    const interval = this.#interval;
    if (this.#capture) this.#capture.written(canvas);
    else if (interval !== false && this.#early.push(canvas) === 1)
      void this.#assets.track(this.#load(interval)).catch(report);
  }

  look(): void {
    this.#capture?.look();
  }

  stop(): void {
    this.#stopped = true;
    this.#capture?.stop();
  }

  async #load(interval: number): Promise<void> {
    const { CanvasCapture } = await import('./canvas-capture.ts');
    if (this.#stopped) return;
    const capture = new CanvasCapture(this.#assets, this.#delegate, interval, { guarded, report });
    this.#capture = capture;
    for (const canvas of this.#early) capture.written(canvas);
    this.#early = [];
    capture.start();
    capture.look();
  }
}
