import { createContext, useContext } from 'react';
import type { RetentionApi } from './retention-api.ts';

const RetentionApiContext = createContext<RetentionApi | undefined>(undefined);

export const RetentionApiProvider = RetentionApiContext.Provider;

/** What kept sessions are read, held and erased by. */
export function useRetentionApi(): RetentionApi {
  const api = useContext(RetentionApiContext);
  if (!api) throw new Error('useRetentionApi needs a RetentionApiProvider above it.');
  return api;
}
