import { readConfig } from '@beian/service-kit/config.ts';
import { startConsumer } from '@beian/service-kit/consumer.ts';
import { runMain } from '@beian/service-kit/open-service.ts';
import { startPeriodic } from '@beian/service-kit/periodic.ts';
import { serve } from '@beian/service-kit/serve.ts';
import { createPublicQueryApp } from './app.ts';
import { forgetOldChallenges } from './challenges/use-challenge.ts';
import { config as schema } from './config.ts';
import { consumer } from './consumer.ts';
import { createDeps } from './deps.ts';

await runMain(async () => {
  const config = readConfig(schema);
  const { deps, nats, stop } = await createDeps(config);
  const { log } = deps;
  const consuming = startConsumer({ ...deps, nats }, consumer);
  const sweep = startPeriodic({ log, name: 'old challenges', everyMs: 600_000 }, () => forgetOldChallenges(deps));
  await serve(createPublicQueryApp(deps), {
    host: config.HOST,
    port: config.PORT,
    log,
    stop: [sweep.stop, consuming.stop, ...stop],
  });
});
