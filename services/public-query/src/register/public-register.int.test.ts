import { solveChallenge, type Challenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { formatFilingNumber } from '@beian/contracts/filing-number.rules.ts';
import { handleOnce } from '@beian/service-kit/consumer.ts';
import type { Actor } from '@beian/service-kit/actor.ts';
import { aPersonalUser, bearer } from '@beian/testkit/actors.ts';
import { expectProblem } from '@beian/testkit/expect-problem.ts';
import { aPublicQuery, aRegisteredEvent } from '@beian/testkit/public-query.ts';
import { json } from '@beian/testkit/registration.ts';
import { forgetOldChallenges } from '../challenges/use-challenge.ts';
import { enterFilings } from './enter-filing.ts';

const uscc = '91440300MA5FX1MP11';
const number = formatFilingNumber('440305', 1);
let now = new Date();
let service: Awaited<ReturnType<typeof aPublicQuery>>;
beforeAll(async () => {
  service = await aPublicQuery({ now: () => now });
});
afterAll(() => service.deps.orm.close());

const issued = async () =>
  json<Challenge>(await service.app.request('/api/public/challenges', { method: 'POST' }), 201);
const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64');
async function solved(): Promise<string> {
  const challenge = await issued();
  return encoded({ challenge, solution: await solveChallenge({ challenge, deriveKey }) });
}
const ask = (query: Record<string, string>) => service.app.request(`/api/public/filings?${new URLSearchParams(query)}`);
type Data = Parameters<typeof aRegisteredEvent>[0];
const registered = (data: Data = {}) => aRegisteredEvent(data, now);
const aChangedEvent = (version: number, overrides: Data = {}) => {
  const { registeredAt: _, ...data } = registered({ version, ...overrides }).data;
  return { ...registered(), type: 'beian.filing.changed', data: { ...data, changedAt: now.toISOString() } };
};
const aCancelledEvent = () => {
  const { filingNumber, applicationId, organCode, countyCode } = registered().data;
  const data = { filingNumber, applicationId, uscc, organCode, countyCode, version: 1, cancelledAt: now.toISOString() };
  return { ...registered(), type: 'beian.filing.cancelled', data };
};
const entries = () =>
  service.deps.orm.em.fork().execute<Record<string, unknown>[]>('select number, uscc, version from register_entry');

describe('the public register', () => {
  it('knows a filing once, however often its event comes, and never an older version', async () => {
    const event = registered();
    for (const value of [event, event, registered()])
      await handleOnce(service.deps, 'public-query', enterFilings, value);
    expect(await entries()).toEqual([{ number, uscc, version: 1 }]);
    await handleOnce(service.deps, 'public-query', enterFilings, registered({ version: 3 }));
    await handleOnce(service.deps, 'public-query', enterFilings, registered({ version: 2 }));
    expect(await entries()).toEqual([{ number, uscc, version: 3 }]);
  });

  it('verifies a number for anybody: number, status, organ and date, and nothing of the unit', async () => {
    const verify = (asked: string) => service.app.request(`/api/public/verify/${asked}`);
    const known = await json(await verify(number));
    expect(known).toEqual({ number, status: 'completed', organCode: '440305', registeredAt: now.toISOString() });
    await expectProblem(await verify(formatFilingNumber('440305', 2)), { status: 404, code: 'not-found' });
    await expectProblem(await verify('440305010000000'), { status: 422, code: 'request.invalid', pointer: '/number' });
  });

  it('shows the numbers of a unit and nothing else, behind the captcha', async () => {
    expect(await json(await ask({ uscc, captcha: await solved() }))).toEqual({ items: [{ number }] });
    const lower = await ask({ uscc: uscc.toLowerCase(), captcha: await solved() });
    expect(await json(lower)).toEqual({ items: [{ number }] });
    expect(lower.headers.get('cache-control')).toBe('no-store');
  });

  it('answers for an unknown unit as for one without filings', async () => {
    expect(await json(await ask({ uscc: '91350100M000100Y43', captcha: await solved() }))).toEqual({ items: [] });
  });

  it('wants a credit code and a captcha, and says which is missing', async () => {
    const invalid = { status: 422, code: 'request.invalid' } as const;
    await expectProblem(await ask({ uscc }), { ...invalid, pointer: '/captcha', fieldCode: 'captcha.required' });
    const wrong = await ask({ uscc: '12345', captcha: await solved() });
    await expectProblem(wrong, { ...invalid, pointer: '/uscc', fieldCode: 'uscc.format' });
  });
});

it('a changed filing is brought up to date once, also when its events come in another order', async () => {
  const consume = (event: unknown) => handleOnce(service.deps, 'public-query', enterFilings, event);
  const other = { filingNumber: formatFilingNumber('440305', 2), uscc: '91350100M000100Y43' };
  const versionOf = async (of: string) => (await entries()).find((entry) => entry['number'] === of)?.['version'];
  const fourth = aChangedEvent(4);
  for (const event of [fourth, fourth, aChangedEvent(2)]) await consume(event);
  expect(await versionOf(number)).toBe(4);
  const registeredAt = new Date(now.getTime() - 86_400_000).toISOString();
  await consume(aChangedEvent(2, other));
  await consume(registered({ ...other, registeredAt }));
  expect(await versionOf(other.filingNumber)).toBe(2);
  const [row] = await service.deps.orm.em
    .fork()
    .execute<{ at: Date }[]>('select registered_at at from register_entry where number = ?', [other.filingNumber]);
  expect(new Date(row?.at ?? 0).toISOString()).toBe(registeredAt);
});

it('a cancelled filing leaves the public query for good; its entry stays', async () => {
  const before = await entries();
  await handleOnce(service.deps, 'public-query', enterFilings, aCancelledEvent());
  expect(await json(await ask({ uscc, captcha: await solved() }))).toEqual({ items: [] });
  await handleOnce(service.deps, 'public-query', enterFilings, registered({ version: 9 }));
  expect(await json(await ask({ uscc, captcha: await solved() }))).toEqual({ items: [] });
  expect(await entries()).toHaveLength(before.length);
});

describe('the captcha', () => {
  it('serves once, also when two ask at the same moment', async () => {
    const captcha = await solved();
    const answers = await Promise.all([1, 2, 3].map(async () => ask({ uscc, captcha })));
    expect(answers.map((answer) => answer.status).toSorted((a, b) => a - b)).toEqual([200, 422, 422]);
    await expectProblem(await ask({ uscc, captcha }), { status: 422, code: 'captcha.used' });
  });

  it('is not used up by a request that is wrong otherwise', async () => {
    const captcha = await solved();
    await ask({ uscc: '12345', captcha });
    expect((await ask({ uscc, captcha })).status).toBe(200);
  });

  it.each([
    ['text', async () => 'AAAA'],
    [
      'an unsolved challenge',
      async () => encoded({ challenge: await issued(), solution: { counter: 1, derivedKey: 'AA' } }),
    ],
    [
      'one made easier',
      async () => {
        const challenge = await issued();
        const easy = { ...challenge, parameters: { ...challenge.parameters, cost: 1, keyPrefix: '00' } };
        return encoded({ challenge: easy, solution: await solveChallenge({ challenge: easy, deriveKey }) });
      },
    ],
    [
      'one with a longer life',
      async () => {
        const challenge = await issued();
        const longer = { ...challenge, parameters: { ...challenge.parameters, expiresAt: 9_999_999_999 } };
        return encoded({ challenge: longer, solution: await solveChallenge({ challenge, deriveKey }) });
      },
    ],
  ])('is refused when it is %s', async (_what, forge) => {
    await expectProblem(await ask({ uscc, captcha: await forge() }), { status: 422, code: 'captcha.invalid' });
  });

  it('serves other services too, once in all, and nobody but them', async () => {
    const captcha = await solved();
    const use = async (actor: Actor, body: unknown = { captcha }) =>
      service.app.request('/internal/challenges/use', {
        method: 'POST',
        headers: { ...(actor.kind === 'nobody' ? {} : await bearer(actor)), 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
    const filing: Actor = { kind: 'service', name: 'filing' };
    await expectProblem(await use({ kind: 'nobody' }), { status: 401, code: 'auth.required' });
    await expectProblem(await use(aPersonalUser()), { status: 403, code: 'auth.forbidden' });
    await expectProblem(await use(filing, {}), { status: 422, code: 'request.invalid', pointer: '/captcha' });
    expect((await use(filing)).status).toBe(204);
    await expectProblem(await use(filing), { status: 422, code: 'captcha.used' });
    await expectProblem(await ask({ uscc, captcha }), { status: 422, code: 'captcha.used' });
  });

  it('is forgotten after its life, not before', async () => {
    const count = async () =>
      Number(
        (await service.deps.orm.em.fork().execute<{ n: string }[]>('select count(*) n from used_challenge'))[0]?.n,
      );
    const before = await count();
    expect(before).toBeGreaterThan(0);
    await forgetOldChallenges(service.deps);
    expect(await count()).toBe(before);
    now = new Date(now.getTime() + 15 * 60_000);
    await forgetOldChallenges(service.deps);
    expect(await count()).toBe(0);
    now = new Date();
  });
});
