import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ChangePreview } from '@beian/contracts/changes.ts';
import type { DeviceTableReport } from '@beian/contracts/device-tables.ts';
import { precheck, type Prechecked } from '@beian/contracts/precheck.rules.ts';
import type { ReviewTaskDetail } from '@beian/contracts/review.ts';
import type { Unit } from '@beian/contracts/units.ts';
import { aPersonalUser, aReviewer } from '@beian/testkit/actors.ts';
import { aChange } from '@beian/testkit/change.ts';
import { deviceCells, deviceTableFile } from '@beian/testkit/device-rows.ts';
import { aPlatform, type TestPlatform } from '@beian/testkit/platform.ts';
import {
  aFiling,
  aRegistration,
  aReturn,
  as,
  aUnit,
  json,
  settled,
  shortPolicy,
  taskOf,
  uploaded,
} from '@beian/testkit/registration.ts';
import { beijingDay } from '../calendar/beijing-time.rules.ts';

const filer = aPersonalUser();
const reviewer = aReviewer();
let platform: TestPlatform;
let unit: Unit;
beforeAll(async () => {
  platform = await aPlatform();
  unit = await aUnit(platform, filer);
});
afterAll(() => platform.stop());

const aTable = async (...rows: Record<string, string>[]) =>
  uploaded(platform, filer, 'device_table', await deviceTableFile(rows.map((row, i) => deviceCells(i + 1, row))));
const reportOf = async (documentId: string) =>
  json<DeviceTableReport>(await as(platform, filer).post('/api/device-tables/check', { documentId }));
const reviewed = async (application: { id: string; number: string }, resubmission?: string) => {
  const cause = resubmission
    ? ({ kind: 'resubmission', id: resubmission } as const)
    : ({ kind: 'submission' } as const);
  const policy = shortPolicy.review;
  await platform.activities.openReview({ applicationId: application.id, stage: 'first', cause, policy });
  const task = await taskOf(platform, reviewer, application.number);
  return json<ReviewTaskDetail>(await as(platform, reviewer).get(`/api/review/tasks/${task.id}`));
};
/** As the form of the filer finds it: by the same rules, from its values and the report of its table. */
const shown = async (system: Prechecked['system'], documentId: string) =>
  precheck({
    system,
    unitType: unit.type,
    devices: (await reportOf(documentId)).facts,
    filedOn: beijingDay(platform.filing.clock.now()),
  });

describe('the pre-check against the regulation', () => {
  it('shows the reviewer the list that the filer saw, and after a resubmission what is left of it', async () => {
    const deviceTableId = await aTable({ address: '三楼更衣室' }, { signPosted: '否' }, { pointName: '卫生间门口' });
    const system = {
      name: '海岸城购物中心视频监控系统',
      addressDetail: '文心五路 33 号',
      deviceCount: 3,
      retentionDays: 15,
      firstUseOn: '2025-02-01',
      hasSnapshot: true,
    };
    const before = await shown(system, deviceTableId);
    expect(before.map(({ code }) => code)).toEqual([
      'place.forbidden',
      'retention.short',
      'first-use.transition-late',
      'sign.missing',
      'place.beside-private',
    ]);
    const application = await aRegistration(platform, filer, unit, { ...system, deviceTableId });
    expect((await reviewed(application)).precheck).toEqual(before);

    await settled(platform, reviewer, application, aReturn);
    const correction = { baseVersion: 1, system: { retentionDays: 30 }, truthful: true };
    await json(await as(platform, filer).create(`/api/applications/${application.id}/resubmission`, correction), 201);
    const after = await reviewed(application, await versionId(application.id));
    expect(after.precheck).toEqual(before.filter(({ code }) => code !== 'retention.short'));
  });

  it('of a change is about the fields that change, in the dry run and in the review, filing by filing', async () => {
    const number = await aFiling(platform, filer, reviewer, { retentionDays: 20 });
    const named = await aChange(platform, filer, [number], { system: { remarks: '更衣室内部 1 台' } });
    const previewOf = async ({ kind: _, truthful: __, ...request }: Record<string, unknown>) =>
      json<ChangePreview>(await as(platform, filer).post('/api/changes/preview', request));
    const [remarks] = (await previewOf(named)).filings;
    expect(remarks?.precheck).toMatchObject([{ code: 'place.forbidden', fields: ['/system/remarks'] }]);

    const deviceTableId = await aTable({ signPosted: '否' }, {});
    const system = { retentionDays: 29, deviceTableId, deviceCount: 2 };
    const body = await aChange(platform, filer, [number], { system });
    const [previewed] = (await previewOf(body)).filings;
    expect(previewed?.precheck.map(({ code }) => code)).toEqual(['retention.short', 'sign.missing']);
    const application = await json<{ id: string; number: string }>(
      await as(platform, filer).create('/api/applications', body),
      201,
    );
    const { filings, precheck: whole } = await reviewed(application);
    expect(filings?.[0]?.precheck).toEqual(previewed?.precheck);
    expect(whole).toBeUndefined();
  });

  it('of a table tells counts, numbers and matched words, nothing else of its text', async () => {
    const report = await reportOf(
      await aTable({ pointName: '2 号更衣室', remarks: '联系人王建国', retentionDays: '7' }),
    );
    expect(report.facts).toMatchObject({
      total: 1,
      forbidden: { total: 1, serials: [1], words: ['更衣室'] },
      shortRetention: { total: 1, serials: [1] },
    });
    expect(JSON.stringify(report.facts)).not.toContain('王建国');
  });
});

/** The resubmission's id is that of its version. */
async function versionId(applicationId: string): Promise<string> {
  const sql = 'select id from application_version where application_id = ? order by number desc limit 1';
  const [row] = await platform.orm.em.fork().execute<{ id: string }[]>(sql, [applicationId]);
  return row?.id ?? '';
}
