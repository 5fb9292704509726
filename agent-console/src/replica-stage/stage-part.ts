import { lazy } from 'react';

const load = () => import('./stage.tsx');

/** The replica is most of the console's weight, and is needed once there is a customer. */
export const Stage = lazy(async () => ({ default: (await load()).Stage }));

/** Fetches it ahead of need; what fails is said when it is needed. */
export const fetchStage = (): void => void load().catch(() => undefined);
