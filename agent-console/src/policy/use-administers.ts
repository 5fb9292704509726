import { useEffect, useState } from 'react';
import { usePolicyApi } from './policy-api-context.tsx';

/** Whether the node lets this person read the policy: what roles a token has, it alone can tell. */
export function useAdministers(): boolean {
  const api = usePolicyApi();
  const [administers, setAdministers] = useState(false);
  useEffect(() => {
    let gone = false;
    api.current().then(
      () => gone || setAdministers(true),
      () => undefined,
    );
    return () => {
      gone = true;
    };
  }, [api]);
  return administers;
}
