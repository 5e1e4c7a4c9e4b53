import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Me } from '@beian/contracts/accounts.ts';
import { serviceToken, type Actor } from '@beian/service-kit/actor.ts';
import { personHashes } from '@beian/service-kit/person-hash.ts';
import { seededPeople } from '@beian/sso/people.ts';
import { aPersonalUser, bearer, serviceSecret, testVerifier } from '@beian/testkit/actors.ts';
import { expectProblem } from '@beian/testkit/expect-problem.ts';
import { aFront, type Front } from '@beian/testkit/front.ts';
import { json } from '@beian/testkit/registration.ts';
import { fromOurPage, signIn, untilCallback, type Credentials } from '@beian/testkit/sign-in.ts';
import { beginSignIn, safeReturnTo } from './begin-sign-in.ts';
import { completeSignIn } from './complete-sign-in.ts';

let now = new Date();
let front: Front;
beforeAll(async () => {
  front = await aFront({ clock: { now: () => now } });
});
afterAll(() => front.stop());

const password = 'beian-demo';
const zhangwei: Credentials = { username: 'zhangwei', password, as: 'personal' };
const me = (cookie: string) => fetch(new URL('/api/me', front.baseUrl), { headers: { cookie } });
const resolve = async (cookie: string, headers?: Record<string, string>, more: object = {}) =>
  front.platform.identityApp.request('/internal/sessions/resolve', {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(headers ?? { authorization: `Bearer ${await serviceToken('gateway', serviceSecret)}` }),
    },
    body: JSON.stringify({ sessionId: /beian_session=([^;]+)/.exec(cookie)?.[1] ?? 'none', ...more }),
  });
const comeBack = (callback: string, cookie: string) => fetch(callback, { redirect: 'manual', headers: { cookie } });
const expectRefused = (response: Response) => {
  expect(response.headers.get('location')).toBe('/?problem=auth.sign-in-failed');
  expect(response.headers.getSetCookie().join()).not.toContain('beian_session');
};

describe('signing in', () => {
  it.each([
    [zhangwei, { kind: 'personal', displayName: '张*', roles: [] }],
    [
      { username: 'legal-fz', password, as: 'legal' } as const,
      { kind: 'legal_person', displayName: '林*栋', uscc: '91350100M000100Y43', unitName: '福州云图科技有限公司' },
    ],
    [
      { username: 'reviewer-nanshan-1', password, as: 'staff' } as const,
      { kind: 'staff', roles: ['reviewer'], organ: { code: '440305', name: '深圳市公安局南山分局', level: 'county' } },
    ],
  ])('as $as leads to the account, its name masked', async (who, expected) => {
    const answer = await json<Me>(await me(await signIn(front.baseUrl, who)));
    expect(answer).toMatchObject(expected);
    for (const { claims } of seededPeople) expect(JSON.stringify(answer)).not.toContain(claims.id_number);
  });

  it('is asked of whoever has not, and tells nothing of who never did', async () => {
    const ask = async (headers: Record<string, string>) => front.platform.identityApp.request('/api/me', { headers });
    await expectProblem(await ask({}), { status: 401, code: 'auth.required' });
    await expectProblem(await ask(await bearer(aPersonalUser())), { status: 404, code: 'not-found' });
    const service = { authorization: `Bearer ${await serviceToken('filing', serviceSecret)}` };
    await expectProblem(await ask(service), { status: 403, code: 'auth.forbidden' });
  });

  it('again is the same account', async () => {
    const [first, second] = [await signIn(front.baseUrl, zhangwei), await signIn(front.baseUrl, zhangwei)];
    expect(second).not.toBe(first);
    expect((await json<Me>(await me(first))).accountId).toBe((await json<Me>(await me(second))).accountId);
  });

  it('sets a cookie that scripts and other sites cannot use', async () => {
    const { callback, cookie } = await untilCallback(front.baseUrl, zhangwei);
    const response = await comeBack(callback, cookie);
    const session = response.headers.getSetCookie().find((line) => line.startsWith('beian_session='));
    expect(session).toMatch(/; Max-Age=43200; Path=\/; HttpOnly; SameSite=Lax$/i);
    expect(response.headers.get('location')).toBe('/');
  });

  it('keeps names, phones and ID numbers sealed', async () => {
    await signIn(front.baseUrl, zhangwei);
    const em = front.platform.identity.orm.em.fork();
    for (const table of ['account', 'session', 'sign_in', 'outbox', 'audit_entry']) {
      const [row] = await em.execute<{ all: string | null }[]>(`select string_agg(t::text, ' ') "all" from ${table} t`);
      for (const { claims } of seededPeople) {
        for (const personal of [claims.name, claims.phone_number, claims.id_number, claims.sub]) {
          expect(row?.all ?? '').not.toContain(personal);
          expect(row?.all ?? '').not.toContain(Buffer.from(personal).toString('hex'));
        }
      }
    }
  });

  it('with a wrong password, or through another door, goes no further than the form', async () => {
    await expect(signIn(front.baseUrl, { ...zhangwei, password: 'wrong' })).rejects.toThrow('401 at /interaction');
    await expect(signIn(front.baseUrl, { ...zhangwei, as: 'staff' })).rejects.toThrow('401 at /interaction');
  });

  it('is refused with another state, in another browser, and a second time', async () => {
    const { callback, cookie } = await untilCallback(front.baseUrl, zhangwei);
    const tampered = new URL(callback);
    tampered.searchParams.set('state', 'another');
    expectRefused(await comeBack(tampered.toString(), cookie));
    expectRefused(await comeBack(callback, ''));
    expectRefused(await comeBack(callback, (await untilCallback(front.baseUrl, zhangwei)).cookie));
    expect((await comeBack(callback, cookie)).headers.get('location')).toBe('/');
    expectRefused(await comeBack(callback, cookie));
  });

  it('is refused when the browser went through another door than it began with', async () => {
    const reviewer: Credentials = { username: 'reviewer-nanshan-1', password, as: 'personal' };
    const { callback, cookie } = await untilCallback(front.baseUrl, reviewer, (url) => {
      url.searchParams.set('as', 'staff');
      return url;
    });
    expectRefused(await comeBack(callback, cookie));
  });

  it('is refused after ten minutes', async () => {
    const began = now;
    const { callback, cookie } = await untilCallback(front.baseUrl, zhangwei);
    now = new Date(began.getTime() + 10 * 60_000);
    expectRefused(await comeBack(callback, cookie));
    now = began;
  });

  it.each([
    ['//evil.example', '/'],
    ['/\\evil.example', '/'],
    ['/\t/evil.example', '/'],
    ['/\t\\evil.example', '/'],
    ['https://evil.example', '/'],
    ['/applications\r\nset-cookie: a=b', '/'],
    ['/applications/1?tab=2', '/applications/1?tab=2'],
  ])('leads back to a page of ours only: %j', (given, expected) => {
    expect(safeReturnTo(given, 'personal')).toBe(expected);
  });

  it('as somebody unknown to the form is a clear error', async () => {
    const response = await fetch(new URL('/auth/login?as=king', front.baseUrl), { redirect: 'manual' });
    await expectProblem(response, { status: 422, code: 'request.invalid', pointer: '/as' });
  });
});

describe('a session', () => {
  it('ends half an hour after its last use, and after twelve hours of use', async () => {
    const began = now;
    const cookie = await signIn(front.baseUrl, zhangwei);
    const after = (minutes: number) => (now = new Date(began.getTime() + minutes * 60_000));
    for (let minutes = 0; minutes < 720; minutes += 29) {
      after(minutes);
      expect((await resolve(cookie)).status).toBe(200);
    }
    after(720);
    await expectProblem(await resolve(cookie), { status: 404, code: 'not-found' });
    now = began;
    const idle = await signIn(front.baseUrl, zhangwei);
    after(30.1);
    await expectProblem(await resolve(idle), { status: 404, code: 'not-found' });
    now = began;
  });

  it('is not kept alive by a page that only stays open', async () => {
    const began = now;
    const cookie = await signIn(front.baseUrl, zhangwei);
    for (const minutes of [10, 20, 29]) {
      now = new Date(began.getTime() + minutes * 60_000);
      expect((await resolve(cookie, undefined, { watching: true })).status).toBe(200);
    }
    now = new Date(began.getTime() + 31 * 60_000);
    const late = await resolve(cookie, undefined, { watching: true });
    await expectProblem(late, { status: 404, code: 'not-found' });
    now = began;
  });

  it('ends at once when its owner signs out, who may do so twice', async () => {
    const cookie = await signIn(front.baseUrl, zhangwei);
    expect((await me(cookie)).status).toBe(200);
    const headers = fromOurPage(front.baseUrl, cookie);
    const signOut = () => fetch(new URL('/auth/logout', front.baseUrl), { method: 'POST', headers });
    expect((await signOut()).status).toBe(204);
    await expectProblem(await me(cookie), { status: 401, code: 'auth.required' });
    const entries = () => front.platform.identity.orm.em.fork().execute('select seq from audit_entry');
    const written = await entries();
    expect((await signOut()).status).toBe(204);
    expect(await entries(), 'what a stranger could do as well leaves no entry').toEqual(written);
  });

  it('says when its owner signed in, however long it is used', async () => {
    const began = now;
    const cookie = await signIn(front.baseUrl, zhangwei);
    now = new Date(began.getTime() + 20 * 60_000);
    const { token } = await json<{ token: string }>(await resolve(cookie));
    expect(await testVerifier(token)).toMatchObject({ kind: 'personal', signedInAt: began.toISOString() });
    now = began;
  });

  it('is that of the person who signed in, whoever else uses the account', async () => {
    const deps = front.platform.identity;
    const unit = { signed_in_as: 'legal', sub: 'unit', uscc: '91440300MA5FX1MP11', org_name: '海岸城' } as const;
    const cookieOf = async (name: string, idNumber: string) => {
      const person = async () => ({ ...unit, name, phone_number: '13800138000', id_number: idNumber });
      const provider = {
        signInUrl: async ({ state }: { state: string }) => new URL(`http://sso/?state=${state}`),
        person,
      };
      const { url, browser } = await beginSignIn({ ...deps, provider }, { as: 'legal', returnTo: '/' });
      const back = { callback: url, browser, before: undefined };
      return `beian_session=${(await completeSignIn({ ...deps, provider }, back)).session}`;
    };
    const actorOf = async (cookie: string) =>
      testVerifier((await json<{ token: string }>(await resolve(cookie))).token);
    const [wang, chen] = [
      await cookieOf('王建国', '440305197804301039'),
      await cookieOf('陈志远', '440305198506201018'),
    ];
    const [asWang, asChen] = [await actorOf(wang), await actorOf(chen)];
    expect(asWang).toMatchObject({ kind: 'legal_person', uscc: unit.uscc });
    const hashesOf = (name: string, idNumber: string) => personHashes(deps.sealer, { name, idNumber });
    expect(asWang).toHaveProperty('personHashes', hashesOf('王建国', '440305197804301039'));
    expect(asChen).toEqual({
      ...asWang,
      signedInAt: expect.any(String),
      personHashes: hashesOf('陈志远', '440305198506201018'),
    });
  });

  it('of staff says which person it is, by a hash', async () => {
    const cookie = await signIn(front.baseUrl, { username: 'reviewer-nanshan-1', password, as: 'staff' });
    const { token } = await json<{ token: string }>(await resolve(cookie));
    const personHash = personHashes(front.platform.identity.sealer, { name: '陈晓峰', idNumber: '440305198506201018' });
    expect(await testVerifier(token)).toMatchObject({ kind: 'staff', personHashes: personHash });
  });

  it('is turned into a token for services only', async () => {
    const cookie = await signIn(front.baseUrl, zhangwei);
    await expectProblem(await resolve(cookie, {}), { status: 401, code: 'auth.required' });
    const filer: Actor = aPersonalUser();
    await expectProblem(await resolve(cookie, await bearer(filer)), { status: 403, code: 'auth.forbidden' });
    await expectProblem(await resolve('beian_session=guessed'), { status: 404, code: 'not-found' });
  });
});

it('without the provider says that the sign-in is away', async () => {
  const alone = await aFront();
  await alone.stopProvider();
  const response = await fetch(new URL('/auth/login?as=personal', alone.baseUrl), { redirect: 'manual' });
  await expectProblem(response, { status: 503, code: 'upstream.unavailable' });
  await alone.stop();
});
