import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AccessLog } from '@beian/contracts/access-log.ts';
import type { AuditEntry } from '@beian/contracts/audit.ts';
import { beijingDay } from '@beian/contracts/beijing-day.rules.ts';
import type { Filing } from '@beian/contracts/filings.ts';
import type { SharedFiling, SharedFilingList } from '@beian/contracts/sharing.ts';
import type { Actor } from '@beian/service-kit/actor.ts';
import { aDepartment, anOperator, aPersonalUser, aReviewer, organs } from '@beian/testkit/actors.ts';
import { expectProblem } from '@beian/testkit/expect-problem.ts';
import { aPlatform, type TestPlatform } from '@beian/testkit/platform.ts';
import { aFiling, as, json, named } from '@beian/testkit/registration.ts';
import { accountOf, somebody } from '@beian/testkit/transfer.ts';

const path = '/api/sharing/filings';
const uscc = '91440300MA5FX1MP11';
const owner = accountOf(somebody('张伟'));
const ofShenzhen = aDepartment();
let platform: TestPlatform;
let numbers: string[];

beforeAll(async () => {
  platform = await aPlatform();
  numbers = [];
  for (let i = 0; i < 3; i += 1) numbers.push(await aFiling(platform, owner, aReviewer()));
});
afterAll(() => platform.stop());

const asked = (actor: Actor, query: string) => as(platform, actor).get(`${path}${query}`);
const listed = async (actor: Actor, query = '') => json<SharedFilingList>(await asked(actor, `?uscc=${uscc}${query}`));
const entries = async (actor: string) => {
  const auditor = as(platform, aReviewer(organs.ministry, ['auditor']));
  return (await json<{ items: AuditEntry[] }>(await auditor.get(`/api/review/audit?actor=${actor}`))).items;
};

describe('another department', () => {
  it('reads facts of the filings of a unit in its area, page by page, and nothing of people, addresses or devices', async () => {
    const first = await listed(ofShenzhen, '&limit=2');
    const rest = await listed(ofShenzhen, `&limit=2&cursor=${first.next}`);
    expect([...first.items, ...rest.items].map(({ number }) => number)).toEqual(numbers);
    expect(rest).not.toHaveProperty('next');
    const { registeredAt } = await json<Filing>(await as(platform, owner).get(`/api/filings/${numbers[0]}`));
    const filedOn = beijingDay(new Date(registeredAt));
    const one = await json<SharedFiling>(await asked(ofShenzhen, `/${numbers[0]}`));
    expect(one).toEqual(first.items[0]);
    expect(one).toEqual({
      number: numbers[0],
      status: 'valid',
      unit: { uscc, name: expect.any(String), type: 'enterprise' },
      systemName: expect.any(String),
      countyCode: '440305',
      organ: { code: '440305', name: '深圳市公安局南山分局' },
      places: expect.any(Array),
      deviceCount: expect.any(Number),
      filedOn,
    });
    expect(one.deviceCount).toBeGreaterThan(0);
    expect(one.places.length).toBeGreaterThan(0);
    for (const said of Object.values(named)) expect(JSON.stringify(first)).not.toContain(said);
  });

  it.each([
    ['the county', '440305', 3],
    ['the province', '44', 3],
    ['the whole country', '00', 3],
    ['another county', '440304', 0],
    ['another province', '11', 0],
  ])('of %s finds what lies there, else nothing', async (_area, area, found) => {
    const department = aDepartment(area);
    expect((await listed(department)).items).toHaveLength(found);
    const answer = await asked(department, `/${numbers[0]}`);
    if (found > 0) await json(answer);
    else await expectProblem(answer, { status: 404, code: 'not-found' });
  });

  it('is on the audit chain with each filing it was told, and its holder reads so', async () => {
    const department = aDepartment('44');
    await asked(department, `/${numbers[1]}`);
    const noted = await entries(department.credentialId);
    expect(noted).toMatchObject([
      {
        action: 'filing.share',
        actor: { kind: 'department', id: department.credentialId },
        subject: { number: numbers[1] },
        purpose: department.purpose,
        data: { department: department.department, area: '44', asked: 'number', found: 1 },
      },
    ]);
    const { items } = await json<AccessLog>(await as(platform, owner).get('/api/me/access-log'));
    expect(items[0]).toEqual({
      id: noted[0]?.id,
      at: new Date(noted[0]?.at ?? '').toISOString(),
      kind: 'filing_facts',
      reader: 'department',
      department: department.department,
      purpose: department.purpose,
      filingNumber: numbers[1],
    });
    await listed(department);
    expect(await entries(department.credentialId)).toHaveLength(1 + numbers.length);
  });

  it('that finds nothing is noted too, without the credit code that it asked for', async () => {
    const department = aDepartment('11');
    await listed(department);
    await asked(department, `/${numbers[0]}`);
    const noted = await entries(department.credentialId);
    expect(noted.map(({ subject, data }) => [subject.id, data['asked'], data['found']])).toEqual([
      ['unknown', 'number', 0],
      ['unknown', 'unit', 0],
    ]);
    expect(JSON.stringify(noted)).not.toContain(uscc);
  });

  it('is asked for a credit code and a number that can be such', async () => {
    const wrong = { status: 422, code: 'request.invalid' } as const;
    await expectProblem(await asked(ofShenzhen, ''), { ...wrong, pointer: '/uscc' });
    await expectProblem(await asked(ofShenzhen, '/440305'), { ...wrong, pointer: '/number' });
    await expectProblem(await asked(ofShenzhen, `?uscc=${uscc}&cursor=x`), { ...wrong, pointer: '/cursor' });
  });

  it('alone may ask: nobody, filers and staff may not', async () => {
    await expectProblem(await asked({ kind: 'nobody' }, `?uscc=${uscc}`), { status: 401, code: 'auth.required' });
    for (const actor of [owner, aPersonalUser(), aReviewer(), anOperator()]) {
      await expectProblem(await asked(actor, `?uscc=${uscc}`), { status: 403, code: 'auth.forbidden' });
    }
  });
});
