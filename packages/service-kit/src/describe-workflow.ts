import { WorkflowNotFoundError, type WorkflowExecutionDescription } from '@temporalio/client';
import type { WorkflowState } from '@beian/contracts/operations.ts';
import type { Temporal } from './temporal.ts';

export type DescribedWorkflow = { state: WorkflowState; runId: string; startedAt: Date; closedAt: Date | undefined };

const states: Partial<Record<WorkflowExecutionDescription['status']['name'], WorkflowState>> = {
  RUNNING: 'running',
  PAUSED: 'running',
  CONTINUED_AS_NEW: 'running',
  COMPLETED: 'completed',
  FAILED: 'failed',
  CANCELLED: 'cancelled',
  TERMINATED: 'terminated',
  TIMED_OUT: 'timed_out',
};

/** The last run of a workflow; undefined when Temporal has none of this id. Rejects while Temporal is away. */
export async function describeWorkflow(temporal: Temporal, id: string): Promise<DescribedWorkflow | undefined> {
  try {
    const run = await temporal.within(({ workflow }) => workflow.getHandle(id).describe());
    const { runId, startTime: startedAt, closeTime: closedAt } = run;
    return { state: states[run.status.name] ?? 'unknown', runId, startedAt, closedAt };
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return undefined;
    throw error;
  }
}
