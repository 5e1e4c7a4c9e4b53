import { createGatewayApp } from '@beian/gateway/app.ts';
import { config } from '@beian/gateway/config.ts';
import { openLimitStore } from '@beian/gateway/limits/limit-store.ts';
import type { Log } from '@beian/service-kit/log.ts';
import { testLog } from './silent-log.ts';

const nowhere = 'http://127.0.0.1:1';
const services = ['IDENTITY', 'FILING', 'DOCUMENTS', 'PUBLIC_QUERY', 'NOTIFICATIONS', 'WORKFLOWS', 'SSO'];

type Behind = {
  /** Where every service is; nowhere, when not given. */
  url?: string;
  /** Where identity is, if not there. */
  identityUrl?: string;
  log?: Log;
  timeoutMs?: number;
};

/** A gateway with nothing behind it, but for the addresses that are given; without a database its limits are its own. */
export function aLoneGateway(
  publicBaseUrl: string,
  { url = nowhere, identityUrl = url, log = testLog, timeoutMs }: Behind = {},
) {
  const limitStore = openLimitStore('postgresql://nobody@127.0.0.1:1/none', testLog);
  const settings = config.parse({
    PORT: 0,
    DATABASE_URL: 'postgresql://none',
    PUBLIC_BASE_URL: publicBaseUrl,
    SERVICE_SECRET: 'a secret of the tests, long enough for HS256',
    ...Object.fromEntries(services.map((name) => [`${name}_URL`, url])),
    IDENTITY_URL: identityUrl,
    PORTAL_DIST: '.',
    REVIEW_DIST: '.',
  });
  const options = { log, limitStore, ...(timeoutMs === undefined ? {} : { timeoutMs }) };
  return { app: createGatewayApp(settings, options), stop: () => limitStore.close() };
}
