import { readConfig } from '@beian/service-kit/config.ts';
import { runMain } from '@beian/service-kit/open-service.ts';
import { serve } from '@beian/service-kit/serve.ts';
import { createIdentityApp } from './app.ts';
import { config as schema } from './config.ts';
import { createDeps } from './deps.ts';

await runMain(async () => {
  const config = readConfig(schema);
  const { deps, stop } = await createDeps(config);
  await serve(createIdentityApp(deps), { host: config.HOST, port: config.PORT, log: deps.log, stop });
});
