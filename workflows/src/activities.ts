import { proxyActivities } from '@temporalio/workflow';
import { taskQueues, type FilingActivities } from '@beian/contracts/workflows.ts';

/** What the filing service does for a workflow. Tried for as long as it takes: the service may be away for an hour. */
export const filing = proxyActivities<FilingActivities>({
  taskQueue: taskQueues.filing,
  startToCloseTimeout: '30 seconds',
  retry: { initialInterval: '500 milliseconds', backoffCoefficient: 2, maximumInterval: '1 minute' },
});
