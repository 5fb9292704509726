import { type Box, boxOf } from '@cobrowse/client/guide';
import type { Replica } from '@cobrowse/client/replica';

/**
 * An element's box in the replica's viewport, inner iframes included; undefined when it does not show, or when it is
 * the page itself, whose outline would say nothing.
 */
export function boxInReplica(replica: Replica, node: number): Box | undefined {
  try {
    const element = replica.element(node);
    if (!element?.isConnected || element.localName === 'body' || element.localName === 'html')
      return undefined;
    const top = replica.document.defaultView;
    const box = top ? boxOf(element, top) : undefined;
    return box && box.width > 0 && box.height > 0 ? box : undefined;
  } catch {
    // A replica between two documents has no boxes.
    return undefined;
  }
}
