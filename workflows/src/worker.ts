import { fileURLToPath } from 'node:url';
import {
  bundleWorkflowCode,
  DefaultLogger,
  Worker,
  type WorkerDeploymentOptions,
  type WorkflowBundleWithSourceMap,
} from '@temporalio/worker';
import { taskQueues } from '@beian/contracts/workflows.ts';
import { keepWorker } from '@beian/service-kit/activity-worker.ts';
import type { Log } from '@beian/service-kit/log.ts';

/** For the worker and for whoever bundles or replays: how workflows read what they are sent. */
export const dataConverter = {
  payloadConverterPath: fileURLToPath(new URL('./payload-converter.ts', import.meta.url)),
};

/** The workflows (or those of another file, for tests) as one script for the sandbox; made once per process. */
export const bundleWorkflows = (
  file = new URL('./workflows.ts', import.meta.url),
): Promise<WorkflowBundleWithSourceMap> =>
  bundleWorkflowCode({
    workflowsPath: fileURLToPath(file),
    payloadConverterPath: dataConverter.payloadConverterPath,
    logger: new DefaultLogger('WARN'),
  });

/** The worker deployment, as Temporal's commands name it. */
export const deploymentName = 'beian-applications';

/**
 * Runs the workflows of the task queue `applications` and keeps trying while Temporal is away. With a build id the worker is a version of
 * the deployment: what has begun on it stays on it (pinned), and what is new goes to the version that operators have made the current one.
 */
export function startWorkflowWorker(options: {
  address: string;
  namespace: string;
  workflowBundle: WorkflowBundleWithSourceMap;
  buildId?: string | undefined;
  log: Log;
}) {
  const { address, namespace, workflowBundle, buildId, log } = options;
  const versioned = buildId === undefined ? {} : { workerDeploymentOptions: pinnedTo(buildId) };
  const taskQueue = taskQueues.applications;
  return keepWorker({ log, taskQueue, address }, (connection) =>
    Worker.create({
      connection,
      namespace,
      taskQueue,
      workflowBundle,
      dataConverter,
      ...versioned,
      shutdownGraceTime: '5s',
    }),
  );
}

const pinnedTo = (buildId: string): WorkerDeploymentOptions => ({
  version: { deploymentName, buildId },
  useWorkerVersioning: true,
  defaultVersioningBehavior: 'PINNED',
});
