import type { Drawing, Spot } from '../protocol/drawing.ts';
import type { GuidanceAnchor } from '../protocol/guidance.ts';
import type { NodeId } from '../protocol/op.ts';
import { arrow, ink, rounded } from './drawn-paths.ts';
import { type Box, boxOf, place } from './element-box.ts';
import { Followed } from './followed.ts';

/** Where drawings stand. */
export interface Canvas {
  /** The live element that a node id means. */
  locate(node: NodeId): Element | undefined;
  /** In whose viewport positions count. */
  readonly top: Window;
}

/** What a drawing looks like in one frame; nothing where its element is not there. */
export interface Look {
  /** A path of strokes. */
  readonly path?: string;
  /** What is cut out of the shade. */
  readonly hole?: string;
  /** Where a label stands. */
  readonly label?: Spot;
}

const mostPoints = 4000;
const around = 6;

/** A drawing that is tied to elements: it knows where it is in each frame. */
export class Drawn {
  readonly #drawing: Drawing;
  readonly #canvas: Canvas;
  readonly #followed = new Map<NodeId, Followed>();
  readonly #points: Spot[] = [];
  /** The line as it was drawn last, and where. */
  #line = '';
  #at = '';

  constructor(drawing: Drawing, canvas: Canvas) {
    this.#drawing = drawing;
    this.#canvas = canvas;
    if (drawing.type === 'ink') this.add(drawing.points);
    for (const node of nodesOf(drawing)) {
      const element = canvas.locate(node);
      if (element) this.#followed.set(node, new Followed(element));
    }
  }

  /** The element that it is drawn at first. */
  get element(): Element | undefined {
    const [first] = this.#followed.values();
    return first?.find(performance.now());
  }

  get fades(): boolean {
    return this.#drawing.type === 'ink' && this.#drawing.fades;
  }

  /** Of how many points its line is. */
  get ink(): number {
    return this.#points.length;
  }

  /** The line goes on. */
  add(points: readonly Spot[]): void {
    this.#points.push(...points.slice(0, mostPoints - this.#points.length));
  }

  look(now: number): Look {
    const drawing = this.#drawing;
    switch (drawing.type) {
      case 'spotlight': {
        const box = this.#box(drawing.node, now);
        if (!box) return {};
        const hole = rounded(box, around, 10);
        return { path: hole, hole };
      }
      case 'arrow': {
        const [from, to] = [this.#point(drawing.from, now), this.#point(drawing.to, now)];
        return from && to ? { path: arrow(from, to) } : {};
      }
      case 'box': {
        const box = this.#box(drawing.node, now);
        if (!box) return {};
        const [one, other] = [place(box, drawing.from), place(box, drawing.to)];
        const [x, y] = [Math.min(one.x, other.x), Math.min(one.y, other.y)];
        const drawn = { x, y, width: Math.abs(one.x - other.x), height: Math.abs(one.y - other.y) };
        return { path: rounded(drawn, 0, 6) };
      }
      case 'ink': {
        const box = this.#box(drawing.node, now);
        return box ? { path: this.#inkIn(box) } : {};
      }
      case 'label': {
        const label = this.#point(drawing.at, now);
        return label ? { label } : {};
      }
      default:
        return {};
    }
  }

  #inkIn(box: Box): string {
    const at = [box.x, box.y, box.width, box.height, this.#points.length].join();
    if (at !== this.#at) this.#line = ink(this.#points.map((spot) => place(box, spot)));
    this.#at = at;
    return this.#line;
  }

  #box(node: NodeId, now: number): Box | undefined {
    const element = this.#followed.get(node)?.find(now);
    return element && boxOf(element, this.#canvas.top);
  }

  #point(anchor: GuidanceAnchor, now: number): Spot | undefined {
    const box = this.#box(anchor.node, now);
    return box && place(box, anchor);
  }
}

function nodesOf(drawing: Drawing): NodeId[] {
  switch (drawing.type) {
    case 'spotlight':
    case 'box':
    case 'ink':
      return [drawing.node];
    case 'arrow':
      return [drawing.from.node, drawing.to.node];
    case 'label':
      return [drawing.at.node];
    default:
      return [];
  }
}
