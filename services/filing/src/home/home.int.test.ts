import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Home } from '@beian/contracts/home.ts';
import { newId } from '@beian/service-kit/ids.ts';
import { aPersonalUser, aReviewer } from '@beian/testkit/actors.ts';
import { expectProblem } from '@beian/testkit/expect-problem.ts';
import { aPlatform, type TestPlatform } from '@beian/testkit/platform.ts';
import { aFiling, aRegistration, aReturn, as, aUnit, json, settled } from '@beian/testkit/registration.ts';

const filer = aPersonalUser();
const reviewer = aReviewer();
let platform: TestPlatform;

beforeAll(async () => {
  platform = await aPlatform();
});
afterAll(() => platform.stop());

const homeOf = async (actor: Parameters<typeof as>[1]) => json<Home>(await as(platform, actor).get('/api/home'));

describe('the home page', () => {
  it('counts what one has and what waits for oneself', async () => {
    const unit = await aUnit(platform, filer);
    await aFiling(platform, filer, reviewer);
    await aRegistration(platform, filer, unit);
    await settled(platform, reviewer, await aRegistration(platform, filer, unit), aReturn);
    const draft = { kind: 'registration', title: '草稿', step: 'unit', content: {} };
    await json(await as(platform, filer).put(`/api/drafts/${newId()}`, draft));
    expect(await homeOf(filer)).toEqual({
      applications: { open: 1, returned: 1, ended: 1 },
      filings: { held: 1, cancelled: 0 },
      incomingTransfers: 0,
      units: 1,
      drafts: 1,
    });
  });

  it('counts nothing of anybody else', async () => {
    expect(await homeOf(aPersonalUser())).toEqual({
      applications: { open: 0, returned: 0, ended: 0 },
      filings: { held: 0, cancelled: 0 },
      incomingTransfers: 0,
      units: 0,
      drafts: 0,
    });
  });

  it('is for filers who are signed in', async () => {
    const ask = (actor: Parameters<typeof as>[1]) => as(platform, actor).get('/api/home');
    await expectProblem(await ask({ kind: 'nobody' }), { status: 401, code: 'auth.required' });
    await expectProblem(await ask(reviewer), { status: 403, code: 'auth.forbidden' });
  });
});
