import { taskQueues } from '@beian/contracts/workflows.ts';
import { startActivityWorker } from '@beian/service-kit/activity-worker.ts';
import { readConfig } from '@beian/service-kit/config.ts';
import { startConsumer } from '@beian/service-kit/consumer.ts';
import { runMain } from '@beian/service-kit/open-service.ts';
import { startPeriodic } from '@beian/service-kit/periodic.ts';
import { serve } from '@beian/service-kit/serve.ts';
import { filingActivities } from './activities.ts';
import { createFilingApp } from './app.ts';
import { config as schema } from './config.ts';
import { consumer } from './consumer.ts';
import { tellDelegations } from './delegations/tell-delegations.ts';
import { createDeps } from './deps.ts';
import { guardCalls } from './engine/guard-calls.ts';
import { workflowKeeper } from './engine/restore-workflows.ts';
import { removeExpiredDrafts } from './drafts/discard-draft.ts';
import { remindDrafts } from './drafts/remind-drafts.ts';

const hour = 3_600_000;

await runMain(async () => {
  const config = readConfig(schema);
  const { deps, temporal, engine, nats, stop } = await createDeps(config);
  const { log } = deps;
  const worker = startActivityWorker({
    ...temporal,
    taskQueue: taskQueues.filing,
    activities: filingActivities(deps),
    guard: guardCalls(deps),
    log,
  });
  const consuming = startConsumer({ ...deps, nats }, consumer);
  const expiry = startPeriodic({ log, name: 'expired drafts', everyMs: hour }, () => removeExpiredDrafts(deps));
  const reminders = startPeriodic({ log, name: 'draft reminders', everyMs: hour }, () => remindDrafts(deps));
  const news = startPeriodic({ log, name: 'delegation messages', everyMs: 5000 }, () => tellDelegations(deps));
  const keeper = startPeriodic({ log, name: 'workflows', everyMs: 60_000 }, workflowKeeper(deps, engine));
  const checks = { ...deps.checks, worker: worker.ready };
  await serve(createFilingApp({ ...deps, checks }), {
    host: config.HOST,
    port: config.PORT,
    log,
    stop: [expiry.stop, reminders.stop, news.stop, keeper.stop, consuming.stop, worker.stop, ...stop],
  });
});
