/** What an element of the snippet's own interface is made of. */
export interface ElementParts {
  readonly class?: string;
  readonly text?: string;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly click?: () => void;
}

/** Makes an element without markup: the page may require Trusted Types. */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  parts: ElementParts = {},
  children: readonly (Node | null)[] = [],
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  if (parts.class) made.className = parts.class;
  if (parts.text !== undefined) made.textContent = parts.text;
  for (const [name, value] of Object.entries(parts.attributes ?? {})) made.setAttribute(name, value);
  const { click } = parts;
  // A page that got hold of a control, by patching what makes it, must not press it in the customer's name.
  if (click) made.addEventListener('click', (event) => event.isTrusted && click());
  made.append(...children.filter((child) => child !== null));
  return made;
}

export function button(text: string, look: string, click: () => void): HTMLButtonElement {
  return element('button', { class: look, text, attributes: { type: 'button' }, click });
}

/** A drawing of strokes on a 24 by 24 grid. */
export function icon(paths: readonly string[], look = 'icon'): SVGSVGElement {
  const ns = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(ns, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  svg.setAttribute('class', look);
  for (const d of paths) {
    const path = document.createElementNS(ns, 'path');
    path.setAttribute('d', d);
    svg.append(path);
  }
  return svg;
}

export const drawings = {
  help: ['M4 5h16v11H10l-4 4v-4H4z', 'M9.5 9.2a2.5 2.5 0 1 1 3.4 2.3c-.6.3-.9.6-.9 1.1', 'M12 14.3v.2'],
  eye: [
    'M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12z',
    'M12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6z',
  ],
  hidden: [
    'M4 4l16 16',
    'M9.5 5.8A9 9 0 0 1 12 5.5c6 0 9.5 6.5 9.5 6.5a17 17 0 0 1-3 3.8',
    'M6.5 7.5A16 16 0 0 0 2.5 12S6 18.5 12 18.5a9 9 0 0 0 4-.9',
    'M10 10a3 3 0 0 0 4.1 4.2',
  ],
  cross: ['M6 6l12 12', 'M18 6L6 18'],
  pointer: ['M5 3l14 7.5-6.2 1.7L10 18.5z'],
} as const;
