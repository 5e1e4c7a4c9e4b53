import { createRoute, z } from '@hono/zod-openapi';
import { beforeEach, describe, expect, it } from 'vitest';
import { requireStaff, type Actor } from './actor.ts';
import { createApp, createRoutes } from './create-app.ts';
import { createLog, type Log } from './log.ts';
import { createMetrics } from './metrics.ts';
import { problem } from './problem.ts';

type Line = { msg: string; route?: string; err?: unknown; [key: string]: unknown };
let lines: Line[];
const metrics = createMetrics('test');
const listening = (): Log => {
  const log = createLog({ service: 'test' });
  const keep =
    (level: 'info' | 'warn' | 'error') =>
    (fields: unknown, msg: string): void =>
      void lines.push({ ...(fields as object), level, msg });
  return Object.assign(Object.create(log) as Log, {
    child: () => listening(),
    info: keep('info'),
    warn: keep('warn'),
    error: keep('error'),
  });
};

const create = createRoute({
  method: 'post',
  path: '/api/cameras/{id}',
  request: {
    params: z.object({ id: z.coerce.number().int() }),
    body: {
      required: true,
      content: { 'application/json': { schema: z.strictObject({ name: z.string().max(5), days: z.int().min(1) }) } },
    },
  },
  responses: { 200: { description: 'ok' } },
});
const filer: Actor = { kind: 'personal', accountId: crypto.randomUUID(), signedInAt: '2026-11-30T08:00:00Z' };
const program: Actor = { ...filer, via: { credentialId: crypto.randomUUID() } };
const app = () =>
  createApp({
    service: 'test',
    log: listening(),
    metrics,
    verifyActor: (token) =>
      ({ theirs: Promise.resolve(filer), 'their program': Promise.resolve(program) })[token] ??
      Promise.reject(problem('auth.token-invalid')),
    checks: { database: () => Promise.reject(new Error('no database')) },
    bodyLimit: 200,
  }).route(
    '/',
    createRoutes()
      .openapi(create, (c) => c.json(c.req.valid('json')))
      .get('/staff', (c) => c.json(requireStaff(c.var.actor)))
      .get('/broken', () => {
        throw new Error('a secret of the inside');
      }),
  );
const post = (body: string, headers: Record<string, string> = {}) =>
  app().request('/api/cameras/1', {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  });
beforeEach(() => {
  lines = [];
});

describe('an error', () => {
  it('is problem details with a pointer for each field, in Chinese unless English is asked for', async () => {
    const body = JSON.stringify({ name: '太长的名字了', days: 0, extra: 1 });
    const zh = await post(body);
    expect(zh.status).toBe(422);
    expect(zh.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    const problemZh = (await zh.json()) as { title: string; errors: { pointer: string; message: string }[] };
    expect(problemZh.errors.map((error) => error.pointer)).toEqual(['/name', '/days', '/extra']);
    for (const { message } of problemZh.errors) expect(message).toMatch(/\p{Script=Han}/u);
    const en = await post(body, { 'accept-language': 'en-GB,en;q=0.9' });
    expect(en.headers.get('content-language')).toBe('en');
    const problemEn = (await en.json()) as typeof problemZh;
    for (const { message } of problemEn.errors) expect(message).not.toMatch(/\p{Script=Han}/u);
  });

  it.each([
    ['a body that is no JSON', '{', {}, 400, 'request.malformed'],
    ['a body too large', JSON.stringify({ name: 'a'.repeat(300) }), {}, 413, 'request.too-large'],
    ['a token that is none', '{}', { authorization: 'Bearer x' }, 401, 'auth.token-invalid'],
    ['a body of another type', '{}', { 'content-type': 'text/plain' }, 415, 'request.media-type'],
  ])('for %s', async (_what, body, headers, status, code) => {
    const response = await post(body, headers);
    expect({ status: response.status, ...((await response.json()) as object) }).toMatchObject({ status, code });
  });

  it('of the inside shows nothing of it, and is in the log with the request’s id', async () => {
    const response = await app().request('/broken', { headers: { 'x-request-id': 'request-0001' } });
    const text = await response.text();
    expect(response.status).toBe(500);
    expect(text).not.toContain('secret');
    expect(text).toContain('request-0001');
    expect(lines.some((line) => line['level'] === 'error' && line.err instanceof Error)).toBe(true);
  });

  it('of rights is in the log with its code, and with who asked where that is known', async () => {
    const ask = (token: string) => app().request('/staff', { headers: { authorization: `Bearer ${token}` } });
    expect((await ask('theirs')).status).toBe(403);
    const refused = { msg: 'request', route: '/staff', status: 403, code: 'auth.forbidden', by: filer.accountId };
    expect(lines.at(-1)).toMatchObject(refused);
    expect(lines.at(-1)).not.toHaveProperty('via');
    expect((await ask('their program')).status).toBe(403);
    expect(lines.at(-1)).toMatchObject({ ...refused, via: program.via?.credentialId });
    expect((await ask('guessed')).status).toBe(401);
    expect(lines.at(-1)).toMatchObject({ status: 401, code: 'auth.token-invalid', by: undefined });
    expect((await app().request('/staff')).status).toBe(401);
    expect(lines.at(-1)).toMatchObject({ status: 401, code: 'auth.required', by: 'nobody' });
  });

  it('for an address that nobody serves is not found', async () => {
    expect(await (await app().request('/api/nothing')).json()).toMatchObject({ status: 404, code: 'not-found' });
  });
});

it('a method that an address does not take is refused with those that it takes', async () => {
  const response = await app().request('/api/cameras/1', { method: 'PUT' });
  expect(response.headers.get('allow')).toBe('POST');
  expect(await response.json()).toMatchObject({ status: 405, code: 'request.method' });
});

describe('every service', () => {
  it('is alive, says what it lacks, and counts by the pattern of its routes', async () => {
    expect((await app().request('/livez')).status).toBe(200);
    const ready = await app().request('/readyz');
    expect(ready.status).toBe(503);
    expect(await ready.json()).toEqual({ service: 'test', ready: false, checks: { database: 'no database' } });
    await post(JSON.stringify({ name: 'a', days: 1 }));
    expect(lines.at(-1)).toMatchObject({ msg: 'request', method: 'POST', route: '/api/cameras/:id', status: 200 });
    const text = await (await app().request('/metrics')).text();
    expect(text).toMatch(/beian_http_request_seconds_count\{[^}]*route="\/api\/cameras\/:id",status="200"\} 1/);
    expect(text).not.toContain('/api/cameras/1"');
  });

  it('takes the request id of the caller when it looks like one', async () => {
    const of = async (given: string) =>
      (await app().request('/livez', { headers: { 'x-request-id': given } })).headers.get('x-request-id');
    expect(await of('abc-12345')).toBe('abc-12345');
    expect(await of('x')).not.toBe('x');
    expect(await of('<script>alert(1)</script>')).toMatch(/^[0-9a-f-]{36}$/);
  });
});
