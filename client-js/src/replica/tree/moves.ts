import { isConnected, rootOf, typeOf } from './dom-order.ts';

type Mover = (this: Node, node: Node, next: Node | null) => void;
const mover = (Element.prototype as { moveBefore?: Mover }).moveBefore;
const documentMover = (Document.prototype as { moveBefore?: Mover }).moveBefore;
const fragmentMover = (DocumentFragment.prototype as { moveBefore?: Mover }).moveBefore;

/** Moves a connected node without losing its state. False where the browser or the positions do not allow it. */
export function moveWithState(parent: Node, node: Node, next: Node | null): boolean {
  const type = typeOf(parent);
  const move = type === 1 ? mover : type === 9 ? documentMover : fragmentMover;
  // From one root to another, Chromium may leave what it has laid out where it was.
  if (!move || !isConnected(node) || !isConnected(parent) || rootOf(node) !== rootOf(parent)) return false;
  try {
    move.call(parent, node, next);
    return true;
  } catch {
    return false;
  }
}
