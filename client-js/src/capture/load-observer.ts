import type { Listeners } from './listeners.ts';

export interface LoadDelegate {
  /** An image, style sheet or iframe loaded, or failed to. */
  loaded(element: Element): void;
}

/** Sees what elements load arrive. It is heard in the root of its element, and nowhere else: not by the window either. */
export function hearLoads(root: Document | ShadowRoot, on: Listeners, delegate: LoadDelegate): void {
  on.add(root, 'load error', (event: Event) => {
    const element = event.target as Element | null;
    if (element?.nodeType === 1) delegate.loaded(element);
  });
}
