import { z } from 'zod';
import { Id, line } from './common.ts';

/** POST /api/review/tasks/approval: several tasks in the caller's hands, with one opinion (I12). */
export const BulkApprove = z
  .strictObject({
    taskIds: z.array(Id).min(1).max(50).meta({ description: '审核任务' }),
    opinion: line(1000).meta({ description: '审核意见' }),
  })
  .meta({ id: 'BulkApprove', description: '批量通过' });
export type BulkApprove = z.infer<typeof BulkApprove>;

/** What came of each task: its decision, or the code of the problem. */
export const BulkApproval = z
  .object({ items: z.array(z.object({ taskId: Id, decisionId: Id.optional(), problem: z.string().optional() })) })
  .meta({ id: 'BulkApproval' });
export type BulkApproval = z.infer<typeof BulkApproval>;
