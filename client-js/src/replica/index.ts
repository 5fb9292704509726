export { createReplica } from './create-replica.ts';
export type { Anchor, PresenceOp, Replica, ReplicaOptions } from './replica-contract.ts';
