import { QueryClient } from '@tanstack/react-query';
import { ApiProblem } from '../session/api.ts';

/** What the pages have asked the platform, and when it is asked again. */
export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      // A problem of the platform is an answer; only silence is worth another try.
      retry: (failures, error) => failures < 2 && (!(error instanceof ApiProblem) || error.code === 'network'),
      refetchOnWindowFocus: false,
      // Without a connection too: the page then says so, and asks again when it is back. The library would wait and show nothing.
      networkMode: 'always',
      refetchOnReconnect: true,
    },
    mutations: { networkMode: 'always' },
  },
});
