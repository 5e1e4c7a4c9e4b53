import { z } from 'zod';
import { Id } from './common.ts';
import { ReviewTask } from './review.ts';

/** POST /api/review/tasks/assignment: several tasks for one reviewer. */
export const BulkAssign = z
  .strictObject({
    taskIds: z.array(Id).min(1).max(100).meta({ description: '审核任务' }),
    accountId: Id.meta({ description: '指派给' }),
  })
  .meta({ id: 'BulkAssign', description: '批量指派' });
export type BulkAssign = z.infer<typeof BulkAssign>;

/** What came of each task: the task as it is now, or the code of the problem and, where it is about whom it goes to, of the field. */
export const BulkAssignment = z
  .object({
    items: z.array(
      z.object({
        taskId: Id,
        task: ReviewTask.optional(),
        problem: z.string().optional(),
        field: z.string().optional(),
      }),
    ),
  })
  .meta({ id: 'BulkAssignment' });
export type BulkAssignment = z.infer<typeof BulkAssignment>;
