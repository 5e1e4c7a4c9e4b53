import { randomUUID } from 'node:crypto';
import { WorkflowNotFoundError, type WorkflowExecutionStatusName } from '@temporalio/client';
import proto from '@temporalio/proto';
import type { Temporal } from './temporal.ts';

const { EventType, ResetReapplyExcludeType } = proto.temporal.api.enums.v1;
const { EVENT_TYPE_WORKFLOW_TASK_COMPLETED: taskDone, EVENT_TYPE_WORKFLOW_EXECUTION_CANCEL_REQUESTED: cancelAsked } =
  EventType;

/** `chain`: id of the first run; whoever starts the same workflow anew begins another chain. */
export type NewestRun = {
  runId: string;
  chain: string;
  status: WorkflowExecutionStatusName;
  startedAt: Date;
  closedAt: Date | undefined;
};

/** The newest run of a workflow; undefined when Temporal knows none. Rejects while Temporal is away. */
export async function newestRun(temporal: Temporal, workflowId: string): Promise<NewestRun | undefined> {
  try {
    const run = await temporal.within(({ workflow }) => workflow.getHandle(workflowId).describe());
    const { runId, status, raw, startTime: startedAt, closeTime: closedAt } = run;
    return { runId, chain: raw.workflowExecutionInfo?.firstRunId || runId, status: status.name, startedAt, closedAt };
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return undefined;
    throw error;
  }
}

/**
 * Lets a workflow that was ended from outside go on from its last step: a new run with the history up to there, and every signal that
 * came since. A request to cancel is left out. Answers whether there was a step to go on from.
 */
export async function goOnFromLastStep(temporal: Temporal, workflowId: string, runId: string): Promise<boolean> {
  const { namespace } = temporal;
  const execution = { workflowId, runId };
  const history = await temporal.within(({ workflow }) => workflow.getHandle(workflowId, runId).fetchHistory());
  const events = history.events ?? [];
  const cancelled = events.findIndex(({ eventType }) => eventType === cancelAsked);
  const last = (cancelled < 0 ? events : events.slice(0, cancelled)).findLast(
    ({ eventType }) => eventType === taskDone,
  );
  if (!last) return false;
  await temporal.within(({ connection }) =>
    connection.workflowService.resetWorkflowExecution({
      namespace,
      workflowExecution: execution,
      reason: 'ended from outside while its application is open',
      workflowTaskFinishEventId: last.eventId,
      requestId: randomUUID(),
      resetReapplyExcludeTypes: [ResetReapplyExcludeType.RESET_REAPPLY_EXCLUDE_TYPE_CANCEL_REQUEST],
    }),
  );
  return true;
}
