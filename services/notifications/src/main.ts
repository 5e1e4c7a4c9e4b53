import { readConfig } from '@beian/service-kit/config.ts';
import { startConsumer } from '@beian/service-kit/consumer.ts';
import { runMain } from '@beian/service-kit/open-service.ts';
import { startPeriodic } from '@beian/service-kit/periodic.ts';
import { serve } from '@beian/service-kit/serve.ts';
import { createNotificationsApp } from './app.ts';
import { config as schema } from './config.ts';
import { startDispatcher } from './deliveries/dispatcher.ts';
import { consumerOf } from './consumer.ts';
import { createDeps } from './deps.ts';
import { forgetOldNotifications } from './inbox/forget-old.ts';

const hour = 3_600_000;

await runMain(async () => {
  const config = readConfig(schema);
  const { deps, nats, stop } = await createDeps(config);
  const { log } = deps;
  const consumer = startConsumer({ ...deps, nats }, consumerOf(deps));
  const dispatcher = startDispatcher(deps);
  const sweep = startPeriodic({ log, name: 'old notifications', everyMs: hour }, () => forgetOldNotifications(deps));
  await serve(createNotificationsApp(deps), {
    host: config.HOST,
    port: config.PORT,
    log,
    release: deps.live.endAll,
    stop: [sweep.stop, consumer.stop, dispatcher.stop, ...stop],
  });
});
