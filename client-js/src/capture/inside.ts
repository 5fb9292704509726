import { tried } from './tried.ts';

/**
 * The innermost element under a pointer that came before capture did. A state alone would find nothing but links in a
 * document in quirks mode.
 */
export function innermost(root: Document | ShadowRoot, state: string): Element | null {
  const element = tried(() => [...root.querySelectorAll(`${state}:is(*)`)].at(-1)) ?? null;
  const inside = element && insideOf(element);
  return (inside && innermost(inside, state)) ?? element;
}

/** What has the focus in the shadow root or document of an element. */
export const innerFocus = (element: Element | null): Element | null =>
  (element && insideOf(element)?.activeElement) ?? null;

const insideOf = (element: Element): ShadowRoot | Document | null =>
  tried(() => element.shadowRoot ?? (element as HTMLIFrameElement).contentDocument) ?? null;
