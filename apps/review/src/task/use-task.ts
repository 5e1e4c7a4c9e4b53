import { useQuery } from '@tanstack/react-query';
import type { ReviewTaskDetail } from '@beian/contracts/review.ts';
import { api } from '@beian/ui/session/api.ts';

export const useTask = (id: string) =>
  useQuery({ queryKey: ['task', id], queryFn: () => api.get<ReviewTaskDetail>(`/api/review/tasks/${id}`) });
