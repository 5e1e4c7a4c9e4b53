import { WorkflowExecutionAlreadyStartedError, WorkflowNotFoundError } from '@temporalio/client';
import { defineSearchAttributeKey, TypedSearchAttributes } from '@temporalio/common';
import { searchAttributes, taskQueues, workflowNames, type WorkflowMessage } from '@beian/contracts/workflows.ts';
import type { Log } from './log.ts';
import type { Temporal } from './temporal.ts';

const keys = {
  kind: defineSearchAttributeKey(searchAttributes.kind.name, 'KEYWORD'),
  stage: defineSearchAttributeKey(searchAttributes.stage.name, 'KEYWORD'),
  division: defineSearchAttributeKey(searchAttributes.division.name, 'KEYWORD'),
  receivedAt: defineSearchAttributeKey(searchAttributes.receivedAt.name, 'DATETIME'),
};

/** Starts a workflow or signals it. Safe to repeat: a second start of the same id does nothing. */
export async function sendWorkflowMessage(temporal: Temporal, message: WorkflowMessage, log: Log): Promise<void> {
  try {
    await temporal.within(async ({ workflow }) => {
      if (message.op === 'signal') {
        await workflow.getHandle(message.workflowId).signal(message.signal, message.message);
        return;
      }
      await workflow.start(workflowNames[message.workflow], {
        taskQueue: taskQueues.applications,
        workflowId: message.workflowId,
        workflowIdReusePolicy: message.again ? 'ALLOW_DUPLICATE' : 'REJECT_DUPLICATE',
        workflowIdConflictPolicy: message.again ? 'TERMINATE_EXISTING' : 'USE_EXISTING',
        args: [message.input],
        typedSearchAttributes: new TypedSearchAttributes([
          { key: keys.kind, value: message.search.kind },
          { key: keys.stage, value: 'submitted' },
          { key: keys.division, value: message.search.division },
          { key: keys.receivedAt, value: new Date(message.search.receivedAt) },
        ]),
      });
    });
  } catch (error) {
    if (error instanceof WorkflowExecutionAlreadyStartedError) return;
    if (error instanceof WorkflowNotFoundError) {
      // The start went first in this lane, so the workflow has ended: the act came too late and the database said so too.
      log.warn({ workflowId: message.workflowId, op: message.op }, 'workflow.gone');
      return;
    }
    throw error;
  }
}
