import { readConfig } from '@beian/service-kit/config.ts';
import { startConsumer } from '@beian/service-kit/consumer.ts';
import { runMain } from '@beian/service-kit/open-service.ts';
import { startPeriodic } from '@beian/service-kit/periodic.ts';
import { serve } from '@beian/service-kit/serve.ts';
import { createPublicQueryApp } from './app.ts';
import { forgetOldChallenges } from './challenges/use-challenge.ts';
import { config as schema } from './config.ts';
import { createDeps } from './deps.ts';
import { enterFilings } from './register/enter-filing.ts';

await runMain(async () => {
  const config = readConfig(schema);
  const { deps, nats, stop } = await createDeps(config);
  const { log } = deps;
  const consumer = startConsumer({ ...deps, nats }, { durable: 'public-query', handle: enterFilings });
  const sweep = startPeriodic({ log, name: 'old challenges', everyMs: 600_000 }, () => forgetOldChallenges(deps));
  await serve(createPublicQueryApp(deps), {
    host: config.HOST,
    port: config.PORT,
    log,
    stop: [sweep.stop, consumer.stop, ...stop],
  });
});
