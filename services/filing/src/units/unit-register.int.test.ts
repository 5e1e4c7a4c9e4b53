import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RegisteredUnit } from '@beian/contracts/unit-register.ts';
import type { Unit } from '@beian/contracts/units.ts';
import { aPersonalUser, aReviewer, organs } from '@beian/testkit/actors.ts';
import { expectProblem } from '@beian/testkit/expect-problem.ts';
import { aPlatform, type TestPlatform } from '@beian/testkit/platform.ts';
import { approval, aRegistration, as, aUnit, json, settled, uploaded } from '@beian/testkit/registration.ts';

const uscc = '91440300MA5FX1MP11';
const reviewer = aReviewer();
let platform: TestPlatform;

beforeAll(async () => {
  platform = await aPlatform();
});
afterAll(() => platform.stop());

const filed = async (filer: ReturnType<typeof aPersonalUser>, unit: Unit) =>
  settled(platform, reviewer, await aRegistration(platform, filer, unit), approval);
const ask = (actor: Parameters<typeof as>[1], code = uscc) => as(platform, actor).get(`/api/review/units/${code}`);

describe('the unit register', () => {
  it('keeps the names of a unit one after the other, a name that is the same once', async () => {
    const filer = aPersonalUser();
    const unit = await aUnit(platform, filer);
    await filed(filer, unit);
    await filed(filer, unit);
    const other = aPersonalUser();
    const attachments = [
      { kind: 'business_licence', documentId: await uploaded(platform, other, 'business_licence') },
      { kind: 'registration_authorisation', documentId: await uploaded(platform, other, 'registration_authorisation') },
    ];
    const renamed = { uscc, type: 'enterprise', name: '深圳海岸城商业运营有限公司', headName: '陈志远', attachments };
    await filed(other, await json<Unit>(await as(platform, other).create('/api/units', renamed), 201));
    const { names, filings } = await json<RegisteredUnit>(await ask(reviewer));
    expect(names.map((one) => one.name)).toEqual(['深圳海岸城商业运营有限公司', unit.name]);
    expect(filings).toHaveLength(3);
    expect(filings[0]).toMatchObject({ status: 'valid', number: expect.stringMatching(/^440305/) });
  });

  it('shows an organ its own filings only, and is for reviewing staff', async () => {
    await expectProblem(await ask(aReviewer(organs.futian)), { status: 404, code: 'not-found' });
    await expectProblem(await ask(reviewer, '91110000101623741K'), { status: 404, code: 'not-found' });
    await expectProblem(await ask(reviewer, 'ABC'), { status: 422, code: 'request.invalid', pointer: '/uscc' });
    await expectProblem(await ask(aPersonalUser()), { status: 403, code: 'auth.forbidden' });
    await expectProblem(await ask({ kind: 'nobody' }), { status: 401, code: 'auth.required' });
  });
});
