import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ApplicationSummary } from '@beian/contracts/applications.ts';
import type { ChangePreview } from '@beian/contracts/changes.ts';
import { formatFilingNumber } from '@beian/contracts/filing-number.rules.ts';
import type { ReviewTaskDetail } from '@beian/contracts/review.ts';
import type { Filing } from '@beian/contracts/filings.ts';
import { aLegalPerson, aPersonalUser, aReviewer } from '@beian/testkit/actors.ts';
import { aChange, aDeviceTable, aSubmittedChange, manyFilings } from '@beian/testkit/change.ts';
import { expectProblem } from '@beian/testkit/expect-problem.ts';
import { aPlatform, type TestPlatform } from '@beian/testkit/platform.ts';
import {
  aFiling,
  applicationOf,
  approval,
  as,
  json,
  named,
  settled,
  taskOf,
  uploaded,
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
const preview = async (body: Record<string, unknown>, actor = filer) => {
  const { kind: _, truthful: __, ...request } = body;
  return as(platform, actor).post('/api/changes/preview', request);
};
const filingOf = async (number: string, actor = filer) =>
  json<Filing>(await as(platform, actor).get(`/api/filings/${number}`));
const opened = (id: string) => {
  const policy = { due: { amount: 60, unit: 'seconds' as const }, remindAfter: [], escalateAfter: [] };
  return platform.activities.openReview({ applicationId: id, stage: 'first', cause: { kind: 'submission' }, policy });
};
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
    ['the credit code', { unit: { uscc: '91350100M000100Y43' } }, '/unit'],
    ['the unit’s type', { unit: { type: 'foundation' } }, '/unit'],
    ['the number', { system: { number: '440305010000016' } }, '/system'],
    ['the date of first use', { system: { firstUseOn: '2025-01-01' } }, '/system'],
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
    const [row] = await platform.orm.em
      .fork()
      .execute<{ id: string }[]>('select id from withdrawal where application_id = ?', [first.id]);
    await platform.activities.applyWithdrawal({ applicationId: first.id, withdrawalId: row?.id ?? '' });
    const answers = await Promise.all(bodies.map(async (all) => submit(await aChange(platform, filer, all))));
    expect(answers.map((answer) => answer.status).toSorted((a, b) => a - b)).toEqual([201, 409]);
  });
});

describe('the dry run of a change', () => {
  it('shows for each filing what would differ and who decides, people masked, and writes nothing', async () => {
    const number = await aFiling(platform, filer, reviewer);
    const system = { safetyOfficerName: '刘建军', retentionDays: 60 };
    const answer = await json<ChangePreview>(await preview(await aChange(platform, filer, [number], { system })));
    expect(answer).toEqual({
      ok: true,
      filings: [
        {
          filingNumber: number,
          systemName: '海岸城购物中心视频监控系统',
          organ: { code: '440305', name: '深圳市公安局南山分局' },
          diff: [
            { field: 'system.retentionDays', before: '30', after: '60' },
            { field: 'system.safetyOfficerName', before: '王*国', after: '刘*军' },
          ],
          errors: [],
          precheck: [],
        },
      ],
    });
    expect(JSON.stringify(answer)).not.toContain(named.safetyOfficerName);
    expect((await filingOf(number)).status).toBe('valid');
  });

  it('compares a new device table device by device, for the filer and for the reviewer', async () => {
    const deviceTableId = await aDeviceTable(platform, filer, ['甲', '乙', '丙']);
    const numbers = [1, 2].map(() => aFiling(platform, filer, reviewer, { deviceTableId, deviceCount: 3 }));
    const [stays, shrinks] = await Promise.all(numbers);
    const fewer = await aDeviceTable(platform, filer, ['甲', '乙'], ['乙']);
    const perFiling = [{ filingNumber: shrinks, system: { deviceTableId: fewer, deviceCount: 2 } }];
    const body = await aChange(platform, filer, [stays!, shrinks!], { perFiling });
    const { filings } = await json<ChangePreview>(await preview(body));
    const expected = { counts: { added: 0, removed: 1, changed: 1, unchanged: 1 } };
    expect(filings[1]?.devices).toMatchObject({ ...expected, removed: [{ pointName: '丙' }] });
    expect(filings[0]).not.toHaveProperty('devices');
    const application = await json<ApplicationSummary>(await submit(body), 201);
    await opened(application.id);
    const task = await taskOf(platform, reviewer, application.number);
    const detail = await json<ReviewTaskDetail>(await as(platform, reviewer).get(`/api/review/tasks/${task.id}`));
    expect(detail.filings?.find((one) => one.filingNumber === shrinks)?.devices).toMatchObject(expected);
    expect(detail).not.toHaveProperty('deviceDiff');
  });

  it('tells what is wrong filing by filing', async () => {
    const [good, busy, same] = [
      await aFiling(platform, filer, reviewer),
      await aFiling(platform, filer, reviewer),
      await aFiling(platform, filer, reviewer),
    ];
    const open = await aSubmittedChange(platform, filer, [busy]);
    const unknown = formatFilingNumber('440305', 999_998);
    const body = await aChange(platform, filer, [good, busy, same, unknown], {
      system: { deviceCount: 13 },
      perFiling: [{ filingNumber: same, system: { deviceCount: 12 } }],
    });
    const { ok, filings } = await json<ChangePreview>(await preview(body));
    expect(ok).toBe(false);
    expect(filings.map((one) => one.errors.map(({ pointer, code }) => [pointer, code]))).toEqual([
      [['/system/deviceCount', 'device-table.count']],
      [
        ['/filingNumbers/1', 'filing.busy'],
        ['/system/deviceCount', 'device-table.count'],
      ],
      [['/filingNumbers/2', 'change.nothing']],
      [['/filingNumbers/3', 'filing.unknown']],
    ]);
    expect(filings[0]?.errors[0]?.message).toContain('12');
    expect(filings[1]?.errors[0]?.message).toContain(open.number);
    const refused = await expectProblem(await submit(body), invalid);
    expect(refused.errors?.map((error) => error.pointer).toSorted()).toEqual([
      '/filingNumbers/2',
      '/filingNumbers/3',
      '/system/deviceCount',
    ]);
  });

  it('refuses filings of two units, and a difference for a filing that is not among them', async () => {
    const number = await aFiling(platform, filer, reviewer);
    const other = await aFiling(platform, filer, reviewer);
    await platform.orm.em
      .fork()
      .execute(`update filing set uscc = '91350100M000100Y43' where number = ?`, [other], 'run');
    const two = await json<ChangePreview>(await preview(await aChange(platform, filer, [number, other])));
    expect(two.filings[1]?.errors[0]?.code).toBe('change.other-unit');
    const perFiling = [{ filingNumber: other, system: { retentionDays: 60 } }];
    await expectProblem(await preview(await aChange(platform, filer, [number], { perFiling })), {
      ...invalid,
      pointer: '/perFiling/0/filingNumber',
      fieldCode: 'change.not-listed',
    });
  });

  it('is for filers who are signed in, and needs a body', async () => {
    const body = await aChange(platform, filer, [await aFiling(platform, filer, reviewer)]);
    const { kind: _, truthful: __, ...request } = body;
    const path = '/api/changes/preview';
    await expectProblem(await as(platform, { kind: 'nobody' }).post(path, request), {
      status: 401,
      code: 'auth.required',
    });
    await expectProblem(await as(platform, reviewer).post(path, request), { status: 403, code: 'auth.forbidden' });
    await expectProblem(await as(platform, filer).post(path, {}), { ...invalid, pointer: '/filingNumbers' });
  });
});
