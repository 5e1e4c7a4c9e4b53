import { useCallback, useSyncExternalStore } from 'react';

const changed = 'address-changed';
const listen = (tell: () => void) => {
  for (const event of ['popstate', changed]) addEventListener(event, tell);
  return () => {
    for (const event of ['popstate', changed]) removeEventListener(event, tell);
  };
};

/** What the address looks for, and how to look for something else on the same page: an entry in the browser's history, so that Back works. */
export function useAddress(): [search: URLSearchParams, go: (href: string) => void] {
  const text = useSyncExternalStore(listen, () => location.search);
  const go = useCallback((href: string) => {
    history.pushState(null, '', href);
    dispatchEvent(new Event(changed));
  }, []);
  return [new URLSearchParams(text), go];
}
