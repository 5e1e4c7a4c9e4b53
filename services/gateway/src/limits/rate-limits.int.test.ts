import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '@beian/service-kit/actor.ts';
import { newId } from '@beian/service-kit/ids.ts';
import { aDepartment, bearer } from '@beian/testkit/actors.ts';
import { expectProblem } from '@beian/testkit/expect-problem.ts';
import { emptyDatabase } from '@beian/testkit/database.ts';
import { aFront, type Front } from '@beian/testkit/front.ts';
import { testLog } from '@beian/testkit/silent-log.ts';
import { openLimitStore } from './limit-store.ts';

let front: Front;
beforeAll(async () => {
  front = await aFront({
    limits: { LIMIT_PUBLIC: 6, LIMIT_SIGN_IN: 4, LIMIT_TOKENS: 5, LIMIT_TOKENS_OF_CREDENTIAL: 2, LIMIT_SHARING: 2 },
  });
});
afterAll(() => front.stop());

const challenge = (baseUrl: string, headers: Record<string, string> = {}) =>
  fetch(new URL('/api/public/challenges', baseUrl), { method: 'POST', headers });
const login = (baseUrl: string) => fetch(new URL('/auth/login', baseUrl), { redirect: 'manual' });
const statuses = async (answers: Promise<Response>[]) =>
  (await Promise.all(answers)).map(({ status }) => status).toSorted((a, b) => a - b);

describe('the limits', () => {
  it('hold over two gateways, a restart, and whatever X-Forwarded-For says', async () => {
    const second = await front.startGateway();
    const asked = [1, 2, 3, 4].flatMap(() => [challenge(front.baseUrl), challenge(second)]);
    expect(await statuses(asked)).toEqual([...Array(6).fill(201), 429, 429]);
    // A gateway that has just started remembers what it never saw.
    const third = await front.startGateway();
    const refused = await challenge(third);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    await expectProblem(refused, { status: 429, code: 'request.too-many' });
    for (const forged of ['203.0.113.7', '127.0.0.1', '203.0.113.8, 203.0.113.9']) {
      expect((await challenge(front.baseUrl, { 'x-forwarded-for': forged })).status).toBe(429);
    }
  });

  it('that one thing has reached leave others alone', async () => {
    expect(await statuses([1, 2, 3, 4, 5].map(() => login(front.baseUrl)))).toEqual([302, 302, 302, 302, 429]);
    expect((await fetch(new URL('/api/templates', front.baseUrl))).status).toBe(200);
  });

  it('stop a program that repeats what is refused before its neighbours notice, and nobody for what others guess', async () => {
    const id = newId();
    const asks = (secret: string) =>
      fetch(new URL('/auth/token', front.baseUrl), {
        method: 'POST',
        body: new URLSearchParams({ grant_type: 'client_credentials', client_id: id, client_secret: secret }),
      });
    const repeated = [1, 2, 3, 4, 5, 6].map(() => asks('revoked long ago'));
    expect(await statuses(repeated)).toEqual([401, 401, 429, 429, 429, 429]);
    // Another secret for the same id is another one's try.
    expect((await asks('the right one')).status).toBe(401);
    expect(await statuses([asks('guess 1'), asks('guess 2'), asks('guess 3')])).toEqual([401, 401, 429]);
    const basic = { authorization: `Basic ${btoa(`${id}:secret`)}` };
    const elsewhere = await fetch(new URL('/auth/token', front.baseUrl), { method: 'POST', headers: basic });
    await expectProblem(elsewhere, { status: 429, code: 'request.too-many' });
  });

  it('count the questions of a department by its credential, wherever it asks from', async () => {
    const asks = async (actor: Actor) =>
      fetch(new URL('/api/sharing/filings?uscc=91440300MA5FX1MP11', front.baseUrl), { headers: await bearer(actor) });
    const [one, other] = [aDepartment(), aDepartment()];
    expect(await statuses([asks(one), asks(one), asks(one)])).toEqual([200, 200, 429]);
    expect((await asks(other)).status).toBe(200);
  });

  it('count clients, not the proxy in front of them', async () => {
    const behind = await aFront({ limits: { LIMIT_PUBLIC: 2 }, trustedProxies: '127.0.0.0/8,::1' });
    try {
      const as = (client: string) => challenge(behind.baseUrl, { 'x-forwarded-for': client });
      expect(await statuses([as('203.0.113.1'), as('203.0.113.1'), as('203.0.113.1')])).toEqual([201, 201, 429]);
      expect((await as('203.0.113.2')).status).toBe(201);
      // What the client wrote itself stands before what the proxy adds.
      expect((await as('203.0.113.99, 203.0.113.1')).status).toBe(429);
    } finally {
      await behind.stop();
    }
  });

  it('go on in each gateway while the database is away', async () => {
    const [host] = new URL(await emptyDatabase()).host.split(':');
    const store = openLimitStore(`postgresql://nobody:nothing@${host}:1/nowhere`, testLog);
    const limiter = store.limiter('general', 2);
    await limiter.consume('203.0.113.1');
    await limiter.consume('203.0.113.1');
    await expect(limiter.consume('203.0.113.1')).rejects.toMatchObject({ msBeforeNext: expect.any(Number) });
    await store.close();
  });
});

it('a header that is there twice is one list, read from its end', async () => {
  const behind = await aFront({ limits: { LIMIT_PUBLIC: 1 }, trustedProxies: '127.0.0.0/8,::1' });
  try {
    const twice = (first: string) =>
      new Promise<number>((resolve, reject) => {
        const headers = ['x-forwarded-for', first, 'x-forwarded-for', '203.0.113.5', 'host', 'localhost'];
        const sent = request(
          new URL('/api/public/challenges', behind.baseUrl),
          { method: 'POST', headers },
          (answer) => {
            answer.resume();
            resolve(answer.statusCode ?? 0);
          },
        );
        sent.once('error', reject).end();
      });
    expect([await twice('203.0.113.6'), await twice('203.0.113.7')]).toEqual([201, 429]);
  } finally {
    await behind.stop();
  }
});
