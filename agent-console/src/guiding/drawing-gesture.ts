import type { Spot } from '@cobrowse/client/guide';
import type { Replica } from '@cobrowse/client/replica';
import type { DrawingDesk, NewDrawing } from './drawing-desk.ts';
import { around, type Place, roomAt, spotIn } from './drawing-place.ts';
import type { Tool } from './tools.ts';

/** Shorter, in CSS pixels of the customer's page, is no drag. */
const shortest = 6;

interface Choices {
  readonly label: string | undefined;
  readonly fades: boolean;
}

/** What the agent's mouse draws with one tool; positions are CSS pixels of the replica's viewport. */
export class DrawingGesture {
  readonly #tool: Tool;
  readonly #replica: Replica;
  readonly #desk: DrawingDesk;
  #from: Spot | undefined;
  #line: Place | undefined;

  constructor(tool: Tool, replica: Replica, desk: DrawingDesk) {
    this.#tool = tool;
    this.#replica = replica;
    this.#desk = desk;
  }

  down(at: Spot, { label, fades }: Choices): void {
    this.#from = at;
    switch (this.#tool) {
      case 'spotlight': {
        const lit = this.#lit(at);
        if (lit) this.#desk.draw(lit);
        return;
      }
      case 'label': {
        const anchor = this.#replica.anchor(at.x, at.y);
        if (anchor && label !== undefined) this.#desk.draw({ type: 'label', at: anchor }, label);
        return;
      }
      case 'pen':
        this.#line = roomAt(this.#replica, at);
        if (this.#line) this.#desk.begin(this.#line.node, spotIn(this.#line, at), fades);
    }
  }

  move(at: Spot): void {
    if (this.#tool === 'spotlight') this.#desk.preview(this.#lit(at));
    else if (this.#line) this.#desk.extend(spotIn(this.#line, at));
    else if (this.#from) this.#desk.preview(this.#dragged(this.#from, at));
  }

  up(at: Spot): void {
    const dragged = this.#from && this.#dragged(this.#from, at);
    this.cancel();
    if (dragged) this.#desk.draw(dragged);
  }

  /** The mouse has left; it may come back. */
  away(): void {
    if (this.#tool === 'spotlight') this.#desk.preview(undefined);
  }

  /** What was begun is not finished. */
  cancel(): void {
    this.#from = undefined;
    if (this.#line) this.#desk.finish();
    else this.#desk.preview(undefined);
    this.#line = undefined;
  }

  #lit(at: Spot): NewDrawing | undefined {
    const anchor = this.#replica.anchor(at.x, at.y);
    return anchor && { type: 'spotlight', node: anchor.node };
  }

  #dragged(from: Spot, to: Spot): NewDrawing | undefined {
    if (Math.hypot(to.x - from.x, to.y - from.y) < shortest) return undefined;
    if (this.#tool === 'arrow') {
      const [tail, head] = [this.#replica.anchor(from.x, from.y), this.#replica.anchor(to.x, to.y)];
      return tail && head && { type: 'arrow', from: tail, to: head };
    }
    if (this.#tool !== 'box') return undefined;
    const place = around(this.#replica, from, to);
    return place && { type: 'box', node: place.node, from: spotIn(place, from), to: spotIn(place, to) };
  }
}
