import { QueryClient } from '@tanstack/react-query';

/** What the pages have asked the platform, and when it is asked again. */
export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      // The API asks again itself where that is worth it.
      retry: false,
      refetchOnWindowFocus: false,
      // Without a connection too: the page then says so, and asks again when it is back. The library would wait and show nothing.
      networkMode: 'always',
      refetchOnReconnect: true,
    },
    mutations: { networkMode: 'always' },
  },
});
