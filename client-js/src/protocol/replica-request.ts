import type { NodeId } from './op.ts';

/** What a replica may ask of a capture. */
export type ReplicaRequest =
  | { readonly type: 'keyframe' }
  /** What the replica has from `start` on differs from what it should. */
  | { readonly type: 'differs'; readonly start: NodeId; readonly hashes: ReadonlyMap<NodeId, number> };

/**
 * The first byte of a request. A difference goes on with the id of the stretch's first node (varint), and for each of
 * its nodes the zigzag difference from the id before and the hash (32 bits, little-endian).
 */
export const requestCode = { keyframe: 1, differs: 2 } as const;
