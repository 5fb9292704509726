import { boxOf, type Spot } from '@cobrowse/client/guide';
import type { Aim } from '@cobrowse/client/protocol';
import type { Replica } from '@cobrowse/client/replica';

/** Where an agent aims, with what they see there. */
export function aimAt(replica: Replica, { x, y }: Spot): Aim | undefined {
  const anchor = replica.anchor(x, y);
  return anchor && aimOf(replica, anchor.node, anchor);
}

/** The same, of a known element. */
export function aimOf(replica: Replica, node: number, { x, y }: Spot = { x: 0.5, y: 0.5 }): Aim | undefined {
  const element = replica.element(node);
  const view = replica.document.defaultView;
  const seen = element && view ? boxOf(element, view) : undefined;
  return seen && { node, x, y, seen };
}
