import { decodeDrawing } from '../protocol/drawing.ts';
import { getOrMake } from '../protocol/get-or-make.ts';
import { type Canvas, Drawn } from './drawn.ts';
import { shade } from './drawn-paths.ts';

const svg = 'http://www.w3.org/2000/svg';
/** Of one agent; the oldest go first. */
const mostDrawings = 100;
/** Of all ink of one agent: each frame draws it anew while the page moves. */
const mostInk = 8000;
/** How long ink stays that fades, and how long it takes to go, in milliseconds. */
const fading = { after: 3000, within: 1200 };

/** Whose drawing it is. */
export interface Hand {
  readonly id: string;
  /** A CSS colour, dark enough for white words on it. */
  readonly hue: string;
}

interface Shown {
  readonly drawn: Drawn;
  readonly element: SVGGElement | HTMLElement;
  changed: number;
  /** What stands in the picture. */
  path?: string;
}

/**
 * Draws what agents draw, above a page and tied to its elements. These are pictures in a layer of ours: the page's own
 * elements are read and never touched, and what the customer presses goes through to them.
 */
export class AgentDrawings {
  readonly #layer: HTMLElement;
  readonly #canvas: Canvas;
  readonly #picture: SVGSVGElement;
  readonly #shade: SVGPathElement;
  readonly #hands = new Map<string, Map<number, Shown>>();
  #frame = 0;

  constructor(layer: HTMLElement, canvas: Canvas) {
    this.#layer = layer;
    this.#canvas = canvas;
    this.#picture = make('svg', { width: '100%', height: '100%', fill: 'none', 'aria-hidden': 'true' });
    this.#picture.style.cssText = 'position:absolute;inset:0;pointer-events:none';
    this.#shade = make('path', { fill: '#000', 'fill-opacity': '.38', 'fill-rule': 'evenodd' });
    this.#picture.append(this.#shade);
  }

  /**
   * Takes a drawing; bytes that are none are ignored, and so is a label without a text. Returns the element that it is
   * drawn at where it is a new one.
   */
  receive(hand: Hand, body: Uint8Array, label: string | null): Element | undefined {
    const drawing = decodeDrawing(body);
    if (!drawing) return undefined;
    switch (drawing.type) {
      case 'clear':
        this.remove(hand.id);
        return undefined;
      case 'remove':
        this.#take(hand.id, drawing.id);
        return undefined;
      case 'more': {
        const shown = this.#hands.get(hand.id)?.get(drawing.id);
        if (!shown) return undefined;
        shown.drawn.add(drawing.points);
        shown.changed = performance.now();
        this.#letGo(hand.id);
        return undefined;
      }
      case 'label':
        if (!label) return undefined;
    }
    const drawn = new Drawn(drawing, this.#canvas);
    this.#take(hand.id, drawing.id);
    const all = getOrMake(this.#hands, hand.id, () => new Map<number, Shown>());
    const element = drawing.type === 'label' ? words(label!, hand.hue) : strokes(hand.hue);
    all.set(drawing.id, { drawn, element, changed: performance.now() });
    this.#letGo(hand.id);
    (drawing.type === 'label' ? this.#layer : this.#picture).append(element);
    // Below the hands that point.
    if (this.#picture.parentNode !== this.#layer) this.#layer.prepend(this.#picture);
    this.#frame ||= requestAnimationFrame(this.#draw);
    return drawn.element;
  }

  /** Takes away what an agent drew. */
  remove(handId: string): void {
    for (const id of [...(this.#hands.get(handId)?.keys() ?? [])]) this.#take(handId, id);
  }

  /** Takes everything away. */
  clear(): void {
    for (const id of [...this.#hands.keys()]) this.remove(id);
  }

  /** The oldest go where they are too many, or too much. */
  #letGo(handId: string): void {
    const all = this.#hands.get(handId)!;
    let ink = 0;
    for (const { drawn } of all.values()) ink += drawn.ink;
    for (const [id, { drawn }] of all) {
      if (all.size <= mostDrawings && ink <= mostInk) return;
      ink -= drawn.ink;
      this.#take(handId, id);
    }
  }

  #take(handId: string, id: number): void {
    const all = this.#hands.get(handId);
    all?.get(id)?.element.remove();
    all?.delete(id);
    if (all?.size === 0) this.#hands.delete(handId);
    if (this.#hands.size > 0) return;
    this.#picture.remove();
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
  }

  /** Each frame while something is drawn, since the page may scroll or move under it. */
  readonly #draw = (now: number): void => {
    const holes: string[] = [];
    for (const [handId, all] of [...this.#hands])
      for (const [id, shown] of [...all])
        if (shown.drawn.fades && now - shown.changed > fading.after + fading.within) this.#take(handId, id);
        else this.#show(shown, now, holes);
    const { innerWidth, innerHeight } = this.#canvas.top;
    this.#shade.setAttribute('d', holes.length > 0 ? shade(innerWidth, innerHeight, holes) : '');
    this.#frame = this.#hands.size > 0 ? requestAnimationFrame(this.#draw) : 0;
  };

  #show(shown: Shown, now: number, holes: string[]): void {
    const { drawn, element, changed } = shown;
    const { path, hole, label } = drawn.look(now);
    if (hole) holes.push(hole);
    if (element instanceof HTMLElement) {
      element.hidden = !label;
      if (label) element.style.translate = `${label.x.toFixed(1)}px ${label.y.toFixed(1)}px`;
      return;
    }
    if (path !== shown.path) for (const stroke of element.children) stroke.setAttribute('d', path ?? '');
    shown.path = path ?? '';
    if (drawn.fades) {
      const left = 1 - Math.max(0, now - changed - fading.after) / fading.within;
      element.setAttribute('opacity', left.toFixed(2));
    }
  }
}

function make<K extends keyof SVGElementTagNameMap>(
  name: K,
  attributes: Readonly<Record<string, string>>,
): SVGElementTagNameMap[K] {
  const made = document.createElementNS(svg, name);
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value);
  return made;
}

/** A line in the agent's colour that shows on every ground. */
function strokes(hue: string): SVGGElement {
  const group = make('g', { 'stroke-linecap': 'round', 'stroke-linejoin': 'round' });
  group.append(
    make('path', { stroke: '#fff', 'stroke-width': '7', 'stroke-opacity': '.9' }),
    make('path', { stroke: hue, 'stroke-width': '4' }),
  );
  return group;
}

function words(text: string, hue: string): HTMLElement {
  const label = document.createElement('div');
  label.textContent = text;
  label.style.cssText =
    'position:absolute;left:0;top:0;margin:12px 0 0 -14px;max-width:min(280px,60vw);padding:6px 12px;border-radius:4px 14px 14px 14px;' +
    'font-size:15px;font-weight:600;line-height:1.35;color:#fff;border:2px solid #fff;box-shadow:0 2px 8px rgb(0 0 0/.35)';
  label.style.background = hue;
  return label;
}
