import { type Box, boxOf, type Spot } from '@cobrowse/client/guide';
import type { Replica } from '@cobrowse/client/replica';

/** An element that something is drawn at. */
export interface Place {
  readonly node: number;
  readonly box: Box;
}

/** Smaller than this, in CSS pixels, an element is not what a free line is drawn on. */
const roomy = { width: 240, height: 120 };

/** The innermost element under a point that takes a free line. */
export const roomAt = (replica: Replica, { x, y }: Spot): Place | undefined =>
  climb(replica, x, y, (box) => box.width >= roomy.width && box.height >= roomy.height);

/** The innermost element that two points and all between them lie in. */
export const around = (replica: Replica, one: Spot, other: Spot): Place | undefined =>
  climb(replica, (one.x + other.x) / 2, (one.y + other.y) / 2, (box) =>
    [one, other].every(
      ({ x, y }) => x >= box.x && y >= box.y && x <= box.x + box.width && y <= box.y + box.height,
    ),
  );

/** Where a point lies by the box of an element. */
export const spotIn = ({ box }: Place, { x, y }: Spot): Spot => ({
  x: (x - box.x) / box.width,
  y: (y - box.y) / box.height,
});

/** The innermost element that suits, or the outermost there is. */
function climb(replica: Replica, x: number, y: number, suits: (box: Box) => boolean): Place | undefined {
  const anchor = replica.anchor(x, y);
  const top = replica.document.defaultView;
  let place: Place | undefined;
  let element = anchor && replica.element(anchor.node);
  for (; top && element; element = element.parentElement ?? undefined) {
    const node = replica.nodeOf(element);
    const box = node === undefined ? undefined : boxOf(element, top);
    if (node === undefined || !box || box.width === 0 || box.height === 0) continue;
    place = { node, box };
    if (suits(box)) break;
  }
  return place;
}
