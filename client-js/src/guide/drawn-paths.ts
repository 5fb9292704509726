import type { Box, Point } from './element-box.ts';

const shown = (value: number): string => value.toFixed(1);
const at = ({ x, y }: Point): string => `${shown(x)} ${shown(y)}`;

/** A rectangle with round corners, `margin` around a box. */
export function rounded({ x, y, width, height }: Box, margin: number, radius: number): string {
  const r = Math.min(radius, width / 2 + margin, height / 2 + margin);
  const across = shown(width + 2 * (margin - r));
  const down = shown(height + 2 * (margin - r));
  const arc = (dx: number, dy: number) => `a${shown(r)} ${shown(r)} 0 0 1 ${shown(dx)} ${shown(dy)}`;
  const start = at({ x: x - margin + r, y: y - margin });
  return `M${start}h${across}${arc(r, r)}v${down}${arc(-r, r)}h-${across}${arc(-r, -r)}v-${down}${arc(r, -r)}z`;
}

/** An arrow from `tail` to `head`, with a head of two strokes. */
export function arrow(tail: Point, head: Point): string {
  const angle = Math.atan2(head.y - tail.y, head.x - tail.x);
  const size = Math.min(18, Math.hypot(head.x - tail.x, head.y - tail.y) / 2);
  const barb = (turn: number): Point => ({
    x: head.x - size * Math.cos(angle + turn),
    y: head.y - size * Math.sin(angle + turn),
  });
  return `M${at(tail)}L${at(head)}M${at(barb(0.5))}L${at(head)}L${at(barb(-0.5))}`;
}

/** A smooth line through points: each is the handle of a curve between the middles of its neighbours. */
export function ink(points: readonly Point[]): string {
  const [first, ...rest] = points;
  if (!first) return '';
  const last = rest.pop();
  if (!last) return `M${at(first)}h0.1`;
  let path = `M${at(first)}`;
  for (const [index, point] of rest.entries()) {
    const next = rest[index + 1] ?? last;
    path += `Q${at(point)} ${at({ x: (point.x + next.x) / 2, y: (point.y + next.y) / 2 })}`;
  }
  return `${path}L${at(last)}`;
}

/** The whole viewport, but for holes. */
export const shade = (width: number, height: number, holes: readonly string[]): string =>
  `M0 0H${shown(width)}V${shown(height)}H0z${holes.join('')}`;
