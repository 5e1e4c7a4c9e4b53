import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReviewTaskDetail } from '@beian/contracts/review.ts';
import { api } from '@beian/ui/session/api.ts';

export const useTask = (id: string) =>
  useQuery({ queryKey: ['task', id], queryFn: () => api.get<ReviewTaskDetail>(`/api/review/tasks/${id}`) });

/** Does something with a task and reads everything anew afterwards, whatever came of it: a colleague may have been first. */
export function useTaskAct() {
  const queries = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const act = async <T>(work: () => Promise<T>): Promise<T | undefined> => {
    setBusy(true);
    setProblem(undefined);
    try {
      return await work();
    } catch (failure) {
      setProblem(failure);
      return undefined;
    } finally {
      setBusy(false);
      await queries.invalidateQueries();
    }
  };
  return { act, busy, problem };
}
