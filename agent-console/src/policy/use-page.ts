import { useSyncExternalStore } from 'react';

const subscribe = (listener: () => void) => {
  addEventListener('hashchange', listener);
  return () => removeEventListener('hashchange', listener);
};

export type ConsolePage = 'desk' | 'policy' | 'retention';

const byHash: Readonly<Record<string, ConsolePage>> = { '#policy': 'policy', '#retention': 'retention' };

/** Which page of the console shows; a reload and the browser’s way back keep it. */
export function usePage(): ConsolePage {
  return useSyncExternalStore(subscribe, () => byHash[location.hash] ?? 'desk');
}

export const openPage = (page: ConsolePage): void => {
  location.hash = page === 'desk' ? '' : page;
};
