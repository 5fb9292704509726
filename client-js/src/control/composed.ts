import { tried } from '../capture/tried.ts';

/** What holds an element: its parent, the host of its shadow root, the iframe of its document. */
export function holderOf(element: Element): Element | null {
  const parent = element.assignedSlot ?? element.parentNode;
  if (parent?.nodeType === 1) return parent as Element;
  if (parent?.nodeType === 11) return (parent as Partial<ShadowRoot>).host ?? null;
  return frameOf(element.ownerDocument);
}

/** The iframe of a document within this page. */
const frameOf = (root: Document): Element | null =>
  root === document ? null : (tried(() => root.defaultView?.frameElement) ?? null);

/** An element and all that holds it, through shadow roots and iframes. */
export function* upwards(element: Element | null): Generator<Element> {
  for (let at = element; at; at = holderOf(at)) yield at;
}

export function contains(outer: Element, inner: Element): boolean {
  for (const at of upwards(inner)) if (at === outer) return true;
  return false;
}

/** What has the focus, through shadow roots and same-origin iframes. */
export function focused(): Element | null {
  let found = document.activeElement;
  for (;;) {
    const inner: Element | null | undefined =
      found?.shadowRoot?.activeElement ??
      tried(() => (found as HTMLIFrameElement | null)?.contentDocument?.activeElement);
    if (!inner || inner === found) return found;
    found = inner;
  }
}

/** Whether nothing lies above an element at a point of the top viewport. */
export function isOnTop(element: Element, x: number, y: number): boolean {
  const levels: Element[] = [element];
  for (let root = element.getRootNode(); ; root = levels[0]!.getRootNode()) {
    const holder = (root as Partial<ShadowRoot>).host ?? frameOf(root as Document);
    if (!holder) break;
    levels.unshift(holder);
  }
  let left = x;
  let top = y;
  return levels.every((level, depth) => {
    const hit = (level.getRootNode() as Document | ShadowRoot).elementFromPoint(left, top);
    if (/^i?frame$/.test(level.localName)) {
      const box = level.getBoundingClientRect();
      left -= box.left + level.clientLeft;
      top -= box.top + level.clientTop;
    }
    if (!hit) return false;
    if (hit === level || level.contains(hit)) return true;
    // A line that breaks has gaps; what holds it is seen through them, and does not cover it.
    return depth === levels.length - 1 && contains(hit, element);
  });
}

/** What is seen at a point of the top viewport. */
export function seenAt(x: number, y: number): Element | undefined {
  let root: Document | ShadowRoot = document;
  let found: Element | undefined;
  let left = x;
  let top = y;
  for (;;) {
    const hit: Element | null = root.elementFromPoint(left, top);
    if (!hit || hit === found) return found;
    found = hit;
    const frame = hit as HTMLIFrameElement;
    const inner: Document | ShadowRoot | null | undefined =
      hit.shadowRoot ?? tried(() => frame.contentDocument);
    if (!inner) return found;
    if (inner.nodeType === 9) {
      const box = hit.getBoundingClientRect();
      left -= box.left + hit.clientLeft;
      top -= box.top + hit.clientTop;
    }
    root = inner;
  }
}
