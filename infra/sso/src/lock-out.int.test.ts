import { once } from 'node:events';
import { request, type IncomingMessage, type Server } from 'node:http';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { freePort } from '@beian/local/servers/ports.ts';
import { createSsoServer } from './app.ts';
import { lockedOut } from './lock-out.ts';
import { createProvider } from './provider.ts';

const redirectUri = 'http://localhost:8080/auth/callback';
const [victim, stranger] = ['127.0.0.1', '127.0.0.2'];
let server: Server;
let issuer: string;
beforeEach(async () => {
  const port = await freePort();
  issuer = `http://127.0.0.1:${port}`;
  const client = { clientId: 'beian', clientSecret: 'a secret of the tests for sign-in' };
  server = createSsoServer(createProvider({ issuer, ...client, redirectUris: [redirectUri] }));
  await once(server.listen(port, '127.0.0.1'), 'listening');
});
afterEach(() => {
  server.close();
  server.closeAllConnections();
});

type Answer = { status: number; headers: IncomingMessage['headers']; body: string };
async function ask(path: string, from: string, cookie = '', form?: Record<string, string>): Promise<Answer> {
  const sent = request(new URL(path, issuer), {
    localAddress: from,
    method: form ? 'POST' : 'GET',
    headers: { cookie, ...(form ? { 'content-type': 'application/x-www-form-urlencoded' } : {}) },
  });
  sent.end(form ? new URLSearchParams(form).toString() : undefined);
  const [answer] = (await once(sent, 'response')) as [IncomingMessage];
  return { status: answer.statusCode ?? 0, headers: answer.headers, body: await text(answer) };
}

/** A form that was opened from an address: it can be sent as often as somebody likes. */
async function aForm(from: string) {
  const query = new URLSearchParams({
    client_id: 'beian',
    response_type: 'code',
    scope: 'openid person',
    redirect_uri: redirectUri,
    code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
    code_challenge_method: 'S256',
    as: 'personal',
  });
  const begun = await ask(`/auth?${query}`, from);
  const path = begun.headers.location ?? '';
  const cookie = (begun.headers['set-cookie'] ?? []).map((line) => line.split(';')[0]).join('; ');
  return {
    shown: () => ask(path, from, cookie),
    send: (username: string, password: string) => ask(path, from, cookie, { username, password }),
  };
}
const right = 'beian-demo';
const statuses = async (answers: Promise<Answer>[]) =>
  (await Promise.all(answers)).map(({ status }) => status).toSorted((a, b) => a - b);

describe('the sign-in form', () => {
  it('locks who fails five times out of that name, the right password included, and says for how long', async () => {
    const form = await aForm(stranger);
    const guesses = Array.from({ length: 8 }, (_, i) => form.send('zhangwei', `guess ${i}`));
    expect(await statuses(guesses)).toEqual([...Array(lockedOut.afterTries).fill(401), 429, 429, 429]);
    // Another form is the same person at the same door.
    const again = await (await aForm(stranger)).send('zhangwei', right);
    expect(again.status).toBe(429);
    expect(Number(again.headers['retry-after'])).toBeGreaterThan(lockedOut.seconds - 30);
    expect(again.body).toContain('登录失败次数过多，请在 15 分钟后重试。');
    expect((await form.send('lina', right)).status).toBe(303);
  });

  it('lets the person whose name a stranger has guessed at sign in as ever', async () => {
    const guessing = await aForm(stranger);
    for (let i = 0; i < 20; i += 1) await guessing.send('zhangwei', `guess ${i}`);
    expect((await guessing.send('zhangwei', right)).status).toBe(429);
    const own = await aForm(victim);
    expect((await own.send('zhangwei', 'mistyped')).status).toBe(401);
    expect((await own.send('zhangwei', right)).status).toBe(303);
  });

  it('forgives what was mistyped before the right password', async () => {
    for (let round = 0; round < 3; round += 1) {
      const form = await aForm(victim);
      for (let i = 1; i < lockedOut.afterTries; i += 1) expect((await form.send('lina', 'mistyped')).status).toBe(401);
      expect((await form.send('lina', right)).status).toBe(303);
    }
  });

  it('answers a name that nobody has as one that somebody has', async () => {
    const form = await aForm(stranger);
    const answers = async (name: string) => {
      const all: string[] = [];
      for (let i = 0; i <= lockedOut.afterTries; i += 1) {
        const { status, body } = await form.send(name, 'guess');
        all.push(`${status} ${body.replace(`value="${name}"`, '').replaceAll(/nonce="[^"]+"/g, '')}`);
      }
      return all;
    };
    expect(await answers('nobody')).toEqual(await answers('zhangwei'));
  });

  it('ends the guessing of one password at many names', async () => {
    const form = await aForm(stranger);
    const names = Array.from({ length: lockedOut.afterTriesOfSource }, (_, i) => form.send(`name-${i}`, 'guess'));
    expect(new Set(await statuses(names))).toEqual(new Set([401]));
    expect((await form.send('zhangwei', right)).status).toBe(429);
    expect((await (await aForm(victim)).send('zhangwei', right)).status).toBe(303);
  });

  it('runs the script that came with it and none that is written into it', async () => {
    const { headers, body } = await (await aForm(victim)).shown();
    const policy = String(headers['content-security-policy']);
    const nonce = /script-src 'nonce-([^']+)'/.exec(policy)?.[1];
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe');
    expect(body.match(/<script[^>]*>/g)).toEqual([`<script nonce="${nonce}">`]);
    expect(body).not.toMatch(/ style=| on\w+=/);
  });
});
