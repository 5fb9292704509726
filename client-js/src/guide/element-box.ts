import { viewportOffset } from '../capture/viewport-offset.ts';

/** A position in CSS pixels of the top viewport. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A rectangle in CSS pixels of the top viewport. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where an element's border box stands in the viewport of `top`; undefined where it has none. */
export function boxOf(element: Element, top: Window): Box | undefined {
  const { left, top: upper, width, height } = element.getBoundingClientRect();
  if (width === 0 && height === 0) return undefined;
  const offset = viewportOffset(element.ownerDocument.defaultView, top);
  return offset && { x: offset.x + left, y: offset.y + upper, width, height };
}

/** Where fractions of a box are. */
export const place = (box: Box, { x, y }: Point): Point => ({
  x: box.x + box.width * x,
  y: box.y + box.height * y,
});
