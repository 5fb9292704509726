import type { PresenceOp } from '@cobrowse/client/replica';
import { PointerPath } from './pointer-path.ts';

export interface ClickMark {
  readonly id: number;
  readonly x: number;
  readonly y: number;
}

export interface PresenceView {
  readonly viewport: { readonly width: number; readonly height: number };
  readonly clicks: readonly ClickMark[];
  /** The focused node, 0 for none. */
  readonly focus: number;
  readonly focusVisible: boolean;
  readonly pointed: boolean;
}

const nothing: PresenceView = {
  viewport: { width: 0, height: 0 },
  clicks: [],
  focus: 0,
  focusVisible: false,
  pointed: false,
};
const mostClicks = 8;

/** Where the customer is and looks, as a store that React reads; the pointer's path is read each frame instead. */
export class CustomerPresence {
  readonly path = new PointerPath();
  readonly #listeners = new Set<() => void>();
  readonly #now: () => number;
  #view = nothing;
  #nextClick = 1;

  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly view = (): PresenceView => this.#view;

  take(op: PresenceOp): void {
    switch (op.op) {
      case 'viewport':
        this.#become({ viewport: { width: op.width, height: op.height } });
        break;
      case 'pointer':
        this.path.add(op.points, this.#now());
        if (op.points.length > 0) this.#become({ pointed: true });
        break;
      case 'click': {
        const mark = { id: this.#nextClick++, x: op.x, y: op.y };
        this.#become({ clicks: [...this.#view.clicks, mark].slice(-mostClicks) });
        break;
      }
      case 'focus':
        this.#become({ focus: op.node, focusVisible: op.visible });
        break;
      case 'scroll':
        // The replica scrolls itself; listeners measure what moved with it.
        this.#become({});
        break;
      default:
        op satisfies never;
    }
  }

  clickShown(id: number): void {
    this.#become({ clicks: this.#view.clicks.filter((click) => click.id !== id) });
  }

  /** Another document shows: the old one's pointer and focus mean nothing there. */
  documentChanged(): void {
    this.path.clear();
    this.#become({ clicks: [], focus: 0, focusVisible: false, pointed: false });
  }

  #become(change: Partial<PresenceView>): void {
    this.#view = { ...this.#view, ...change };
    for (const listener of this.#listeners) listener();
  }
}
