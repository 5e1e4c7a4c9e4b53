import { useQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import type { ReviewTaskList } from '@beian/contracts/review.ts';
import { api, queryOf } from '@beian/ui/session/api.ts';

/** What comes after a task: the own one that is due first, else the first that nobody has claimed; undefined when nothing waits. */
export function useNextTask(current: string): string | undefined {
  const query = useQuery({
    queryKey: ['tasks', 'next', current],
    queryFn: async () => {
      for (const assignee of ['me', 'nobody']) {
        const filter = queryOf({ assignee, limit: 2 });
        const { items } = await api.get<z.infer<typeof ReviewTaskList>>(`/api/review/tasks?${filter}`);
        const next = items.find(({ id }) => id !== current);
        if (next) return next.id;
      }
      return null;
    },
  });
  return query.data ?? undefined;
}
