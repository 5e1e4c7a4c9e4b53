import { z } from 'zod';
import { ReviewTaskFilter } from '@beian/contracts/review.ts';

const { shape } = ReviewTaskFilter;

/** The queue's filters as the address bar holds them, so that a view can be kept and shared; what is wrong there is left out. */
export const QueueSearch = z.object({
  status: shape.status.catch(undefined),
  kind: shape.kind.catch(undefined),
  stage: shape.stage.catch(undefined),
  county: shape.county.catch(undefined),
  uscc: shape.uscc.catch(undefined),
  assignee: shape.assignee.catch(undefined),
  receivedFrom: shape.receivedFrom.catch(undefined),
  receivedUntil: shape.receivedUntil.catch(undefined),
  dueUntil: shape.dueUntil.catch(undefined),
  overdue: shape.overdue.catch(undefined),
  observed: shape.observed.catch(undefined),
  escalated: shape.escalated.catch(undefined),
  suspended: shape.suspended.catch(undefined),
  q: shape.q.catch(undefined),
  sort: shape.sort.catch(undefined),
});
export type QueueSearch = z.output<typeof QueueSearch>;

/** A filter without what is not set: two that show the same are equal as text. */
export const filterOf = (search: QueueSearch): ReviewTaskFilter => {
  const given = Object.entries(search).filter(([, value]) => value !== undefined && value !== '');
  return Object.fromEntries(given.toSorted(([a], [b]) => a.localeCompare(b))) as ReviewTaskFilter;
};
export const sameFilter = (one: QueueSearch, other: QueueSearch): boolean =>
  JSON.stringify(filterOf(one)) === JSON.stringify(filterOf(other));
