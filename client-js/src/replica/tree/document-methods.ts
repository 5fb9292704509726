import { typeOf } from './dom-order.ts';

// What a replica asks of documents, off the prototypes: an image named "createElement" hides the method.
const { prototype } = Document;
const get = (name: string, holder: object = prototype) => Object.getOwnPropertyDescriptor(holder, name)!.get!;

const implementation = get('implementation');
const fonts = get('fonts');
const documentElement = get('documentElement');
const compatMode = get('compatMode');
const styleSheets = get('styleSheets');
const setAdopted = Object.getOwnPropertyDescriptor(prototype, 'adoptedStyleSheets')?.set;

export const createElementIn = (document: Document, namespace: string | null, name: string): Element =>
  prototype.createElementNS.call(document, namespace, name);
export const createTextIn = (document: Document, data: string): Text =>
  prototype.createTextNode.call(document, data);
export const createCommentIn = (document: Document, data: string): Comment =>
  prototype.createComment.call(document, data);
export const importInto = (document: Document, node: Node): Node =>
  prototype.importNode.call(document, node, true);
export const implementationOf = (document: Document): DOMImplementation => implementation.call(document);
export const selectionOf = (document: Document): Selection | null => prototype.getSelection.call(document);
export const fontsOf = (document: Document): FontFaceSet | undefined => fonts.call(document);
export const rootElementOf = (document: Document): Element | null => documentElement.call(document);
export const isQuirks = (document: Document): boolean => compatMode.call(document) === 'BackCompat';

/** Opens, fills and closes a document with constant markup. */
export function writeDocument(document: Document, markup: string): void {
  (prototype.open as (this: Document) => Document).call(document);
  prototype.write.call(document, markup);
  prototype.close.call(document);
}

/** Whether a replica can have its own rules here. */
export const canAdopt = (): boolean => 'adoptedStyleSheets' in prototype;

export function adoptSheets(root: Document | ShadowRoot, sheets: CSSStyleSheet[]): void {
  if (isDocument(root)) setAdopted!.call(root, sheets);
  else root.adoptedStyleSheets = sheets;
}

/** How many rules the sheets of a root have. */
export function rulesIn(root: Root): number {
  const sheets = isDocument(root) ? styleSheets.call(root) : root.styleSheets;
  let all = 0;
  for (const sheet of sheets as StyleSheetList) all += sheet.cssRules.length;
  return all;
}

type Root = Document | ShadowRoot;
const isDocument = (root: Root): root is Document => typeOf(root) === 9;

export const allIn = <E extends Element>(root: Root, selector: string): NodeListOf<E> =>
  (isDocument(root) ? prototype : DocumentFragment.prototype).querySelectorAll.call(
    root,
    selector,
  ) as NodeListOf<E>;

export const elementAt = (root: Root, x: number, y: number): Element | null =>
  isDocument(root) ? prototype.elementFromPoint.call(root, x, y) : root.elementFromPoint(x, y);
