import type { AssetSender } from './asset-sender.ts';
import type { CanvasCapture, CanvasDelegate, Painted } from './canvas-capture.ts';
import { guarded, report } from './guard.ts';

/** Canvases and videos of a page: what looks at them is fetched with the first. */
export class LateCanvases {
  readonly #assets: AssetSender;
  readonly #delegate: CanvasDelegate;
  readonly #interval: number | false;
  /** Those that were written before what looks at them was there. */
  #early: Painted[] = [];
  #capture: CanvasCapture | undefined;
  #stopped = false;

  /** `interval` in milliseconds; `false` leaves them blank. */
  constructor(assets: AssetSender, delegate: CanvasDelegate, interval: number | false) {
    this.#assets = assets;
    this.#delegate = delegate;
    this.#interval = interval;
  }

  written(painted: Painted): void {
    const interval = this.#interval;
    if (this.#capture) this.#capture.written(painted);
    else if (interval !== false && this.#early.push(painted) === 1)
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
    for (const painted of this.#early) capture.written(painted);
    this.#early = [];
    capture.start();
    capture.look();
  }
}
