import { useQuery } from '@tanstack/react-query';
import type { Application } from '@beian/contracts/applications.ts';
import { api } from '@beian/ui/session/api.ts';

/** An application of the account as it is now (`GET /api/applications/{id}`). */
export const useApplication = (id: string) =>
  useQuery({
    queryKey: ['application', id],
    queryFn: () => api.get<Application>(`/api/applications/${id}`),
    // An application under way changes by others' hands.
    refetchInterval: (query) => (query.state.data?.status === 'submitted' ? 2000 : 30_000),
  });
