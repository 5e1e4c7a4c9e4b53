import { solveChallenge, type Challenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaptchaPurpose } from '@beian/contracts/public-register.ts';
import type { Actor } from '@beian/service-kit/actor.ts';
import { systemClock } from '@beian/service-kit/clock.ts';
import { aPersonalUser, bearer } from '@beian/testkit/actors.ts';
import { aCaptcha } from '@beian/testkit/captcha.ts';
import { expectProblem } from '@beian/testkit/expect-problem.ts';
import { aPublicQuery } from '@beian/testkit/public-query.ts';
import { json } from '@beian/testkit/registration.ts';
import { openChallenges } from './challenges.ts';
import { forgetOldChallenges } from './use-challenge.ts';

const uscc = '91440300MA5FX1MP11';
const filing: Actor = { kind: 'service', name: 'filing' };
const invalid = { status: 422, code: 'captcha.invalid' } as const;
let now = new Date();
let service: Awaited<ReturnType<typeof aPublicQuery>>;
beforeAll(async () => {
  service = await aPublicQuery({ clock: { now: () => now } });
});
afterAll(() => service.deps.orm.close());

const issued = async (purpose: CaptchaPurpose = 'query') =>
  json<Challenge>(await service.app.request(`/api/public/challenges?for=${purpose}`, { method: 'POST' }), 201);
const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64');
const solutionOf = (challenge: Challenge) => solveChallenge({ challenge, deriveKey });
const solved = (purpose: CaptchaPurpose = 'query') => aCaptcha(service, purpose);
const ask = (query: Record<string, string>) => service.app.request(`/api/public/filings?${new URLSearchParams(query)}`);
const use = async (actor: Actor, body: unknown) =>
  service.app.request('/internal/challenges/use', {
    method: 'POST',
    headers: { ...(actor.kind === 'nobody' ? {} : await bearer(actor)), 'content-type': 'application/json' },
    body: JSON.stringify(body),
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

  it('is asked for where it is missing', async () => {
    const missing = {
      status: 422,
      code: 'request.invalid',
      pointer: '/captcha',
      fieldCode: 'captcha.required',
    } as const;
    await expectProblem(await ask({ uscc }), missing);
    await expectProblem(await ask({ uscc, captcha: '' }), missing);
  });

  it('is good for ten minutes', async () => {
    const [early, late] = [await solved(), await solved()];
    const began = new Date();
    now = new Date(began.getTime() + 9.5 * 60_000);
    expect((await ask({ uscc, captcha: early })).status).toBe(200);
    now = new Date(began.getTime() + 10 * 60_000);
    await expectProblem(await ask({ uscc, captcha: late }), invalid);
    now = began;
  });

  it('opens the door that it was asked for and no other, and is not spent on the wrong one', async () => {
    const [query, appeal] = [await solved(), await solved('appeal')];
    await expectProblem(await ask({ uscc, captcha: appeal }), invalid);
    await expectProblem(await use(filing, { captcha: query, purpose: 'appeal' }), invalid);
    expect((await ask({ uscc, captcha: query })).status).toBe(200);
    expect((await use(filing, { captcha: appeal, purpose: 'appeal' })).status).toBe(204);
    const other = await service.app.request('/api/public/challenges?for=everything', { method: 'POST' });
    await expectProblem(other, { status: 422, code: 'request.invalid', pointer: '/for' });
  });

  it.each<[string, () => Promise<string>]>([
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
        return encoded({ challenge: easy, solution: await solutionOf(easy) });
      },
    ],
    [
      'one with a longer life',
      async () => {
        const challenge = await issued();
        const longer = { ...challenge, parameters: { ...challenge.parameters, expiresAt: 9_999_999_999 } };
        return encoded({ challenge: longer, solution: await solutionOf(challenge) });
      },
    ],
    [
      'one for an appeal that says it is for a query',
      async () => {
        const challenge = await issued('appeal');
        const renamed = { ...challenge, parameters: { ...challenge.parameters, data: { purpose: 'query' } } };
        return encoded({ challenge: renamed, solution: await solutionOf(challenge) });
      },
    ],
    [
      'one with the solution of another',
      async () => encoded({ challenge: await issued(), solution: await solutionOf(await issued()) }),
    ],
    [
      'one of another installation',
      async () => {
        const elsewhere = openChallenges({ secret: 'a secret of another installation', clock: systemClock });
        const challenge = (await elsewhere.issue('query')) as unknown as Challenge;
        return encoded({ challenge, solution: await solutionOf(challenge) });
      },
    ],
  ])('is refused when it is %s', async (_what, forge) => {
    await expectProblem(await ask({ uscc, captcha: await forge() }), invalid);
  });

  it('serves other services too, once in all, and nobody but them', async () => {
    const body = { captcha: await solved('appeal'), purpose: 'appeal' };
    await expectProblem(await use({ kind: 'nobody' }, body), { status: 401, code: 'auth.required' });
    await expectProblem(await use(aPersonalUser(), body), { status: 403, code: 'auth.forbidden' });
    await expectProblem(await use(filing, {}), { status: 422, code: 'request.invalid', pointer: '/captcha' });
    expect((await use(filing, body)).status).toBe(204);
    await expectProblem(await use(filing, body), { status: 422, code: 'captcha.used' });
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
