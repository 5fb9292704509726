import { lazy } from 'react';

const load = () => import('./session-place.tsx');

/** With the replica and all that guides it, most of the console's weight, and needed once there is a customer. */
export const SessionPlace = lazy(async () => ({ default: (await load()).SessionPlace }));

/** Fetches it ahead of need; what fails is said when it is needed. */
export const fetchSessionPlace = (): void => void load().catch(() => undefined);
