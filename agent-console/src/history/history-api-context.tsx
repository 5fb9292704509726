import { createContext, useContext } from 'react';
import type { HistoryApi } from './history-api.ts';

const HistoryApiContext = createContext<HistoryApi | undefined>(undefined);

export const HistoryApiProvider = HistoryApiContext.Provider;

/** What past sessions are looked up by. */
export function useHistoryApi(): HistoryApi {
  const api = useContext(HistoryApiContext);
  if (!api) throw new Error('useHistoryApi needs a HistoryApiProvider above it.');
  return api;
}
