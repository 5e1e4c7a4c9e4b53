import { useSyncExternalStore } from 'react';

const query = () => matchMedia('(prefers-reduced-motion: reduce)');
const listen = (changed: () => void) => {
  const asked = query();
  asked.addEventListener('change', changed);
  return () => asked.removeEventListener('change', changed);
};

/** Whether the reader's system asks for less motion, also when that changes while the page is open. */
export const useLessMotion = (): boolean => useSyncExternalStore(listen, () => query().matches);
