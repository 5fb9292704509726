import { lazy } from 'react';

// Few administer.
export const PolicyDesk = lazy(async () => ({
  default: (await import('../policy/policy-desk.tsx')).PolicyDesk,
}));
export const RetentionDesk = lazy(async () => ({
  default: (await import('../retention/retention-desk.tsx')).RetentionDesk,
}));
