import { isConnected, typeOf, viewOf } from '../tree/dom-order.ts';

interface Offset {
  readonly x: number;
  readonly y: number;
}

/** Keeps scroll offsets at what the customer's browser says, also when layout comes late or nodes move. */
export class ScrollKeeper {
  readonly #offsets = new Map<Node, Offset>();

  set(node: Node, x: number, y: number): void {
    this.#offsets.set(node, { x, y });
  }

  removed(node: Node): void {
    this.#offsets.delete(node);
  }

  /** Scrolls what is not where it should be. Reads layout. */
  apply(): void {
    for (const [node, { x, y }] of this.#offsets) {
      const scroller = typeOf(node) === 9 ? viewOf(node) : (node as Element);
      if (!scroller || !isConnected(node)) continue;
      const nowX = typeOf(node) === 9 ? (scroller as Window).scrollX : (scroller as Element).scrollLeft;
      const nowY = typeOf(node) === 9 ? (scroller as Window).scrollY : (scroller as Element).scrollTop;
      if (Math.abs(nowX - x) < 0.5 && Math.abs(nowY - y) < 0.5) continue;
      bring(scroller, x, y);
    }
  }
}

const elementScroll = Element.prototype.scrollTo as (this: Element, options: ScrollToOptions) => void;

function bring(scroller: Window | Element, left: number, top: number): void {
  const options: ScrollToOptions = { left, top, behavior: 'instant' };
  if ('document' in scroller && 'scrollX' in scroller) (scroller as Window).scrollTo(options);
  else elementScroll.call(scroller as Element, options);
}
