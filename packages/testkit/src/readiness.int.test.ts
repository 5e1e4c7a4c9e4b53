import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createDocumentsApp } from '@beian/documents/app.ts';
import { config as documentsConfig } from '@beian/documents/config.ts';
import { createDeps as documentsDeps } from '@beian/documents/deps.ts';
import { createFilingApp } from '@beian/filing/app.ts';
import { config as filingConfig } from '@beian/filing/config.ts';
import { createDeps as filingDeps } from '@beian/filing/deps.ts';
import { createIdentityApp } from '@beian/identity/app.ts';
import { config as identityConfig } from '@beian/identity/config.ts';
import { createDeps as identityDeps } from '@beian/identity/deps.ts';
import { startNats, type NatsServer } from '@beian/local/servers/nats.ts';
import { freePort } from '@beian/local/servers/ports.ts';
import { createNotificationsApp } from '@beian/notifications/app.ts';
import { config as notificationsConfig } from '@beian/notifications/config.ts';
import { createDeps as notificationsDeps } from '@beian/notifications/deps.ts';
import { createPublicQueryApp } from '@beian/public-query/app.ts';
import { config as publicQueryConfig } from '@beian/public-query/config.ts';
import { createDeps as publicQueryDeps } from '@beian/public-query/deps.ts';
import { readConfig } from '@beian/service-kit/config.ts';
import { serviceSecret, testReceiptKey, testSigningKey } from './actors.ts';
import { json } from './registration.ts';
import { testKeys } from './sealer.ts';
import { servers } from './servers.ts';
import { aSpace } from './spaces.ts';

type App = { request: (path: string) => Response | Promise<Response> };
type Composed = { app: App; stop: (() => Promise<unknown>)[] };
const composed = <T extends { stop: Composed['stop'] }>(open: T, appOf: (open: T) => App): Composed => ({
  app: appOf(open),
  stop: open.stop,
});

/** Every service with what it needs, composed as it is in production. Of filing's worker its `main.ts` knows, and the test that kills it. */
const services: Record<string, { needs: string[]; open: (environment: NodeJS.ProcessEnv) => Promise<Composed> }> = {
  identity: {
    needs: ['database', 'nats'],
    open: async (env) =>
      composed(await identityDeps(readConfig(identityConfig, env)), ({ deps }) => createIdentityApp(deps)),
  },
  filing: {
    needs: ['database', 'nats', 'temporal'],
    open: async (env) => composed(await filingDeps(readConfig(filingConfig, env)), ({ deps }) => createFilingApp(deps)),
  },
  documents: {
    needs: ['database', 'minio', 'nats', 'scanner'],
    open: async (env) =>
      composed(await documentsDeps(readConfig(documentsConfig, env)), ({ deps }) => createDocumentsApp(deps)),
  },
  'public-query': {
    needs: ['database', 'nats'],
    open: async (env) =>
      composed(await publicQueryDeps(readConfig(publicQueryConfig, env)), ({ deps }) => createPublicQueryApp(deps)),
  },
  notifications: {
    needs: ['database', 'nats'],
    open: async (env) =>
      composed(await notificationsDeps(readConfig(notificationsConfig, env)), ({ deps }) =>
        createNotificationsApp(deps),
      ),
  },
};

let nats: NatsServer;
let environment: NodeJS.ProcessEnv;
beforeAll(async () => {
  nats = await startNats({ dataDir: `${servers().dir}/nats-${aSpace()}`, syncInterval: '2m' });
  const away = `127.0.0.1:${await freePort()}`;
  environment = {
    PORT: '0',
    LOG_LEVEL: 'silent',
    DATABASE_URL: `postgres://beian:beian@${away}/beian`,
    NATS_URL: nats.url,
    NATS_MONITORING_URL: nats.monitoringUrl,
    TEMPORAL_ADDRESS: away,
    TEMPORAL_NAMESPACE: 'default',
    MINIO_ENDPOINT: away,
    MINIO_ACCESS_KEY: 'nobody',
    MINIO_SECRET_KEY: 'nothing-secret',
    ...Object.fromEntries(
      ['IDENTITY', 'FILING', 'DOCUMENTS', 'PUBLIC_QUERY', 'PUBLIC_BASE'].map((name) => [
        `${name}_URL`,
        `http://${away}`,
      ]),
    ),
    SSO_ISSUER: `http://${away}`,
    SSO_CLIENT_ID: 'beian',
    SSO_CLIENT_SECRET: 'a secret of the tests',
    SERVICE_SECRET: serviceSecret,
    SEALING_KEYS: JSON.stringify(testKeys.sealing),
    LOOKUP_KEYS: JSON.stringify(testKeys.lookup),
    ACTOR_TOKEN_PRIVATE_KEY: testSigningKey,
    RECEIPT_PRIVATE_KEY: testReceiptKey,
    CAPTCHA_SECRET: 'a secret of the tests for challenges',
  };
});
afterAll(() => nats?.stop());

describe('a service whose servers are away', () => {
  it.each(Object.entries(services))('%s lives, is not ready, and names each of them', async (_name, service) => {
    const { app, stop } = await service.open(environment);
    expect(await json(await app.request('/livez'))).toMatchObject({ live: true });
    const said = await vi.waitFor(async () => {
      const answer = await app.request('/readyz');
      const now = await json<{ ready: boolean; checks: Record<string, string> }>(answer, 503);
      // NATS is there, and would lose what it has acknowledged. Each check has a second and a half, which a busy machine may need for another.
      expect(now.checks['nats']).toContain('set sync_interval to always');
      return now;
    }, 60_000);
    for (const end of stop) await end();
    expect(said.ready).toBe(false);
    expect(Object.keys(said.checks).toSorted((a, b) => a.localeCompare(b))).toEqual(service.needs);
    for (const state of Object.values(said.checks)) expect(state).not.toBe('ok');
  });
});
