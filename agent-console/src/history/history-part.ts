import { lazy } from 'react';

/** Below all else on the home: it may come a moment later. */
export const HistoryList = lazy(async () => ({ default: (await import('./history-list.tsx')).HistoryList }));
