import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ApplicationSummary } from '@beian/contracts/applications.ts';
import type { ChangePreview } from '@beian/contracts/changes.ts';
import { formatFilingNumber } from '@beian/contracts/filing-number.rules.ts';
import type { ReviewTaskDetail } from '@beian/contracts/review.ts';
import type { Filing } from '@beian/contracts/filings.ts';
import { aPersonalUser, aReviewer } from '@beian/testkit/actors.ts';
import { aChange, aDeviceTable, aSubmittedChange } from '@beian/testkit/change.ts';
import { expectProblem } from '@beian/testkit/expect-problem.ts';
import { aPlatform, type TestPlatform } from '@beian/testkit/platform.ts';
import { aFiling, applicationOf, as, json, named, openedReview, settled, taskOf } from '@beian/testkit/registration.ts';

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
const invalid = { status: 422, code: 'request.invalid' } as const;

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
    await openedReview(platform, application);
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

describe('correcting a change', () => {
  it('is shown before it is sent, with the pre-check of what it changes, and stores nothing', async () => {
    const numbers = [await aFiling(platform, filer, reviewer), await aFiling(platform, filer, reviewer)].toSorted();
    const application = await aSubmittedChange(platform, filer, numbers);
    const notice = ['system.retentionDays', 'change.proofs'].map((field) => ({
      field,
      problem: '与材料不一致',
      advice: '按证明材料填写',
    }));
    await settled(platform, reviewer, application, { outcome: 'return', opinion: '请补正。', notice });
    const path = `/api/applications/${application.id}/resubmission/preview`;
    const preview = (body: Record<string, unknown>, actor = filer) =>
      as(platform, actor).post(path, { baseVersion: 1, ...body });
    const perFiling = [{ filingNumber: numbers[1], system: { retentionDays: 20 } }];
    const { ok, filings } = await json<ChangePreview>(await preview({ change: { perFiling } }));
    expect(ok).toBe(true);
    expect(filings).toMatchObject([
      { filingNumber: numbers[0], diff: [{ before: '30', after: '90' }], precheck: [] },
      { filingNumber: numbers[1], diff: [{ before: '30', after: '20' }], precheck: [{ code: 'retention.short' }] },
    ]);
    const uncited = await preview({ system: { name: '新名称' } });
    await expectProblem(uncited, { ...invalid, pointer: '/system/name', fieldCode: 'field.not-cited' });
    await expectProblem(await preview({}, aPersonalUser()), { status: 404, code: 'not-found' });
    await expectProblem(await preview({ baseVersion: 2 }), { status: 409, code: 'application.version-stale' });
    expect(await applicationOf(platform, filer, application.id)).toMatchObject({ status: 'returned', version: 1 });
  });
});
