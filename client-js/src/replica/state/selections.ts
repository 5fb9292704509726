import type { Op } from '../../protocol/index.ts';
import { selectionOf } from '../tree/document-methods.ts';
import { documentOf, typeOf } from '../tree/dom-order.ts';
import type { NodeMap } from '../tree/node-map.ts';

const lengthOf = (node: Node) => (typeOf(node) === 3 ? (node as Text).length : node.childNodes.length);

/** Shows the customer's selection; 0 as anchor clears it everywhere. */
export function showSelection(
  op: Extract<Op, { op: 'selection' }>,
  nodes: NodeMap,
  shown: Selection | undefined,
): Selection | undefined {
  const anchor = nodes.node(op.anchor);
  const focus = nodes.node(op.focus) ?? anchor;
  if (!anchor || !focus) {
    shown?.removeAllRanges();
    return undefined;
  }
  const selection = selectionOf(documentOf(anchor));
  if (!selection) return undefined;
  if (shown && shown !== selection) shown.removeAllRanges();
  selection.setBaseAndExtent(
    anchor,
    Math.min(op.anchorOffset, lengthOf(anchor)),
    focus,
    Math.min(op.focusOffset, lengthOf(focus)),
  );
  return selection;
}

/** Selects inside a control, where it has a selection. */
export function selectInside(op: Extract<Op, { op: 'inputSelection' }>, nodes: NodeMap): void {
  const control = nodes.element(op.node) as HTMLInputElement | undefined;
  if (typeof control?.selectionStart === 'number') control.setSelectionRange(op.start, op.end);
}
