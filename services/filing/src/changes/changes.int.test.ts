import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ApplicationSummary } from '@beian/contracts/applications.ts';
import { formatFilingNumber } from '@beian/contracts/filing-number.rules.ts';
import type { Filing } from '@beian/contracts/filings.ts';
import { aLegalPerson, aPersonalUser, aReviewer } from '@beian/testkit/actors.ts';
import { aChange, aSubmittedChange, manyFilings } from '@beian/testkit/change.ts';
import { expectProblem } from '@beian/testkit/expect-problem.ts';
import { aPlatform, type TestPlatform } from '@beian/testkit/platform.ts';
import {
  aFiling,
  applicationOf,
  approval,
  as,
  json,
  settled,
  uploaded,
  withdrawalApplied,
} from '@beian/testkit/registration.ts';

const filer = aPersonalUser();
const reviewer = aReviewer();
const statements: string[] = [];
let platform: TestPlatform;
beforeAll(async () => {
  platform = await aPlatform({ onStatement: (sql) => statements.push(sql) });
});
afterAll(() => platform.stop());

const submit = (body: unknown, actor = filer) => as(platform, actor).create('/api/applications', body);
const filingOf = async (number: string, actor = filer) =>
  json<Filing>(await as(platform, actor).get(`/api/filings/${number}`));
const invalid = { status: 422, code: 'request.invalid' } as const;

describe('a change', () => {
  it('goes to the filing’s organ with its papers, and makes the next version when it is approved', async () => {
    const number = await aFiling(platform, filer, reviewer);
    const proofIds = [await uploaded(platform, filer, 'change_proof')];
    const application = await aSubmittedChange(platform, filer, [number], { proofIds });
    expect(application).toMatchObject({ kind: 'change', organ: { code: '440305' }, filingNumbers: [number] });
    expect(await filingOf(number)).toMatchObject({
      status: 'changing',
      version: 1,
      content: { system: { retentionDays: 30 } },
      openBusiness: { kind: 'change', applicationNumber: application.number },
    });
    await settled(platform, reviewer, application, approval);
    const changed = await filingOf(number);
    expect(changed).toMatchObject({ number, status: 'valid', version: 2, content: { system: { retentionDays: 90 } } });
    expect(changed).not.toHaveProperty('openBusiness');
    const done = await applicationOf(platform, filer, application.id);
    expect(done).toMatchObject({
      status: 'completed',
      content: { change: { explanation: '存储设备扩容', proofIds } },
      filings: [{ filingNumber: number, diff: [{ field: 'system.retentionDays', before: '30', after: '90' }] }],
    });
    expect(done).not.toHaveProperty('parts');
    const events = await platform.orm.em
      .fork()
      .execute<{ payload: { type: string; sequence: number } }[]>(
        `select payload from outbox where lane = 'event' and aggregate = ? order by seq`,
        [number],
      );
    expect(events.map(({ payload }) => [payload.type, payload.sequence])).toEqual([
      ['beian.filing.registered', 1],
      ['beian.filing.changed', 2],
    ]);
  });

  it('of the unit’s name reaches every filing and the account’s unit', async () => {
    const account = aPersonalUser();
    const numbers = await manyFilings(platform, account, reviewer, 3);
    const unit = { name: '深圳海岸城商业运营有限公司', headName: '陈致远' };
    const application = await aSubmittedChange(platform, account, numbers, { unit, system: undefined });
    await settled(platform, reviewer, application, approval);
    for (const number of numbers) {
      const { content } = await filingOf(number, account);
      expect(content.unit).toMatchObject({ name: unit.name, headName: '陈*远', uscc: '91440300MA5FX1MP11' });
    }
    const { items } = await json<{ items: unknown[] }>(await as(platform, account).get('/api/units'));
    expect(items).toMatchObject([unit]);
  });

  it('of 200 filings is one application, and costs no statement per filing', async () => {
    const account = aPersonalUser();
    const numbers = await manyFilings(platform, account, reviewer, 201);
    const tooMany = await submit(await aChange(platform, account, numbers), account);
    await expectProblem(tooMany, { ...invalid, pointer: '/filingNumbers', fieldCode: 'list.too-long' });
    const body = await aChange(platform, account, numbers.slice(0, 200), { system: { remarks: '换装存储' } });
    statements.length = 0;
    const application = await json<ApplicationSummary>(await submit(body, account), 201);
    expect(statements.length).toBeLessThan(40);
    statements.length = 0;
    await settled(platform, reviewer, application, approval);
    expect(statements.length).toBeLessThan(90);
    const [row] = await platform.orm.em
      .fork()
      .execute<{ n: string }[]>(
        `select count(*) n from filing_version where number = 2 and content -> 'system' ->> 'remarks' = '换装存储'`,
      );
    expect(Number(row?.n)).toBe(200);
    expect((await filingOf(numbers[200]!, account)).version).toBe(1);
  });

  it('needs the authorisation of a personal user, and none of a legal person', async () => {
    const number = await aFiling(platform, filer, reviewer);
    const { authorisationId: _, ...without } = await aChange(platform, filer, [number]);
    const missing = { ...invalid, pointer: '/authorisationId' } as const;
    await expectProblem(await submit(without), { ...missing, fieldCode: 'attachment.missing' });
    const other = await uploaded(platform, filer, 'cancellation_authorisation');
    await expectProblem(await submit({ ...without, authorisationId: other }), {
      ...missing,
      fieldCode: 'attachment.kind',
    });
    const legal = aLegalPerson('91440300MA5FX1MP11');
    const own = await aFiling(platform, legal, reviewer);
    const { authorisationId: __, ...legalBody } = await aChange(platform, legal, [own]);
    await json(await submit(legalBody, legal), 201);
  });

  it.each([
    ['the credit code', { unit: { uscc: '91350100M000100Y43' } }, '/unit/uscc'],
    ['the unit’s type', { unit: { type: 'foundation' } }, '/unit/type'],
    ['the number', { system: { number: '440305010000016' } }, '/system/number'],
    ['the date of first use', { system: { firstUseOn: '2025-01-01' } }, '/system/firstUseOn'],
  ])('may not change %s', async (_what, overrides, pointer) => {
    const body = await aChange(platform, filer, [formatFilingNumber('440305', 1)], overrides);
    await expectProblem(await submit(body), { ...invalid, pointer, fieldCode: 'field.unknown' });
  });

  it.each([
    ['no filing', { filingNumbers: [] }, '/filingNumbers', 'required'],
    ['no explanation', { explanation: ' ' }, '/explanation', 'text.empty'],
    ['no declaration', { truthful: false }, '/truthful', 'declaration.required'],
    ['a wrong phone', { system: { safetyOfficerPhone: '139' } }, '/system/safetyOfficerPhone', 'phone.format'],
  ])('is refused with %s', async (_what, overrides, pointer, fieldCode) => {
    const body = await aChange(platform, filer, [formatFilingNumber('440305', 1)], overrides);
    await expectProblem(await submit(body), { ...invalid, pointer, fieldCode });
  });

  it('is for the holder of every filing: a foreign one is pointed at', async () => {
    const number = await aFiling(platform, filer, reviewer);
    const stranger = aPersonalUser();
    const theirs = await aFiling(platform, stranger, reviewer);
    const body = await aChange(platform, filer, [number, theirs]);
    await expectProblem(await submit(body), { ...invalid, pointer: '/filingNumbers/1', fieldCode: 'filing.unknown' });
    const nobody = as(platform, { kind: 'nobody' });
    const staff = as(platform, reviewer);
    const forbidden = { status: 403, code: 'auth.forbidden' } as const;
    await expectProblem(await nobody.create('/api/applications', body), { status: 401, code: 'auth.required' });
    await expectProblem(await staff.create('/api/applications', body), forbidden);
  });

  it('waits for the business that is open on one of its filings, and the refusal names both', async () => {
    const numbers = [await aFiling(platform, filer, reviewer), await aFiling(platform, filer, reviewer)];
    const first = await aSubmittedChange(platform, filer, numbers.slice(1));
    const second = await expectProblem(await submit(await aChange(platform, filer, numbers)), {
      status: 409,
      code: 'filing.busy',
      pointer: '/filingNumbers/1',
    });
    expect(second.detail).toContain(first.number);
    expect(second.errors?.[0]?.message).toContain(numbers[1]!);
    const free = await filingOf(numbers[0]!);
    expect(free.status).toBe('valid');
    const bodies = [numbers, numbers.toReversed()];
    await as(platform, filer).post(`/api/applications/${first.id}/withdrawal`);
    await withdrawalApplied(platform, first.id);
    const answers = await Promise.all(bodies.map(async (all) => submit(await aChange(platform, filer, all))));
    expect(answers.map((answer) => answer.status).toSorted((a, b) => a - b)).toEqual([201, 409]);
  });
});
