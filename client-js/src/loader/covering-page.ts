/** What a page's snippet offers to the iframes that it covers. */
export interface CoveringSnippet {
  start(): void;
  stop(): void;
}

/**
 * The snippet of a page around this one that shows this page as part of itself: an ancestor that this iframe may
 * reach. Its capture includes us, so a second session in here would only be in its way.
 */
export function coveringSnippet(of: Window): CoveringSnippet | undefined {
  let view = of;
  while (view.parent !== view) {
    view = view.parent;
    try {
      const found = (view as Window & { CoBrowse?: Partial<CoveringSnippet> & { version?: string } })
        .CoBrowse;
      if (found?.version && found.start && found.stop) return found as CoveringSnippet;
    } catch {
      return undefined;
    }
  }
  return undefined;
}
