import { readConfig } from '@beian/service-kit/config.ts';
import { createLog } from '@beian/service-kit/log.ts';
import { createMetrics } from '@beian/service-kit/metrics.ts';
import { runMain } from '@beian/service-kit/open-service.ts';
import { serve } from '@beian/service-kit/serve.ts';
import { createGatewayApp } from './app.ts';
import { config as schema } from './config.ts';
import { openLimitStore } from './limits/limit-store.ts';

await runMain(async () => {
  const config = readConfig(schema);
  const service = 'gateway';
  const log = createLog({ service, level: config.LOG_LEVEL });
  const stopping = new AbortController();
  const limitStore = openLimitStore(config.DATABASE_URL, log);
  const app = createGatewayApp(config, { log, limitStore, metrics: createMetrics(service), stopping: stopping.signal });
  const { HOST: host, PORT: port } = config;
  await serve(app, { host, port, log, release: () => stopping.abort(), stop: [limitStore.close] });
});
