import { OpenAPIHono, z } from '@hono/zod-openapi';
import type { Context, MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { HTTPException } from 'hono/http-exception';
import { methodNotAllowed } from 'hono/method-not-allowed';
import { routePath } from 'hono/route';
import { problems, type ProblemCode } from '@beian/contracts/problems.ts';
import { authenticate, idOf, viaOf, type Actor, type VerifyActor } from './actor.ts';
import { isDatabaseAway } from './database.ts';
import { readiness, type Check } from './health.ts';
import { newId } from './ids.ts';
import type { Log } from './log.ts';
import type { Metrics } from './metrics.ts';
import { Problem, problem, problemResponse, saysRetryAfter } from './problem.ts';

export type AppEnv = { Variables: { actor: Actor; token: string; requestId: string; log: Log } };
export type App = OpenAPIHono<AppEnv>;

export const defaultBodyLimit = 1_048_576;

type AppOptions = {
  service: string;
  log: Log;
  verifyActor: VerifyActor;
  checks?: Readonly<Record<string, Check>>;
  /** How long a check may take, for who asks services that ask others: longer than they take themselves. */
  checkPatienceMs?: number;
  metrics?: Metrics;
  /** Headers of every answer, refusals and health included. */
  headers?: MiddlewareHandler;
  /** Bytes; routes that take files raise it, for all of the service or for their own path. */
  bodyLimit?: number | ((path: string) => number);
  /** False for who hands requests on: what its addresses take is for others to say. Otherwise another method is 405 with `Allow`. */
  ownsItsPaths?: boolean;
};

/** A router whose contract failures become `request.invalid`. Use it for the routes of one noun, mounted with `app.route('/', …)`. */
export const createRoutes = (): App =>
  new OpenAPIHono<AppEnv>({
    defaultHook: (result) => {
      if (!result.success) throw problem('request.invalid', { issues: result.error.issues });
    },
  });

/** The stack that every service has: request id, access log, actor, errors as problem details, health, metrics, OpenAPI. */
export function createApp(options: AppOptions): App {
  const { service, log, metrics, verifyActor } = options;
  const app = createRoutes();

  app.use(async (c, next) => {
    const given = c.req.header('x-request-id');
    const requestId = given && /^[\w-]{8,64}$/.test(given) ? given : newId();
    c.set('requestId', requestId);
    c.set('log', log.child({ requestId }));
    c.header('x-request-id', requestId);
    const started = performance.now();
    await next();
    const ms = performance.now() - started;
    // The pattern of the handler that answered, not the path: ids are fine, but queries and numbers stay out of logs.
    const route = routePath(c);
    metrics?.observe(c.req.method, route, c.res.status, ms / 1000);
    const code = c.error instanceof Problem ? c.error.code : undefined;
    const said = { method: c.req.method, route, status: c.res.status, code, ...whoOf(c.get('actor')) };
    c.var.log.info({ ...said, ms: Math.round(ms) }, 'request');
  });

  if (options.headers) app.use(options.headers);
  app.get('/livez', (c) => c.json({ live: true, service }));
  app.get('/readyz', async (c) => {
    const state = await readiness(options.checks ?? {}, options.checkPatienceMs);
    return c.json({ service, ...state }, state.ready ? 200 : 503);
  });
  app.get('/metrics', async (c) =>
    c.text((await metrics?.registry.metrics()) ?? '', 200, {
      'content-type': metrics?.registry.contentType ?? 'text/plain',
    }),
  );
  app.doc31('/openapi.json', { openapi: '3.1.0', info: { title: `beian ${service}`, version: '1' } });

  const { bodyLimit: limits = defaultBodyLimit } = options;
  app.use((c, next) => {
    const limit = typeof limits === 'number' ? limits : limits(c.req.path);
    const onError = () => {
      throw problem('request.too-large', { params: { limit } });
    };
    return bodyLimit({ maxSize: limit, onError })(c, next);
  });
  app.use(authenticate(verifyActor));
  if (options.ownsItsPaths ?? true) app.use(methodNotAllowed({ app, onMethodNotAllowed: refuseMethod }));

  app.notFound((c) => problemResponse(c, problem('not-found')));
  app.onError((error, c) => {
    if (error instanceof Problem) {
      if (problems[error.code].status >= 500)
        c.var.log.error({ err: error.cause ?? error, code: error.code }, 'problem');
      return problemResponse(c, error);
    }
    if (isDatabaseAway(error)) {
      c.var.log.error({ err: error }, 'database away');
      const service = { zh: '数据库', en: 'The database' };
      return problemResponse(c, problem('upstream.unavailable', { params: { service }, cause: error }));
    }
    if (error instanceof z.ZodError) return problemResponse(c, problem('request.invalid', { issues: error.issues }));
    if (error instanceof HTTPException && error.status === 415)
      return problemResponse(c, problem('request.media-type'));
    if (error instanceof HTTPException && error.status < 500) return problemResponse(c, problem('request.malformed'));
    c.var.log.error({ err: error }, 'unexpected failure');
    return problemResponse(c, problem('internal', { cause: error }));
  });
  return app;
}

/** 405 with the methods that the address takes. */
export const refuseMethod = (c: Context<AppEnv>, methods: string[]): Response => {
  const allowed = methods.join(', ');
  const response = problemResponse(c, problem('request.method', { params: { allowed } }));
  response.headers.set('allow', allowed);
  return response;
};

/** Who asked, as a log may say it: an id or the name of a service, and the program's credential. Refusals are found by it. */
function whoOf(actor: Actor | undefined): { by: string | undefined; via?: string } {
  if (actor === undefined) return { by: undefined }; // refused before anybody looked at the token
  const via = viaOf(actor)?.credentialId;
  return { by: idOf(actor) ?? actor.kind, ...(via ? { via } : {}) };
}

/** RFC 9457 body as the OpenAPI document shows it. */
export const ProblemBody = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    instance: z.string(),
    code: z.string(),
    requestId: z.string(),
    errors: z.array(z.object({ pointer: z.string(), code: z.string(), message: z.string() })).optional(),
  })
  .openapi('Problem');

type Header = { required: true; description: string; schema: { type: 'integer'; minimum: number } };
type RetryAfter = { headers?: Record<string, Header> };
type ProblemResponse = RetryAfter & {
  description: string;
  content: { 'application/problem+json': { schema: typeof ProblemBody } };
};
type StatusOf<Code extends ProblemCode> = (typeof problems)[Code]['status'];

/** The header that goes with 429 and 503, as the OpenAPI document shows it; nothing for any other status. */
export const retryAfterHeader = (status: number): RetryAfter =>
  saysRetryAfter(status)
    ? {
        headers: { 'Retry-After': { required: true, description: 'seconds', schema: { type: 'integer', minimum: 0 } } },
      }
    : {};

/** The `responses` of a route for the problems that it may answer with: one entry per status, naming the codes. */
export function problemResponses<Code extends ProblemCode>(...codes: Code[]): Record<StatusOf<Code>, ProblemResponse> {
  const byStatus = new Map<number, ProblemCode[]>();
  for (const code of codes) byStatus.set(problems[code].status, [...(byStatus.get(problems[code].status) ?? []), code]);
  return Object.fromEntries(
    [...byStatus].map(([status, all]) => [
      status,
      {
        description: all.join(', '),
        ...retryAfterHeader(status),
        content: { 'application/problem+json': { schema: ProblemBody } },
      },
    ]),
  ) as Record<StatusOf<Code>, ProblemResponse>;
}
