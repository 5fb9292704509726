import type { ReplicaRequest } from '../protocol/replica-request.ts';
import { readRequest } from '../protocol/request-reader.ts';
import type { IntegrityDelegate } from './integrity.ts';
import type { IntegrityAudit, Known } from './integrity-audit.ts';
import type { MutationCollector } from './mutation-collector.ts';
import type { NodeIds } from './node-ids.ts';
import type { NodeWriter } from './node-writer.ts';

/** A node that stays different after so many repairs is left as it is: one side cannot have it. */
const mostRepairs = 3;

export interface RepairParts {
  readonly ids: NodeIds;
  readonly nodes: NodeWriter;
  readonly changes: MutationCollector;
  readonly audit: IntegrityAudit;
  readonly document: Document;
  /** How often each node was said again. */
  readonly repairs: WeakMap<Node, number>;
  readonly delegate: IntegrityDelegate;
}

/** Does what a replica asks for; all changes so far must have been sent. Fetched only when one asks. */
export function answer(bytes: Uint8Array, parts: RepairParts): void {
  const request = readRequest(bytes);
  if (request?.type === 'keyframe') parts.delegate.keyframe();
  else if (request) repair(request, parts);
}

/** Says again what a replica has differently, no more than the subtrees that are wrong. */
function repair({ start, hashes }: Extract<ReplicaRequest, { type: 'differs' }>, parts: RepairParts): void {
  const { audit, document, ids, nodes } = parts;
  const stretch = audit.stretch(start);
  if (stretch.length === 0) return;
  // A replica that has too much does not come as far as this stretch; one that lacks something goes further, or
  // comes to its end.
  const ended = hashes.size < stretch.length;
  const last = ended ? stretch.length : stretch.findLastIndex(({ id }) => hashes.has(id));
  for (const id of hashes.keys()) {
    if (!ids.alive(id)) nodes.takeOut(id, ids.of(document.documentElement));
  }
  for (const known of stretch.slice(0, last + 1)) {
    if (hashes.get(known.id) !== known.hash) sayAgain(known, parts);
  }
}

function sayAgain({ node, id }: Pick<Known, 'node' | 'id'>, parts: RepairParts): void {
  const { audit, changes, document, ids, nodes, repairs } = parts;
  const former = repairs.get(node) ?? 0;
  // It may have gone with what it stood in.
  if (former >= mostRepairs || ids.of(node) !== id) return;
  repairs.set(node, former + 1);
  if (!node.parentNode || node.parentNode.nodeType === 9) {
    const host = node === document ? undefined : audit.host(node.parentNode ?? node);
    if (!host) parts.delegate.wholeIsWrong();
    else sayAgain({ node: host, id: ids.of(host) }, parts);
    return;
  }
  nodes.takeOut(id, ids.parent(id));
  ids.end(id);
  changes.place(node);
}
