import type { GuidanceAnchor } from '../protocol/index.ts';
import { boxOf, type Point, place } from './element-box.ts';

/** Where `anchor` is now, or undefined where its element is gone, has no box, or is scrolled out of the window. */
export function anchoredPoint(
  anchor: GuidanceAnchor,
  locate: (node: number) => Element | undefined,
): Point | undefined {
  const target = locate(anchor.node);
  if (!target?.isConnected) return undefined;
  const box = boxOf(target, window);
  if (!box) return undefined;
  const { x, y } = place(box, anchor);
  return x >= 0 && y >= 0 && x <= innerWidth && y <= innerHeight ? { x, y } : undefined;
}
