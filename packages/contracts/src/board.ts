import { z } from 'zod';
import { Id } from './common.ts';
import { ReviewTask } from './review.ts';

/** Whether a reviewer is there today, is absent, or may not review any more (suspended, or without the role). */
export const reviewerStates = ['here', 'absent', 'gone'] as const;

/** Who has how much of the organ's open work, and whether they are there today. */
export const ReviewerLoad = z
  .object({
    accountId: Id,
    staffNo: z.string(),
    state: z.enum(reviewerStates),
    /** Of who is absent: the staff number of who covers. */
    cover: z.string().optional(),
    open: z.int(),
    overdue: z.int(),
    /** Due until the end of the next working day. */
    dueSoon: z.int(),
  })
  .meta({ id: 'ReviewerLoad', description: '审核人员工作量' });
export type ReviewerLoad = z.infer<typeof ReviewerLoad>;

/** Tasks of one concern, what is due first on top; `total` may be more than are listed. */
export const BoardSection = z.object({ total: z.int(), items: z.array(ReviewTask) });
export type BoardSection = z.infer<typeof BoardSection>;

/** 督办台: what a lead looks at first in the morning. Sections list 50 tasks at the most. */
export const ReviewBoard = z
  .object({
    /** Open tasks of the organ, and those that nobody has claimed. */
    open: z.int(),
    unclaimed: z.int(),
    overdue: BoardSection,
    /** Not overdue, and due until the end of the next working day. */
    dueSoon: BoardSection,
    /** Of organs below, escalated to this one; for supervisors. */
    escalated: BoardSection,
    /** Assigned to who is not there today. */
    absent: BoardSection,
    /** Everybody who reviews for the organ or has tasks of it, the most first. */
    reviewers: z.array(ReviewerLoad),
  })
  .meta({ id: 'ReviewBoard', description: '督办台' });
export type ReviewBoard = z.infer<typeof ReviewBoard>;
