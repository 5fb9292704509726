import { useSyncExternalStore } from 'react';

const subscribe = (listener: () => void) => {
  addEventListener('hashchange', listener);
  return () => removeEventListener('hashchange', listener);
};

/** Which page of the console shows; a reload and the browser’s way back keep it. */
export function usePage(): 'desk' | 'policy' {
  return useSyncExternalStore(subscribe, () => (location.hash === '#policy' ? 'policy' : 'desk'));
}

export const openPage = (page: 'desk' | 'policy'): void => {
  location.hash = page === 'policy' ? 'policy' : '';
};
