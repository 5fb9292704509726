import type { NodeId } from '../protocol/op.ts';
import type { NodeIds } from './node-ids.ts';
import type { Roots } from './roots.ts';

/** The live element with an id. It is looked for, since ids are kept by node and nodes are not kept at all. */
export function findElement(
  start: Element | null,
  id: NodeId,
  ids: NodeIds,
  roots: Roots,
): Element | undefined {
  const pending: (Element | null | undefined)[] = [start];
  while (pending.length > 0) {
    const at = pending.pop();
    if (!at) continue;
    if (ids.of(at) === id) return at;
    pending.push(at.nextElementSibling, at.firstElementChild, roots.of(at)?.firstElementChild);
  }
  return undefined;
}
