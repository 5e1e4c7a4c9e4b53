import { createGatewayApp } from '@beian/gateway/app.ts';
import { config } from '@beian/gateway/config.ts';
import { openLimitStore } from '@beian/gateway/limits/limit-store.ts';
import { testLog } from './silent-log.ts';

const nowhere = 'http://127.0.0.1:1';
const services = ['IDENTITY', 'FILING', 'DOCUMENTS', 'PUBLIC_QUERY', 'NOTIFICATIONS', 'WORKFLOWS', 'SSO'];

/** A gateway with nothing behind it, but for the addresses that are given; without a database its limits are its own. */
export function aLoneGateway(publicBaseUrl: string, urls: { IDENTITY_URL?: string } = {}) {
  const limitStore = openLimitStore('postgresql://nobody@127.0.0.1:1/none', testLog);
  const settings = config.parse({
    PORT: 0,
    DATABASE_URL: 'postgresql://none',
    PUBLIC_BASE_URL: publicBaseUrl,
    SERVICE_SECRET: 'a secret of the tests, long enough for HS256',
    ...Object.fromEntries(services.map((name) => [`${name}_URL`, nowhere])),
    ...urls,
    PORTAL_DIST: '.',
    REVIEW_DIST: '.',
  });
  return { app: createGatewayApp(settings, { log: testLog, limitStore }), stop: () => limitStore.close() };
}
