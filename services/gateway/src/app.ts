import type { MiddlewareHandler } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import { evidenceLimitBytes } from '@beian/contracts/vocabulary.ts';
import { verifyActorToken } from '@beian/service-kit/actor.ts';
import { createApp } from '@beian/service-kit/create-app.ts';
import type { Check } from '@beian/service-kit/health.ts';
import type { Log } from '@beian/service-kit/log.ts';
import type { Metrics } from '@beian/service-kit/metrics.ts';
import { problem } from '@beian/service-kit/problem.ts';
import { sessionCookieOf } from '@beian/service-kit/session-cookie.ts';
import type { Config } from './config.ts';
import { documentationRoutes } from './documentation/documentation.routes.ts';
import { forward } from './forwarding/forward.ts';
import { tokenPath } from './forwarding/routes.table.ts';
import { trustedProxies } from './limits/client-address.ts';
import type { LimitStore } from './limits/limit-store.ts';
import { rateLimits } from './limits/rate-limits.ts';
import { problemPage } from './pages/problem-page.ts';
import { webApps } from './pages/web-apps.ts';
import { refuseCrossSite } from './sessions/cross-site.ts';
import { sessionTokens } from './sessions/session-tokens.ts';

/** Two ids, a secret and three words. */
const tokenRequestBytes = 8192;

/** Durations that tests shorten, and the word to end what would go on. */
type Options = {
  log: Log;
  limitStore: LimitStore;
  metrics?: Metrics;
  timeoutMs?: number;
  sessionCheckMs?: number;
  stopping?: AbortSignal;
};

/** What the gateway serves: the API of all services on one origin, its documentation, the web apps, the platform's readiness. */
export function createGatewayApp(config: Config, { log, limitStore, metrics, ...options }: Options) {
  const urls = {
    identity: config.IDENTITY_URL,
    documents: config.DOCUMENTS_URL,
    filing: config.FILING_URL,
    'public-query': config.PUBLIC_QUERY_URL,
    notifications: config.NOTIFICATIONS_URL,
  };
  const verify = verifyActorToken({ serviceSecret: config.SERVICE_SECRET, identityUrl: config.IDENTITY_URL });
  const sessions = sessionTokens({ identityUrl: config.IDENTITY_URL, serviceSecret: config.SERVICE_SECRET });
  const sessionCookie = sessionCookieOf(config.PUBLIC_BASE_URL);
  const app = createApp({
    service: 'gateway',
    log,
    ...(metrics ? { metrics } : {}),
    checkPatienceMs: servicePatienceMs + 100,
    checks: readyChecks({ ...urls, workflows: config.WORKFLOWS_URL, 'sign-in': config.SSO_URL }),
    headers: securityHeaders(config.PUBLIC_BASE_URL),
    bodyLimit: (path) => (path === tokenPath ? tokenRequestBytes : evidenceLimitBytes + 65_536),
    ownsItsPaths: false,
    // Services speak to each other directly: from outside a service's token is nobody's.
    verifyActor: async (token) => {
      const actor = await verify(token);
      if (actor.kind === 'service') throw problem('auth.token-invalid');
      return actor;
    },
  });
  const perMinute = {
    general: config.LIMIT_GENERAL,
    signIn: config.LIMIT_SIGN_IN,
    tokens: config.LIMIT_TOKENS,
    tokensOfCredential: config.LIMIT_TOKENS_OF_CREDENTIAL,
    sharing: config.LIMIT_SHARING,
    publicQuery: config.LIMIT_PUBLIC,
    uploads: config.LIMIT_UPLOADS,
  };
  const limits = rateLimits(perMinute, limitStore, trustedProxies(config.TRUSTED_PROXIES));
  for (const path of ['/api/*', '/auth/*']) app.use(path, limits, refuseCrossSite(config.PUBLIC_BASE_URL));
  app.route('/', documentationRoutes(urls, config.PUBLIC_BASE_URL));
  const { timeoutMs = 30_000, sessionCheckMs = 20_000, stopping = new AbortController().signal } = options;
  for (const path of ['/api/*', '/auth/*']) {
    app.all(path, async (c) => {
      const answer = await forward(c, { urls, sessionCookie, sessions, timeoutMs, sessionCheckMs, stopping });
      // What a service says nothing of may be about somebody: it stays in no cache.
      if (!answer.headers.has('cache-control')) answer.headers.set('cache-control', 'no-store');
      return answer;
    });
  }
  app.all('/internal/*', () => {
    throw problem('not-found');
  });
  app.get('/problems/:code', (c) => {
    const page = problemPage(c.req.param('code'));
    if (!page) throw problem('not-found');
    return c.html(page);
  });
  app.route('/', webApps({ portalDist: config.PORTAL_DIST, reviewDist: config.REVIEW_DIST }));
  return app;
}

/** A service waits less for what is behind it, and so has the time to say what hangs. */
const servicePatienceMs = 2400;

const readyChecks = (urls: Record<string, string>): Record<string, Check> =>
  Object.fromEntries(
    Object.entries(urls).map(([name, url]) => [
      name,
      async () => {
        const response = await fetch(new URL('/readyz', url), { signal: AbortSignal.timeout(servicePatienceMs) });
        if (!response.ok) throw new Error((await response.text()).slice(0, 200));
        await response.body?.cancel();
      },
    ]),
  );

/** What a service says of its own answer stays: a file that it puts in a sandbox does not come out of it here. */
const securityHeaders = (publicBaseUrl: string): MiddlewareHandler => {
  const ours = pageHeaders(publicBaseUrl);
  const name = 'content-security-policy';
  return async (c, next) => {
    let own: string | null = null;
    await ours(c, async () => {
      await next();
      own = c.res.headers.get(name);
    });
    if (own !== null) c.res.headers.set(name, own);
  };
};

// Ant Design writes its styles into the page; the captcha works in a worker made from a blob; files are looked at in a frame.
const pageHeaders = (publicBaseUrl: string) =>
  secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'self'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'", "'unsafe-inline'"],
      imgSrc: ["'self'", 'data:', 'blob:'],
      workerSrc: ["'self'", 'blob:'],
      frameSrc: ["'self'", 'blob:'],
      objectSrc: ["'none'"],
      frameAncestors: ["'self'"],
      formAction: ["'self'"],
      baseUri: ["'none'"],
    },
    xFrameOptions: 'SAMEORIGIN',
    // Whoever reaches the platform over plain HTTP, on one machine, must not be sent elsewhere for a year.
    strictTransportSecurity: publicBaseUrl.startsWith('https:') ? 'max-age=31536000; includeSubDomains' : false,
    permissionsPolicy: { camera: [], microphone: [], geolocation: [] },
  });
