import { tried } from './tried.ts';

/** Where the viewport of `view`, of an iframe perhaps, stands in that of `top`; undefined where it does not. */
export function viewportOffset(view: Window | null, top: Window): { x: number; y: number } | undefined {
  let x = 0;
  let y = 0;
  for (let at = view; at !== top; ) {
    const iframe: Element | null | undefined = tried(() => at?.frameElement);
    if (!iframe) return undefined;
    const box = iframe.getBoundingClientRect();
    x += box.left + iframe.clientLeft;
    y += box.top + iframe.clientTop;
    at = iframe.ownerDocument.defaultView;
  }
  return { x, y };
}
