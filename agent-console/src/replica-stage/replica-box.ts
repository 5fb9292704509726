import type { Replica } from '@cobrowse/client/replica';

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/**
 * An element's box in the replica's viewport, inner iframes included; undefined when it does not show, or when it is
 * the page itself, whose outline would say nothing.
 */
export function boxInReplica(replica: Replica, node: number): Box | undefined {
  try {
    const element = replica.element(node);
    if (!element?.isConnected || element.localName === 'body' || element.localName === 'html')
      return undefined;
    const { width, height, ...corner } = element.getBoundingClientRect().toJSON() as DOMRect;
    if (width === 0 || height === 0) return undefined;
    let { x, y } = corner;
    let owner: Document = element.ownerDocument;
    while (owner !== replica.document) {
      const frame = owner.defaultView?.frameElement;
      if (!frame) return undefined;
      const edge = frame.getBoundingClientRect();
      x += edge.x + frame.clientLeft;
      y += edge.y + frame.clientTop;
      owner = frame.ownerDocument;
    }
    return { x, y, width, height };
  } catch {
    // A replica between two documents has no boxes.
    return undefined;
  }
}
