import { createReplica, type Replica, type ReplicaOptions } from '@cobrowse/client/replica';
import { createContext, useContext } from 'react';

/** Makes the replica; a test may give one that misbehaves. */
export type ReplicaFactory = (options: ReplicaOptions) => Replica;

const ReplicaFactoryContext = createContext<ReplicaFactory>(createReplica);

export const ReplicaFactoryProvider = ReplicaFactoryContext;

export const useReplicaFactory = (): ReplicaFactory => useContext(ReplicaFactoryContext);
