import { readFile } from 'node:fs/promises';
import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { PublicAppealReceipt } from '@beian/contracts/appeals.ts';
import { problems, type ProblemCode } from '@beian/contracts/problems.ts';
import { evidenceLimitBytes } from '@beian/contracts/vocabulary.ts';
import { serviceToken } from '@beian/service-kit/actor.ts';
import { newId } from '@beian/service-kit/ids.ts';
import { serviceSecret, tokenOf, aPersonalUser } from '@beian/testkit/actors.ts';
import { aCaptcha } from '@beian/testkit/captcha.ts';
import { expectProblem } from '@beian/testkit/expect-problem.ts';
import { aFront, type Front } from '@beian/testkit/front.ts';
import { files, json, unitPapers } from '@beian/testkit/registration.ts';
import { fromOurPage, signIn } from '@beian/testkit/sign-in.ts';

let front: Front;
let cookie: string;
beforeAll(async () => {
  front = await aFront();
  cookie = await signIn(front.baseUrl, { username: 'zhangwei', password: 'beian-demo', as: 'personal' });
});
afterAll(() => front.stop());

const ask = (path: string, init: RequestInit = {}) =>
  fetch(new URL(path, front.baseUrl), { redirect: 'manual', ...init });

describe('the gateway', () => {
  it('hands requests on with the rights of the session or of the token', async () => {
    expect(await json(await ask('/api/me', { headers: { cookie } }))).toMatchObject({ kind: 'personal' });
    expect(await json(await ask('/api/units', { headers: { cookie } }))).toEqual({ items: [] });
    const authorization = `Bearer ${await tokenOf(aPersonalUser())}`;
    expect(await json(await ask('/api/units', { headers: { authorization } }))).toEqual({ items: [] });
    await expectProblem(await ask('/api/units'), { status: 401, code: 'auth.required' });
  });

  it('lets no cache keep an answer unless its service says so', async () => {
    const kept = async (path: string) => (await ask(path, { headers: { cookie } })).headers.get('cache-control');
    for (const path of ['/api/me', '/api/units', `/api/units/${newId()}`]) expect(await kept(path)).toBe('no-store');
    expect(await kept('/api/divisions')).toBe('public, max-age=3600');
  });

  it('accepts no token that is expired, foreign or of a service', async () => {
    const expired = await tokenOf(aPersonalUser(), '-1s');
    const [head, body] = expired.split('.');
    for (const token of [expired, `${head}.${body}.AAAA`, 'rubbish', await serviceToken('filing', serviceSecret)]) {
      const response = await ask('/api/units', { headers: { authorization: `Bearer ${token}` } });
      await expectProblem(response, { status: 401, code: 'auth.token-invalid' });
    }
    await expectProblem(await ask('/api/units', { headers: { cookie: 'beian_session=guessed' } }), {
      status: 401,
      code: 'auth.required',
    });
  });

  it('has one effect and one answer of a request that is sent 20 times at once and three more under its key', async () => {
    const me = await json<{ accountId: string }>(await ask('/api/me', { headers: { cookie } }));
    const attachments = await unitPapers(front.platform, { ...aPersonalUser(), accountId: me.accountId });
    const unit = { uscc: '91350100M000100Y43', type: 'enterprise', name: '福州某公司', headName: '王芳', attachments };
    const headers = {
      ...fromOurPage(front.baseUrl, cookie),
      'content-type': 'application/json',
      'idempotency-key': newId(),
    };
    const send = (body: object) => ask('/api/units', { method: 'POST', headers, body: JSON.stringify(body) });
    const answers = await Promise.all(Array.from({ length: 20 }, () => send(unit)));
    for (let again = 0; again < 3; again += 1) answers.push(await send(unit));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    expect(new Set(await Promise.all(answers.map((answer) => answer.text()))).size).toBe(1);
    await expectProblem(await send({ ...unit, name: '另一名称' }), { status: 422, code: 'idempotency.conflict' });
    const { items } = await json<{ items: unknown[] }>(await ask('/api/units', { headers: { cookie } }));
    expect(items).toHaveLength(1);
  });

  it('hands an appeal without sign-in to filing, with evidence up to its limit', async () => {
    const form = new FormData();
    const whole = '%PDF-1.4\n%%EOF\n';
    const pdf = whole.replace('\n', `\n${'%'.repeat(evidenceLimitBytes - 1 - whole.length)}`);
    const said = {
      ground: 'login',
      countyCode: '440305',
      description: '无法登录',
      contactName: '周敏',
      contactPhone: '13800138004',
      captcha: await aCaptcha(front.publicQuery, 'appeal'),
    };
    for (const [name, value] of Object.entries(said)) form.set(name, value);
    form.set('file', new File([pdf], '证明.pdf'));
    const answer = await ask('/api/public/appeals', { method: 'POST', body: form });
    const { number, trackingCode } = await json<PublicAppealReceipt>(answer, 201);
    const headers = { 'content-type': 'application/json' };
    const withCode = { method: 'POST', headers, body: JSON.stringify({ trackingCode }) };
    const shown = await json(await ask('/api/public/appeals/tracking', withCode));
    expect(shown).toMatchObject({ number, organ: { code: '440305' } });
    await expectProblem(await ask('/api/appeals/claim', withCode), { status: 401, code: 'auth.required' });
  });

  it('shows nothing internal and nothing that is not there', async () => {
    for (const path of [
      `/internal/documents?ids=${newId()}`,
      '/internal/sessions/resolve',
      '/api/../internal/organs/440305',
      '/api/meadow',
      '/api/nothing',
    ]) {
      const response = await ask(path, { headers: { cookie } });
      await expectProblem(response, { status: 404, code: 'not-found' });
    }
  });

  it('says of a method that an address does not take which it takes, and of a body what it should be', async () => {
    const wrong = await ask('/api/units', { method: 'PATCH' });
    expect(wrong.headers.get('allow')).toBe('GET, HEAD, POST');
    await expectProblem(wrong, { status: 405, code: 'request.method' });
    await expectProblem(await ask('/api/nothing', { method: 'PATCH' }), { status: 404, code: 'not-found' });
    // What fetch refuses to send was no service's failure either.
    const traced = await new Promise<number | undefined>((resolve, reject) => {
      const sent = request(new URL('/api/units', front.baseUrl), { method: 'TRACE' }, (answer) => {
        answer.resume();
        resolve(answer.statusCode);
      });
      sent.once('error', reject).end();
    });
    expect(traced).toBe(405);
    const headers = { ...fromOurPage(front.baseUrl, cookie), 'content-type': 'text/plain' };
    const typed = await ask('/api/units', { method: 'POST', headers, body: '{}' });
    await expectProblem(typed, { status: 415, code: 'request.media-type' });
  });

  it('refuses writes that other sites make with the cookie, and lets reads and programs pass', async () => {
    const write = (headers: Record<string, string>) => ask(`/api/drafts/${newId()}`, { method: 'DELETE', headers });
    const foreign = { 'sec-fetch-site': 'cross-site' };
    await expectProblem(await write({ cookie, ...foreign }), { status: 403, code: 'auth.cross-site' });
    await expectProblem(await write({ cookie, origin: 'https://evil.example' }), {
      status: 403,
      code: 'auth.cross-site',
    });
    const silent = { cookie, 'sec-fetch-site': 'same-origin' };
    await expectProblem(await write(silent), { status: 403, code: 'auth.cross-site' });
    await expectProblem(await write({ cookie, 'x-requested-with': 'beian' }), { status: 403, code: 'auth.cross-site' });
    expect((await write({ ...silent, 'x-requested-with': 'beian' })).status).toBe(204);
    expect((await write(fromOurPage(front.baseUrl, cookie))).status).toBe(204);
    expect((await ask('/api/units', { headers: { cookie, ...foreign } })).status).toBe(200);
  });

  it.each([
    { expect: '100-continue' },
    { upgrade: 'websocket' },
    { connection: 'Upgrade', upgrade: 'websocket' },
    { connection: 'close, x-request-id, authorization', te: 'trailers', 'proxy-authorization': 'Basic eDp5' },
  ])('keeps to itself what a client says of its connection: %j', async (headers) => {
    const authorization = `Bearer ${await tokenOf(aPersonalUser())}`;
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const asking = request(new URL('/api/units', front.baseUrl), { headers: { ...headers, authorization } });
      asking.on('response', (response) => resolve(response.resume().statusCode)).on('error', reject);
      asking.end();
    });
    expect(status).toBe(200);
  });

  it('gives every answer an id, and takes the caller’s own', async () => {
    const given = 'trace-0123456789';
    const response = await ask('/api/units', { headers: { 'x-request-id': given } });
    expect(response.headers.get('x-request-id')).toBe(given);
    expect((await response.json()) as object).toMatchObject({ requestId: given, instance: '/api/units' });
    expect((await ask('/api/units')).headers.get('x-request-id')).toMatch(/^[\w-]{8,64}$/);
  });

  it('streams files both ways', async () => {
    const bytes = await readFile(files.pdf);
    const body = new FormData();
    body.set('kind', 'business_licence');
    body.set('file', new File([bytes], '营业执照.pdf'));
    const stored = await json<{ id: string }>(
      await ask('/api/documents', { method: 'POST', headers: fromOurPage(front.baseUrl, cookie), body }),
      201,
    );
    const content = await ask(`/api/documents/${stored.id}/content`, { headers: { cookie } });
    expect(Buffer.from(await content.arrayBuffer()).equals(bytes)).toBe(true);
    // The page's own policy would let a file of a stranger run.
    expect(content.headers.get('content-security-policy')).toMatch(/^sandbox;/);
    expect(content.headers.get('x-content-type-options')).toBe('nosniff');
    expect(content.headers.get('content-disposition')).toMatch(/^attachment;/);
  });

  it('serves the apps, their assets for ever, and every path of theirs as a page', async () => {
    const portal = await ask('/applications/123');
    expect(await portal.text()).toContain('<title>portal</title>');
    expect(portal.headers.get('cache-control')).toBe('no-cache');
    expect(portal.headers.get('content-security-policy')).toContain("script-src 'self'");
    expect((await ask('/review')).headers.get('location')).toBe('/review/');
    expect(await (await ask('/review/tasks/1')).text()).toContain('<title>review</title>');
    const asset = await ask('/review/assets/index-0a1b2c.js');
    expect(asset.headers.get('cache-control')).toContain('immutable');
    expect(await asset.text()).toContain('review');
    for (const path of ['/public', '/public/faq?q=1', '/public/verify/440305000000001']) {
      const page = await ask(path);
      expect(await page.text()).toContain('<title>portal/public</title>');
      expect(page.headers.get('cache-control')).toBe('no-cache');
    }
    expect((await ask('/public/assets/index-0a1b2c.js')).headers.get('cache-control')).toContain('immutable');
    await expectProblem(await ask('/public/assets/missing.js'), { status: 404, code: 'not-found' });
    await expectProblem(await ask('/assets/missing.js'), { status: 404, code: 'not-found' });
  });

  it('explains every problem of the catalogue', async () => {
    for (const code of Object.keys(problems)) {
      const page = await (await ask(`/problems/${code}`)).text();
      expect(page).toContain(problems[code as ProblemCode].title.zh.slice(0, 4));
      expect(page).toContain(`<code>${code}</code>`);
    }
    await expectProblem(await ask('/problems/no-such-thing'), { status: 404, code: 'not-found' });
  });
});

describe('under load and when services are away', () => {
  it('limits what one address may ask, and says when to come back', async () => {
    const limited = await aFront({ limits: { LIMIT_PUBLIC: 3, LIMIT_SIGN_IN: 2 } });
    try {
      const challenge = () => fetch(new URL('/api/public/challenges', limited.baseUrl), { method: 'POST' });
      for (let i = 0; i < 3; i += 1) expect((await challenge()).status).toBe(201);
      const refused = await challenge();
      const problem = await expectProblem(refused.clone(), { status: 429, code: 'request.too-many' });
      expect(problem.detail).toMatch(/\d+/);
      expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
      expect((await fetch(new URL('/api/templates', limited.baseUrl))).status).toBe(200);
      const login = () => fetch(new URL('/auth/login', limited.baseUrl), { redirect: 'manual' });
      expect([(await login()).status, (await login()).status, (await login()).status]).toEqual([302, 302, 429]);
    } finally {
      await limited.stop();
    }
  });

  it('is ready only when all behind it are', async () => {
    // Every check has a second or two, which a busy machine may need for another.
    await vi.waitFor(async () => {
      expect(await json(await ask('/readyz'))).toMatchObject({ service: 'gateway', ready: true });
    }, 60_000);
    const lame = await aFront();
    try {
      await lame.stopProvider();
      const state = await json<Record<string, unknown>>(await fetch(new URL('/readyz', lame.baseUrl)), 503);
      expect(state).toMatchObject({ ready: false });
      expect(JSON.stringify(state)).toContain('sign-in');
    } finally {
      await lame.stop();
    }
  });
});
