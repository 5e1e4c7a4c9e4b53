import { z } from 'zod';
import { ReviewTaskQuery } from '@beian/contracts/review.ts';

const { status, assignee, overdue, q } = ReviewTaskQuery.shape;

/** The queue's filters as the address bar holds them, so that a view can be kept and shared. */
export const QueueSearch = z.object({
  status: status.catch(undefined),
  assignee: assignee.catch(undefined),
  overdue: overdue.catch(undefined),
  q: q.catch(undefined),
});
export type QueueSearch = z.output<typeof QueueSearch>;
