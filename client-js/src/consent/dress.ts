import { element } from './element.ts';

/** Puts styles of ours beside those that stand in the layer's root. */
export function dress(layer: HTMLElement, styles: string): void {
  const root = layer.getRootNode() as ShadowRoot;
  if (!('adoptedStyleSheets' in root)) {
    layer.append(element('style', { text: styles }));
    return;
  }
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
}
