import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { api } from '@beian/ui/session/api.ts';

/** The text that the address names, `null` for a new one; read anew each time, for its revision counts. */
export function useAddressedText<T>(kind: 'faq' | 'notices') {
  const { id } = useParams({ strict: false }) as { id: string };
  const query = useQuery({
    queryKey: ['content', kind, id],
    queryFn: () => (id === 'new' ? Promise.resolve(null) : api.get<T>(`/api/content/${kind}/${id}`)),
    gcTime: 0,
    refetchOnReconnect: false,
  });
  return { id, query };
}
