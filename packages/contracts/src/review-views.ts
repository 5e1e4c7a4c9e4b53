import { z } from 'zod';
import { Id, line, listOf } from './common.ts';
import { ReviewTaskFilter } from './review.ts';

/** POST and PUT: a filter of the queue under a name. Shared with the organ by who leads its reviewers. */
export const SaveReviewView = z
  .strictObject({
    name: line(40).meta({ description: '视图名称' }),
    query: ReviewTaskFilter,
    shared: z.boolean().default(false).meta({ description: '与本机关共享' }),
  })
  .meta({ id: 'SaveReviewView', description: '保存视图' });
export type SaveReviewView = z.infer<typeof SaveReviewView>;

/** A saved view of the queue (I05), with how many tasks it shows now. */
export const ReviewView = z
  .object({
    id: Id,
    name: z.string(),
    query: ReviewTaskFilter,
    shared: z.boolean(),
    /** Staff number of who keeps it; `mine` when it is the caller, who alone may change it. */
    keptBy: z.string(),
    mine: z.boolean(),
    count: z.int(),
  })
  .meta({ id: 'ReviewView', description: '审核视图' });
export type ReviewView = z.infer<typeof ReviewView>;
export const ReviewViewList = listOf(ReviewView).meta({ id: 'ReviewViewList' });
