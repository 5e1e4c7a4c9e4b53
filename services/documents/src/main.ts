import { readConfig } from '@beian/service-kit/config.ts';
import { startConsumer } from '@beian/service-kit/consumer.ts';
import { runMain } from '@beian/service-kit/open-service.ts';
import { startPeriodic } from '@beian/service-kit/periodic.ts';
import { serve } from '@beian/service-kit/serve.ts';
import { createDocumentsApp } from './app.ts';
import { config as schema } from './config.ts';
import { consumer } from './consumer.ts';
import { createDeps } from './deps.ts';
import { releaseEnded } from './documents/release-ended.ts';
import { scanHeld } from './documents/scan-held.ts';
import { sweepObjects } from './documents/sweep-objects.ts';
import { sweepUnused } from './documents/sweep-unused.ts';

const hour = 3_600_000;

await runMain(async () => {
  const config = readConfig(schema);
  const { deps, nats, stop } = await createDeps(config);
  const consuming = startConsumer({ ...deps, nats }, consumer);
  const sweep = startPeriodic({ log: deps.log, name: 'sweep', everyMs: hour }, async () => {
    await sweepUnused(deps, config.UNUSED_UPLOAD_DAYS);
    await releaseEnded(deps, config.RETENTION_DAYS);
    await sweepObjects(deps, config.QUARANTINE_DAYS);
  });
  const scan = startPeriodic({ log: deps.log, name: 'scan', everyMs: 30_000 }, () => scanHeld(deps));
  await serve(createDocumentsApp(deps), {
    host: config.HOST,
    port: config.PORT,
    log: deps.log,
    stop: [sweep.stop, scan.stop, consuming.stop, ...stop],
  });
});
