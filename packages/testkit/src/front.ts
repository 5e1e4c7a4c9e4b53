import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAdaptorServer } from '@hono/node-server';
import { createGatewayApp } from '@beian/gateway/app.ts';
import { config as gatewayConfig } from '@beian/gateway/config.ts';
import { migrateLimits, openLimitStore, type LimitStore } from '@beian/gateway/limits/limit-store.ts';
import { openProvider } from '@beian/identity/sign-in/provider.ts';
import { freePort } from '@beian/local/servers/ports.ts';
import { createSsoServer } from '@beian/sso/app.ts';
import { createProvider } from '@beian/sso/provider.ts';
import { serviceSecret } from './actors.ts';
import { emptyDatabase } from './database.ts';
import { aNotifications } from './notifications.ts';
import { aPlatform, type PlatformOptions } from './platform.ts';
import { testLog } from './silent-log.ts';

export type Front = Awaited<ReturnType<typeof aFront>>;
type FrontOptions = PlatformOptions & {
  limits?: Limits;
  trustedProxies?: string;
  /** Its address as people see it, when something in front of the gateway ends TLS. */
  publicBaseUrl?: string;
  sessionCheckMs?: number;
};
type Limits = Partial<
  Record<
    | 'LIMIT_GENERAL'
    | 'LIMIT_SIGN_IN'
    | 'LIMIT_TOKENS'
    | 'LIMIT_TOKENS_OF_CREDENTIAL'
    | 'LIMIT_SHARING'
    | 'LIMIT_PUBLIC'
    | 'LIMIT_UPLOADS',
    number
  >
>;

/** On a busy machine gateways that count by themselves for a while would let too many through. */
const slowDatabaseMs = 60_000;

/** What people and programs meet, on free ports: gateway, sign-in provider, and behind them every service with its own database. */
export async function aFront({
  limits = {},
  trustedProxies = '',
  publicBaseUrl: givenBaseUrl,
  sessionCheckMs,
  ...options
}: FrontOptions = {}) {
  const [ssoPort, gatewayPort] = [await freePort(), await freePort()];
  const [issuer, baseUrl] = [`http://localhost:${ssoPort}`, `http://localhost:${gatewayPort}`];
  const publicBaseUrl = givenBaseUrl ?? baseUrl;
  const redirectUri = `${publicBaseUrl}/auth/callback`;
  const client = { clientId: 'beian', clientSecret: randomBytes(24).toString('base64url') };
  const sso = createSsoServer(createProvider({ issuer, ...client, redirectUris: [redirectUri] }));
  await listening(sso, ssoPort);
  const provider = openProvider({ issuer, ...client, redirectUri });
  const platform = await aPlatform({ ...options, publicQuery: true, signIn: { provider, publicBaseUrl } });
  const { publicQuery } = platform;
  if (!publicQuery) throw new Error('the platform has no public query');
  const notifications = await aNotifications({
    nats: platform.nats,
    clock: options.clock,
    chainHeads: platform.headsOf('notifications'),
  });
  const dist = await builtApps();
  const config = gatewayConfig.parse({
    PORT: gatewayPort,
    DATABASE_URL: await emptyDatabase(),
    TRUSTED_PROXIES: trustedProxies,
    PUBLIC_BASE_URL: publicBaseUrl,
    SERVICE_SECRET: serviceSecret,
    IDENTITY_URL: platform.urls.identity,
    FILING_URL: platform.urls.filing,
    DOCUMENTS_URL: platform.urls.documents,
    PUBLIC_QUERY_URL: platform.urls.publicQuery,
    NOTIFICATIONS_URL: await platform.listen(notifications.app),
    WORKFLOWS_URL: platform.urls.filing,
    SSO_URL: issuer,
    PORTAL_DIST: join(dist, 'portal'),
    REVIEW_DIST: join(dist, 'review'),
    ...limits,
  });
  await migrateLimits(config.DATABASE_URL);
  const gateways: { server: Server; limitStore: LimitStore }[] = [];
  /** The address of one more gateway: with its own memory, on the same services and the same database. */
  const startGateway = async ({ port, timeoutMs }: { port?: number; timeoutMs?: number } = {}): Promise<string> => {
    const limitStore = openLimitStore(config.DATABASE_URL, testLog, slowDatabaseMs);
    const app = createGatewayApp(config, {
      log: testLog,
      limitStore,
      ...(timeoutMs === undefined ? {} : { timeoutMs }),
      ...(sessionCheckMs === undefined ? {} : { sessionCheckMs }),
    });
    const server = createAdaptorServer({ fetch: app.fetch }) as Server;
    gateways.push({ server, limitStore });
    const at = port ?? (await freePort());
    await listening(server, at);
    return `http://localhost:${at}`;
  };
  await startGateway({ port: gatewayPort });
  return {
    baseUrl,
    issuer,
    platform,
    publicQuery,
    notifications,
    startGateway,
    /** Ends the sign-in provider before the rest, for tests of its absence. */
    stopProvider: () => closed(sso),
    stop: async (): Promise<void> => {
      await Promise.all([...gateways.map(({ server }) => closed(server)), closed(sso)]);
      await Promise.all(gateways.map(({ limitStore }) => limitStore.close()));
      await notifications.stop();
      await platform.stop();
      await rm(dist, { recursive: true, force: true });
    },
  };
}

/** The apps as their builds leave them: a page and a hashed asset each. */
async function builtApps(): Promise<string> {
  const dist = await mkdtemp(join(tmpdir(), 'beian-dist-'));
  for (const [app, page] of [
    ['portal', 'index.html'],
    ['portal/public', 'public.html'],
    ['review', 'index.html'],
  ] as const) {
    await mkdir(join(dist, app, 'assets'), { recursive: true });
    await writeFile(join(dist, app, page), `<!doctype html><title>${app}</title>`);
    await writeFile(join(dist, app, 'assets', 'index-0a1b2c.js'), `document.title = '${app}';`);
  }
  return dist;
}

const listening = (server: Server, port: number) =>
  new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, 'localhost', resolve);
  });

const closed = (server: Server) =>
  new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
