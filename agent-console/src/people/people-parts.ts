import { lazy } from 'react';

const fetchPicker = () => import('./colleague-picker.tsx');

/** Not needed before somebody sits in a session. */
export const ColleaguePicker = lazy(async () => ({ default: (await fetchPicker()).ColleaguePicker }));

/** Fetches it ahead, so that the first key is not lost. A failure shows when it is needed. */
export const preparePicker = (): void => void fetchPicker().catch(() => undefined);
