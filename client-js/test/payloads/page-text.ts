const unseen = /^(script|cobrowse-script|style|noscript|template|iframe|frame|head|title)$/i;
const childrenOf = Object.getOwnPropertyDescriptor(Node.prototype, 'childNodes')!.get!;
const typeOf = Object.getOwnPropertyDescriptor(Node.prototype, 'nodeType')!.get!;
const nameOf = Object.getOwnPropertyDescriptor(Element.prototype, 'localName')!.get!;
const namespaceOf = Object.getOwnPropertyDescriptor(Element.prototype, 'namespaceURI')!.get!;
const documentIn = Object.getOwnPropertyDescriptor(HTMLIFrameElement.prototype, 'contentDocument')!.get!;

/** What a page says, in order: the text of its elements, shadow trees and iframes, as far as a reader could see it. */
export function pageText(node: Node): string {
  if (typeOf.call(node) === 3) return (node as Text).data.replace(/\s+/g, ' ');
  let text = '';
  const name: string = typeOf.call(node) === 1 ? nameOf.call(node) : '';
  if (name === 'iframe' && namespaceOf.call(node).endsWith('xhtml')) {
    const inner: Document | null = documentIn.call(node);
    const said = inner ? pageText(inner) : '';
    return said === '' ? '' : `[${said}]`;
  }
  if (unseen.test(name)) return '';
  const shadow = typeOf.call(node) === 1 ? (node as Element).shadowRoot : null;
  if (shadow && typeOf.call(shadow) === 11) text += pageText(shadow);
  for (const child of childrenOf.call(node)) text += pageText(child);
  return text;
}
