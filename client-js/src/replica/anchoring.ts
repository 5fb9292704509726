import type { Anchor } from './replica-contract.ts';
import { elementAt } from './tree/document-methods.ts';
import type { NodeMap } from './tree/node-map.ts';

/** The anchor under a point of a page's viewport: through iframes and shadow roots, to the innermost known element. */
export function anchorAt(document: Document, nodes: NodeMap, x: number, y: number): Anchor | undefined {
  let root: Document | ShadowRoot = document;
  let left = x;
  let top = y;
  let found: Element | undefined;
  for (;;) {
    const hit: Element | null = elementAt(root, left, top);
    if (!hit || hit === found) break;
    found = hit;
    const shadow = nodes.shadow(hit);
    const nested = nodes.nested(hit);
    if (shadow) root = shadow;
    else if (nested) {
      const box = hit.getBoundingClientRect();
      left -= box.left + hit.clientLeft;
      top -= box.top + hit.clientTop;
      root = nested;
    } else break;
  }
  // A link stretched over its card is hit far outside its own box: the card is what the point lies in.
  for (let holder = found; holder; holder = holder.parentElement ?? undefined)
    if (nodes.id(holder) !== undefined && contains(holder.getBoundingClientRect(), left, top)) {
      found = holder;
      break;
    }
  while (found && nodes.id(found) === undefined) found = found.parentElement ?? undefined;
  const node = found && nodes.id(found);
  if (!found || node === undefined) return undefined;
  const box = found.getBoundingClientRect();
  const fraction = (offset: number, size: number) => (size > 0 ? Math.min(1, Math.max(0, offset / size)) : 0);
  return { node, x: fraction(left - box.left, box.width), y: fraction(top - box.top, box.height) };
}

function contains(box: DOMRect, x: number, y: number): boolean {
  return x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;
}
