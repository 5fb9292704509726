import { viewportOffset } from '../capture/viewport-offset.ts';
import type { GuidanceAnchor } from '../protocol/index.ts';

/** A position in CSS pixels of the top viewport. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Where `anchor` is now, or undefined where its element is gone, has no box, or is scrolled out of the window. */
export function anchoredPoint(
  anchor: GuidanceAnchor,
  locate: (node: number) => Element | undefined,
): Point | undefined {
  const target = locate(anchor.node);
  if (!target?.isConnected) return undefined;
  const box = target.getBoundingClientRect();
  if (box.width === 0 && box.height === 0) return undefined;
  const offset = viewportOffset(target.ownerDocument.defaultView, window);
  if (!offset) return undefined;
  const x = offset.x + box.left + box.width * anchor.x;
  const y = offset.y + box.top + box.height * anchor.y;
  return x >= 0 && y >= 0 && x <= innerWidth && y <= innerHeight ? { x, y } : undefined;
}
