// Getters and methods of the prototypes: in documents and forms, a page's elements can hide properties behind
// their own names ("DOM clobbering"), so nothing is read off such a node by name.
const getter = <N, T>(prototype: object, name: string): ((node: N) => T) => {
  const { get } = Object.getOwnPropertyDescriptor(prototype, name)!;
  return (node) => get!.call(node) as T;
};

export const typeOf = getter<Node, number>(Node.prototype, 'nodeType');
export const parentOf = getter<Node, Node | null>(Node.prototype, 'parentNode');
export const nextOf = getter<Node, ChildNode | null>(Node.prototype, 'nextSibling');
export const previousOf = getter<Node, ChildNode | null>(Node.prototype, 'previousSibling');
export const firstChildOf = getter<Node, ChildNode | null>(Node.prototype, 'firstChild');
export const isConnected = getter<Node, boolean>(Node.prototype, 'isConnected');
export const namespaceOf = getter<Element, string | null>(Element.prototype, 'namespaceURI');
const ownerOf = getter<Node, Document | null>(Node.prototype, 'ownerDocument');
const nameOf = getter<Element, string>(Element.prototype, 'localName');
const windowOf = getter<Document, (Window & typeof globalThis) | null>(Document.prototype, 'defaultView');
const { insertBefore: insert, removeChild: remove, getRootNode } = Node.prototype;
const { setAttribute, removeAttribute, getAttribute, hasAttribute } = Element.prototype;

/** A node's children, and those of its shadow root. */
export function childrenIn(node: Node, shadow: Node | undefined): Node[] {
  const all: Node[] = shadow ? childrenIn(shadow, undefined) : [];
  for (let child = firstChildOf(node); child; child = nextOf(child)) all.push(child);
  return all;
}

/** An element's local name, empty for any other node. */
export const localNameOf = (node: Node): string => (typeOf(node) === 1 ? nameOf(node as Element) : '');

/** The document that a node belongs to, which for a document is itself. */
export const documentOf = (node: Node): Document => ownerOf(node) ?? (node as Document);

/** The window of a node's document. */
export const viewOf = (node: Node): (Window & typeof globalThis) | null => windowOf(documentOf(node));

/** The document or shadow root that a node is in, if it is in one. */
export function rootOf(node: Node): Document | ShadowRoot | undefined {
  const root = getRootNode.call(node);
  const type = typeOf(root);
  return type === 9 || (type === 11 && 'host' in root) ? (root as Document | ShadowRoot) : undefined;
}

export const attributeOf = (element: Element, name: string): string | null =>
  getAttribute.call(element, name);
export const hasAttributeOf = (element: Element, name: string): boolean => hasAttribute.call(element, name);
export const setAttributeOf = (element: Element, name: string, value: string): void =>
  setAttribute.call(element, name, value);
export const removeAttributeOf = (element: Element, name: string): void =>
  removeAttribute.call(element, name);

export const insertBefore = (parent: Node, node: Node, next: Node | null): void => {
  insert.call(parent, node, next);
};

export function detach(node: Node): void {
  const parent = parentOf(node);
  if (parent) remove.call(parent, node);
}

export function removeChildren(parent: Node): void {
  for (let child = firstChildOf(parent); child; child = firstChildOf(parent)) remove.call(parent, child);
}
