import type { NodeId, Op } from '../../protocol/index.ts';
import { selectionOf } from '../tree/document-methods.ts';
import { documentOf, typeOf } from '../tree/dom-order.ts';
import type { NodeMap } from '../tree/node-map.ts';
import type { ActiveSelection } from './active-selection.ts';

type SelectionOp = Extract<Op, { op: 'selection' }>;
type InsideOp = Extract<Op, { op: 'inputSelection' }>;

const lengthOf = (node: Node) => (typeOf(node) === 3 ? (node as Text).length : node.childNodes.length);

/** The customer's selection, in the page and inside a control. It shows after {@link flush}. */
export class Selections {
  readonly #nodes: NodeMap;
  readonly #active: ActiveSelection;
  #shown: Selection | undefined;
  #next: SelectionOp | undefined;
  #last: SelectionOp | undefined;
  #inside: InsideOp | undefined;

  constructor(nodes: NodeMap, active: ActiveSelection) {
    this.#nodes = nodes;
    this.#active = active;
  }

  set(op: SelectionOp | InsideOp): void {
    if (op.op === 'selection') this.#next = this.#last = op;
    else this.#inside = op;
  }

  /** Nodes moved: the same place in the customer's page may be another one in ours. */
  treeChanged(): void {
    this.#next ??= this.#last;
  }

  /** Whether the customer's page has the focus. */
  inFront(inFront: boolean): void {
    this.#active.set(inFront);
  }

  /** Comes after children and values: offsets count those that stay, and a value that is set moves the caret. */
  flush(): void {
    if (this.#next) this.#shown = showSelection(this.#next, this.#nodes, this.#shown);
    this.#selectedIn(this.#next?.anchor);
    this.#next = undefined;
    if (this.#inside) selectInside(this.#inside, this.#nodes);
    this.#selectedIn(this.#inside?.node);
    this.#inside = undefined;
  }

  #selectedIn(id: NodeId | undefined): void {
    const node = id && this.#nodes.node(id);
    if (node) this.#active.in(documentOf(node));
  }
}

/** Shows the customer's selection; 0 as anchor clears it everywhere. */
function showSelection(op: SelectionOp, nodes: NodeMap, shown: Selection | undefined): Selection | undefined {
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
function selectInside(op: InsideOp, nodes: NodeMap): void {
  const control = nodes.element(op.node) as HTMLInputElement | undefined;
  if (typeof control?.selectionStart === 'number') control.setSelectionRange(op.start, op.end);
}
