import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectProblem } from '@beian/testkit/expect-problem.ts';
import { aFront, type Front } from '@beian/testkit/front.ts';
import { json } from '@beian/testkit/registration.ts';
import { fromOurPage, untilCallback, type Credentials } from '@beian/testkit/sign-in.ts';
import { secretHash } from '../sessions/secrets.ts';
import { SignInEntity } from '../sessions/session.entity.ts';

/** As in production: people see https, and what ends TLS speaks plain HTTP to the gateway. */
const publicBaseUrl = 'https://beian.example';
const password = 'beian-demo';
const zhangwei: Credentials = { username: 'zhangwei', password, as: 'personal' };
const lina: Credentials = { username: 'lina', password, as: 'personal' };
let front: Front;
beforeAll(async () => {
  front = await aFront({ publicBaseUrl });
});
afterAll(() => front.stop());

const ask = (path: string, init: RequestInit = {}, gateway = front.baseUrl) =>
  fetch(new URL(path, gateway), { redirect: 'manual', ...init });
const comeBack = (callback: string, cookie: string) =>
  ask(`/auth/callback${new URL(callback).search}`, { headers: { cookie } });
const setBy = (answer: Response, name: string) =>
  answer.headers.getSetCookie().find((line) => line.startsWith(`${name}=`)) ?? '';
async function signedIn(who: Credentials, planted = ''): Promise<string> {
  const { callback, cookie } = await untilCallback(front.baseUrl, who);
  const answer = await comeBack(callback, planted ? `${cookie}; ${planted}` : cookie);
  expect(answer.headers.get('location')).toBe('/');
  return setBy(answer, '__Host-beian_session').split(';')[0] ?? '';
}
const expectRefused = (answer: Response) => {
  expect(answer.headers.get('location')).toBe('/?problem=auth.sign-in-failed');
  expect(answer.headers.getSetCookie().join()).not.toContain('beian_session');
};
const me = (cookie: string, gateway?: string) => ask('/api/me', { headers: { cookie } }, gateway);
const expectOver = async (cookie: string, gateway?: string) =>
  expectProblem(await me(cookie, gateway), { status: 401, code: 'auth.required' });

describe('a sign-in', () => {
  it('asks for a code, with PKCE, state and nonce of its own', async () => {
    const begun = async () => new URL((await ask('/auth/login')).headers.get('location') ?? '').searchParams;
    const [first, second] = [await begun(), await begun()];
    expect(Object.fromEntries(first)).toMatchObject({
      response_type: 'code',
      code_challenge_method: 'S256',
      redirect_uri: `${publicBaseUrl}/auth/callback`,
      prompt: 'login',
    });
    for (const name of ['code_challenge', 'state', 'nonce']) {
      expect(first.get(name)).toMatch(/^[\w-]{43}$/);
      expect(second.get(name)).not.toBe(first.get(name));
    }
  });

  it('takes no code that somebody else was given', async () => {
    const [theirs, own] = [await untilCallback(front.baseUrl, lina), await untilCallback(front.baseUrl, zhangwei)];
    const callback = new URL(own.callback);
    callback.searchParams.set('code', new URL(theirs.callback).searchParams.get('code') ?? '');
    expectRefused(await comeBack(callback.href, own.cookie));
  });

  it.each(['verifier', 'nonce'] as const)('needs the %s that it began with', async (kept) => {
    const { callback, cookie } = await untilCallback(front.baseUrl, zhangwei);
    const stateHash = secretHash(new URL(callback).searchParams.get('state') ?? '');
    const { em } = front.platform.identity.orm;
    const other = { [kept]: 'A'.repeat(43) };
    expect(await em.fork().nativeUpdate(SignInEntity, { stateHash }, other)).toBe(1);
    expectRefused(await comeBack(callback, cookie));
  });
});

describe('over https', () => {
  it('the cookies are for this host and TLS alone', async () => {
    const begun = setBy(await ask('/auth/login'), '__Secure-beian_sign_in');
    expect(begun).toMatch(/; Max-Age=600; Path=\/auth; HttpOnly; Secure; SameSite=Lax$/);
    const { callback, cookie } = await untilCallback(front.baseUrl, zhangwei);
    const session = setBy(await comeBack(callback, cookie), '__Host-beian_session');
    expect(session).toMatch(/^[^=]+=[\w-]{43}; Max-Age=43200; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
    const pair = session.split(';')[0] ?? '';
    expect((await me(pair)).status).toBe(200);
    // A name that a sister host or plain HTTP could set is no session.
    await expectOver(pair.replace('__Host-', ''));
  });

  it('browsers are told to stay there, on pages and answers', async () => {
    for (const path of ['/', '/review/', '/public', '/api/me', '/api/templates', '/nothing.js']) {
      const said = (await ask(path)).headers.get('strict-transport-security');
      expect(said, path).toBe('max-age=31536000; includeSubDomains');
    }
  });

  it('writes come from the address that people see', async () => {
    const cookie = await signedIn(zhangwei);
    const signOut = (base: string) => ask('/auth/logout', { method: 'POST', headers: fromOurPage(base, cookie) });
    await expectProblem(await signOut(front.baseUrl), { status: 403, code: 'auth.cross-site' });
    expect((await me(cookie)).status).toBe(200);
    expect((await signOut(publicBaseUrl)).status).toBe(204);
    await expectOver(cookie);
  });
});

describe('the session of who signs in', () => {
  it('is never the one that somebody planted in the browser: that one ends', async () => {
    const planted = await signedIn(lina);
    expect((await me(planted)).status).toBe(200);
    const own = await signedIn(zhangwei, planted);
    expect(own).not.toBe(planted);
    await expectOver(planted);
    expect(await json(await me(own))).toMatchObject({ displayName: '张*' });
    const invented = `__Host-beian_session=${'A'.repeat(43)}`;
    expect(await signedIn(zhangwei, invented)).not.toBe(invented);
    await expectOver(invented);
  });

  it('ends with all others of the account when its owner signs out everywhere, and with nobody else’s', async () => {
    const [here, there, other] = [await signedIn(zhangwei), await signedIn(zhangwei), await signedIn(lina)];
    for (const cookie of [here, there, other]) expect((await me(cookie)).status).toBe(200);
    const everywhere = (headers: Record<string, string>) => ask('/api/me/sessions', { method: 'DELETE', headers });
    await expectProblem(await everywhere({ cookie: here }), { status: 403, code: 'auth.cross-site' });
    const done = await everywhere(fromOurPage(publicBaseUrl, here));
    expect(done.status).toBe(204);
    expect(setBy(done, '__Host-beian_session')).toMatch(/=; Max-Age=0; Path=\/; .*Secure/);
    const second = await front.startGateway();
    for (const gateway of [front.baseUrl, second]) {
      for (const cookie of [here, there]) await expectOver(cookie, gateway);
      expect((await me(other, gateway)).status).toBe(200);
    }
  });
});

describe('every page', () => {
  it.each(['/', '/review/', '/public', '/api/docs', '/problems/not-found', '/nothing'])(
    '%s runs scripts of ours alone, none that is written into it',
    async (path) => {
      const answer = await ask(path);
      const policy = Object.fromEntries(
        (answer.headers.get('content-security-policy') ?? '').split('; ').map((line) => {
          const [name = '', ...sources] = line.split(' ');
          return [name, sources.join(' ')];
        }),
      );
      expect(policy).toMatchObject({
        'default-src': "'self'",
        'script-src': "'self'",
        'object-src': "'none'",
        'base-uri': "'none'",
        'form-action': "'self'",
        'frame-ancestors': "'self'",
      });
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
      const html = await answer.text();
      expect(html).not.toMatch(/<script(?![^>]* src=)/);
      expect(html).not.toMatch(/ on\w+="|javascript:/);
    },
  );
});
