import { drawings, element, icon } from '../consent/element.ts';
import type { GuidanceAnchor } from '../protocol/index.ts';
import type { Point } from './element-box.ts';

// How much of a jump is left after a frame: the hand glides to a new anchor, yet sticks to it while the page scrolls.
const glide = 0.68;

/** One agent's pointer on the page, with the agent's name. */
export class AgentHand {
  readonly element: HTMLElement;
  anchor: GuidanceAnchor | undefined;
  #at: Point | undefined;
  #lag: Point = { x: 0, y: 0 };

  constructor(name: string, hue: string) {
    this.element = element('div', { class: 'hand' }, [
      icon(drawings.pointer, 'arrow'),
      element('span', {}, [element('bdi', { text: name })]),
    ]);
    this.element.style.setProperty('--hue', hue);
    this.element.hidden = true;
  }

  /** The agent points elsewhere; `to` is where that is now. */
  move(anchor: GuidanceAnchor, to: Point | undefined, smooth: boolean): void {
    const from = this.#at;
    this.anchor = anchor;
    this.#lag = from && to && smooth ? { x: from.x - to.x, y: from.y - to.y } : { x: 0, y: 0 };
  }

  /** Draws the hand at `to`, or hides it where its anchor is out of sight. */
  draw(to: Point | undefined): void {
    this.element.hidden = !to;
    if (!to) {
      this.#at = undefined;
      return;
    }
    this.#lag = { x: this.#lag.x * glide, y: this.#lag.y * glide };
    this.#at = { x: to.x + this.#lag.x, y: to.y + this.#lag.y };
    this.element.style.transform = `translate(${this.#at.x.toFixed(1)}px,${this.#at.y.toFixed(1)}px)`;
  }
}
