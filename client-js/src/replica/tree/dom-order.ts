// Getters of the prototypes: a form's controls can hide its own properties behind their names.
const getter = <T>(prototype: object, name: string): ((node: Node) => T) => {
  const { get } = Object.getOwnPropertyDescriptor(prototype, name)!;
  return (node) => get!.call(node) as T;
};

export const parentOf = getter<Node | null>(Node.prototype, 'parentNode');
export const nextOf = getter<ChildNode | null>(Node.prototype, 'nextSibling');
export const firstChildOf = getter<ChildNode | null>(Node.prototype, 'firstChild');
export const isConnected = getter<boolean>(Node.prototype, 'isConnected');
const ownerOf = getter<Document | null>(Node.prototype, 'ownerDocument');
const insert = Node.prototype.insertBefore;
const remove = Node.prototype.removeChild;

/** The document that a node belongs to, which for a document is itself. */
export const documentOf = (node: Node): Document => ownerOf(node) ?? (node as Document);

export const insertBefore = (parent: Node, node: Node, next: Node | null): void => {
  insert.call(parent, node, next);
};

export function detach(node: Node): void {
  const parent = parentOf(node);
  if (parent) remove.call(parent, node);
}

type Mover = (this: Node, node: Node, next: Node | null) => void;
const mover = (Element.prototype as { moveBefore?: Mover }).moveBefore;
const documentMover = (Document.prototype as { moveBefore?: Mover }).moveBefore;
const fragmentMover = (DocumentFragment.prototype as { moveBefore?: Mover }).moveBefore;

/** Moves a connected node without losing its state. False where the browser or the positions do not allow it. */
export function moveWithState(parent: Node, node: Node, next: Node | null): boolean {
  const move = parent.nodeType === 1 ? mover : parent.nodeType === 9 ? documentMover : fragmentMover;
  if (!move || !isConnected(node) || !isConnected(parent)) return false;
  try {
    move.call(parent, node, next);
    return true;
  } catch {
    return false;
  }
}
