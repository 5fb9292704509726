import { createContext, useContext } from 'react';
import type { PolicyApi } from './policy-api.ts';

const PolicyApiContext = createContext<PolicyApi | undefined>(undefined);

export const PolicyApiProvider = PolicyApiContext.Provider;

/** What the masking policy is read and changed by. */
export function usePolicyApi(): PolicyApi {
  const api = useContext(PolicyApiContext);
  if (!api) throw new Error('usePolicyApi needs a PolicyApiProvider above it.');
  return api;
}
