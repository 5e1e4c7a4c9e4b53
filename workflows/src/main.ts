import { readConfig } from '@beian/service-kit/config.ts';
import { createApp } from '@beian/service-kit/create-app.ts';
import { createLog } from '@beian/service-kit/log.ts';
import { createMetrics } from '@beian/service-kit/metrics.ts';
import { runMain } from '@beian/service-kit/open-service.ts';
import { problem } from '@beian/service-kit/problem.ts';
import { serve } from '@beian/service-kit/serve.ts';
import { config as schema } from './config.ts';
import { bundleWorkflows, startWorkflowWorker } from './worker.ts';

await runMain(async () => {
  const config = readConfig(schema);
  const service = 'workflows';
  const log = createLog({ service, level: config.LOG_LEVEL });
  const worker = startWorkflowWorker({
    address: config.TEMPORAL_ADDRESS,
    namespace: config.TEMPORAL_NAMESPACE,
    workflowBundle: await bundleWorkflows(),
    buildId: config.WORKFLOWS_BUILD_ID,
    log,
  });
  // Health and metrics only: nobody signs in here.
  const app = createApp({
    service,
    log,
    metrics: createMetrics(service),
    verifyActor: async () => {
      throw problem('auth.forbidden');
    },
    checks: { worker: worker.ready },
  });
  await serve(app, { host: config.HOST, port: config.PORT, log, stop: [worker.stop] });
});
