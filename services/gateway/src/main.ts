import { readConfig } from '@beian/service-kit/config.ts';
import { createLog } from '@beian/service-kit/log.ts';
import { createMetrics } from '@beian/service-kit/metrics.ts';
import { runMain } from '@beian/service-kit/open-service.ts';
import { serve } from '@beian/service-kit/serve.ts';
import { createGatewayApp } from './app.ts';
import { config as schema } from './config.ts';

await runMain(async () => {
  const config = readConfig(schema);
  const service = 'gateway';
  const log = createLog({ service, level: config.LOG_LEVEL });
  const stopping = new AbortController();
  const app = createGatewayApp(config, { log, metrics: createMetrics(service), stopping: stopping.signal });
  await serve(app, { host: config.HOST, port: config.PORT, log, release: () => stopping.abort() });
});
