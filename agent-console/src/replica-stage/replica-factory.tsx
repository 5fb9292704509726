import type { Replica, ReplicaOptions } from '@cobrowse/client/replica';
import { createContext, useContext } from 'react';

/** Makes the replica; a test may give one that misbehaves. */
export type ReplicaFactory = (options: ReplicaOptions) => Replica;

const ReplicaFactoryContext = createContext<ReplicaFactory | undefined>(undefined);

export const ReplicaFactoryProvider = ReplicaFactoryContext;

export function useReplicaFactory(): ReplicaFactory {
  const factory = useContext(ReplicaFactoryContext);
  if (!factory) throw new Error('useReplicaFactory needs a ReplicaFactoryProvider above it.');
  return factory;
}
