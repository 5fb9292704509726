import { type Box, boxOf, type Point, place } from '../guide/element-box.ts';
import type { Aim } from '../protocol/action.ts';
import type { ActionOutcome } from '../protocol/protocol.gen.ts';
import type { Bounds } from './bounds.ts';
import { isOnTop, seenAt } from './composed.ts';
import type { Ground } from './ground.ts';

/** How far, in CSS pixels, an element may stand from where the agent saw it. */
const tolerance = 24;
const still = 8;
/** How long something that the agent had not come to yet is looked at before it is pressed, in milliseconds. */
const look = 120;

export interface Reached {
  readonly element: Element;
  readonly at: Point;
}

/**
 * Finds what an agent aims at, as it is now: there, allowed, in sight, on top, and where it was when the agent came to
 * it. What replicas show is laid out with masks in it, so that the same element may stand elsewhere there: what counts
 * then is that it has not moved here since the agent's pointer came to it.
 */
export class Aims {
  readonly #ground: Ground;
  readonly #bounds: Bounds;
  readonly #pause: (milliseconds: number) => Promise<void>;
  #last: { readonly element: Element; readonly box: Box } | undefined;

  constructor(ground: Ground, bounds: Bounds, pause: (milliseconds: number) => Promise<void>) {
    this.#ground = ground;
    this.#bounds = bounds;
    this.#pause = pause;
  }

  /** The agent's pointer comes to an element. */
  come({ node }: Aim): void {
    const element = this.#ground.locate(node);
    const box = element && boxOf(element, window);
    this.#last = element && box ? { element, box } : undefined;
  }

  /** The agent moved the page: what stood somewhere stands elsewhere now. */
  forget(): void {
    this.#last = undefined;
  }

  async arriveAt(aim: Aim, presses: boolean): Promise<Reached | ActionOutcome> {
    const element = this.#ground.locate(aim.node);
    const seen = element?.isConnected ? boxOf(element, window) : undefined;
    if (!element || !seen) return 'Gone';
    const refused = this.#refuses(element, presses);
    if (refused) return refused;
    if (presses && !(await this.#isStill(element, seen, aim))) {
      this.come(aim);
      return 'Moved';
    }
    const now = this.#inSight(element, aim);
    if (!now) return 'Gone';
    if (!isOnTop(element, now.x, now.y)) return 'Covered';
    // Time went by: the page may have made another thing of it.
    return this.#refuses(element, presses) ?? { element, at: now };
  }

  /** What stands at a point of the viewport, if an agent may point there. */
  under(at: Point): Element | undefined {
    const element = seenAt(at.x, at.y);
    return element && !this.#bounds.refuses(element) ? element : undefined;
  }

  #refuses(element: Element, presses: boolean): ActionOutcome | undefined {
    return presses ? this.#bounds.refusesPress(element) : this.#bounds.refuses(element);
  }

  async #isStill(element: Element, box: Box, { seen }: Aim): Promise<boolean> {
    if (near(box, seen, tolerance)) return true;
    if (this.#last?.element === element) return near(box, this.#last.box, still);
    await this.#pause(look);
    const later = boxOf(element, window);
    return later !== undefined && near(box, later, still);
  }

  #inSight(element: Element, aim: Aim): Point | undefined {
    const point = () => {
      const box = boxOf(element, window);
      return box && place(box, aim);
    };
    const at = point();
    if (!at || (at.x >= 0 && at.y >= 0 && at.x < innerWidth && at.y < innerHeight)) return at;
    element.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
    return point();
  }
}

const near = (one: Box, other: Box, within: number): boolean =>
  Math.abs(one.x - other.x) <= within &&
  Math.abs(one.y - other.y) <= within &&
  Math.abs(one.width - other.width) <= within &&
  Math.abs(one.height - other.height) <= within;
