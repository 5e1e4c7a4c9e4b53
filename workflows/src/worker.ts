import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode, DefaultLogger, Worker, type WorkflowBundleWithSourceMap } from '@temporalio/worker';
import { taskQueues } from '@beian/contracts/workflows.ts';
import { keepWorker } from '@beian/service-kit/activity-worker.ts';
import type { Log } from '@beian/service-kit/log.ts';

/** The workflows (or those of another file, for tests) as one script for the sandbox; made once per process. */
export const bundleWorkflows = (
  file = new URL('./workflows.ts', import.meta.url),
): Promise<WorkflowBundleWithSourceMap> =>
  bundleWorkflowCode({ workflowsPath: fileURLToPath(file), logger: new DefaultLogger('WARN') });

/** Runs the workflows of the task queue `applications` and keeps trying while Temporal is away. */
export function startWorkflowWorker(options: {
  address: string;
  namespace: string;
  workflowBundle: WorkflowBundleWithSourceMap;
  log: Log;
}) {
  const { address, namespace, workflowBundle, log } = options;
  const taskQueue = taskQueues.applications;
  return keepWorker({ log, taskQueue, address }, (connection) =>
    Worker.create({ connection, namespace, taskQueue, workflowBundle, shutdownGraceTime: '5s' }),
  );
}
