import { createGatewayApp } from '@beian/gateway/app.ts';
import { config as gatewayConfig } from '@beian/gateway/config.ts';
import { migrateLimits, openLimitStore } from '@beian/gateway/limits/limit-store.ts';
import type { Log } from '@beian/service-kit/log.ts';
import { onTestFinished } from 'vitest';
import { serviceSecret } from './actors.ts';
import { emptyDatabase } from './database.ts';
import { testLog } from './silent-log.ts';

const services = ['IDENTITY', 'FILING', 'DOCUMENTS', 'PUBLIC_QUERY', 'NOTIFICATIONS', 'WORKFLOWS'];

/** A gateway for one test, behind which every service is the server at one address. */
export async function aGatewayBefore(url: string, { log = testLog, timeoutMs }: { log?: Log; timeoutMs: number }) {
  const config = gatewayConfig.parse({
    PORT: 0,
    DATABASE_URL: await emptyDatabase(),
    SERVICE_SECRET: serviceSecret,
    SSO_URL: url,
    PORTAL_DIST: '.',
    REVIEW_DIST: '.',
    ...Object.fromEntries(services.map((name) => [`${name}_URL`, url])),
  });
  await migrateLimits(config.DATABASE_URL);
  const limitStore = openLimitStore(config.DATABASE_URL, testLog);
  onTestFinished(() => limitStore.close());
  return createGatewayApp(config, { log, limitStore, timeoutMs });
}
