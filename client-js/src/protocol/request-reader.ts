import { ByteSource } from './byte-source.ts';
import type { NodeId } from './op.ts';
import { type ReplicaRequest, requestCode } from './replica-request.ts';

/** Undefined where the bytes are no request. */
export function readRequest(bytes: Uint8Array): ReplicaRequest | undefined {
  try {
    const source = new ByteSource(bytes);
    const type = source.byte();
    if (type === requestCode.keyframe) return { type: 'keyframe' };
    if (type !== requestCode.differs) return undefined;
    const start = source.varint();
    const hashes = new Map<NodeId, number>();
    for (let id = start; source.left > 0; ) {
      id += source.zigzag();
      let hash = 0;
      for (let shift = 0; shift < 32; shift += 8) hash |= source.byte() << shift;
      hashes.set(id, hash);
    }
    return { type: 'differs', start, hashes };
  } catch {
    return undefined;
  }
}
