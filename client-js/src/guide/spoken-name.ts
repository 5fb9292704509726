const longest = 120;

/** What a screen reader would call an element, in short; empty where it has no words. */
export function spokenName(element: Element): string {
  const named = (element.getAttribute('aria-labelledby') ?? '')
    .split(/\s+/)
    .map((id) => textOf((element.getRootNode() as Document).getElementById?.(id)))
    .join(' ');
  const labels = Array.from((element as HTMLInputElement).labels ?? [], textOf).join(' ');
  const isField = /^(?:input|select|textarea)$/.test(element.localName);
  const found = [
    named,
    element.getAttribute('aria-label'),
    labels,
    element.getAttribute('alt'),
    // What somebody entered is theirs to hear or not.
    isField ? '' : textOf(element),
    element.getAttribute('title'),
    element.getAttribute('placeholder'),
  ];
  return (
    found
      .map((text) => text?.replace(/\s+/g, ' ').trim() ?? '')
      .find((text) => text !== '')
      ?.slice(0, longest) ?? ''
  );
}

function textOf(element: Element | null | undefined): string {
  if (!element) return '';
  // biome-ignore lint/performance/useDomNodeTextContent: what is hidden is not said
  return (element as HTMLElement).innerText ?? element.textContent ?? '';
}
