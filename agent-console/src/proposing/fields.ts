import { fieldKind, spokenName } from '@cobrowse/client/guide';
import type { FieldKind } from '@cobrowse/client/protocol';
import type { Replica } from '@cobrowse/client/replica';

/** A field of the customer's page, as the replica shows it. */
export interface Field {
  readonly node: number;
  readonly kind: FieldKind;
  /** How it is called on the page; empty where nothing says it. */
  readonly name: string;
  /** The `type` of an input. */
  readonly type: string;
  /** What can be chosen, as far as the agent may read it. */
  readonly options: readonly string[];
}

const most = 200;

/** The field at a point of the replica's viewport, also where its label is. */
export function fieldAt(replica: Replica, x: number, y: number): Field | undefined {
  const anchor = replica.anchor(x, y);
  const element = anchor && replica.element(anchor.node);
  const own = element?.closest('input, select, textarea');
  const labelled = (element?.closest('label') as HTMLLabelElement | null | undefined)?.control;
  const field = own ?? labelled;
  return field ? fieldOf(replica, field) : undefined;
}

/** The fields of the page that a value can be proposed for, in its order. */
export function fieldsOf(replica: Replica): Field[] {
  const all = replica.document.querySelectorAll('input, select, textarea');
  return Array.from(all, (element) => fieldOf(replica, element))
    .filter((field) => field !== undefined)
    .slice(0, most);
}

function fieldOf(replica: Replica, element: Element): Field | undefined {
  const node = replica.nodeOf(element);
  const kind = fieldKind(element);
  if (node === undefined || !kind) return undefined;
  const options = element.localName === 'select' ? Array.from((element as HTMLSelectElement).options) : [];
  return {
    node,
    kind,
    name: spokenName(element),
    type: (element as HTMLInputElement).type,
    // What is masked is no name to choose by.
    options: options.map(({ label }) => label.trim()).filter((label) => /[\p{L}\p{N}]/u.test(label)),
  };
}
