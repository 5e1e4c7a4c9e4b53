import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Application, ApplicationSummary } from '@beian/contracts/applications.ts';
import type { DeviceTableReport } from '@beian/contracts/device-tables.ts';
import type { ReviewTaskDetail } from '@beian/contracts/review.ts';
import type { Unit } from '@beian/contracts/units.ts';
import { aPersonalUser, aReviewer, organs } from '@beian/testkit/actors.ts';
import { anAppeal, lodgedPublicly } from '@beian/testkit/appeals.ts';
import { deviceCells, deviceTableFile } from '@beian/testkit/device-rows.ts';
import { expectProblem } from '@beian/testkit/expect-problem.ts';
import { aPlatform, type TestPlatform } from '@beian/testkit/platform.ts';
import {
  applicationOf,
  aRegistration,
  as,
  aSystem,
  aUnit,
  decided,
  json,
  named,
  settled,
  shortPolicy,
  taskOf,
  uploaded,
} from '@beian/testkit/registration.ts';

const operator = aReviewer(organs.ministry, ['operator']);
const reviewer = aReviewer();
const start = '2026-11-25T10:00:00+08:00';
let now = start;
let platform: TestPlatform;
beforeAll(async () => {
  platform = await aPlatform({ clock: { now: () => new Date(now) }, publicQuery: true });
  await add('unit_type', { code: 'law_firm', label: { zh: '律师事务所', en: 'Law firm' }, rule: 'business_licence' });
  await add('unit_type', { code: 'embassy', label: { zh: '使领馆', en: 'Embassy' }, rule: 'legal_person_certificate' });
  await add('rejection_reason', {
    code: 'moved_away',
    label: { zh: '系统已迁出', en: 'Moved away' },
    rule: 'not_appeal',
  });
  await add('appeal_ground', { code: 'fees', label: { zh: '收费问题', en: 'Fees' } });
  await add('place_category', { code: 'hospital', label: { zh: '医疗机构', en: 'Hospital' }, rule: 'gathering' });
});
afterAll(() => platform.stop());
beforeEach(() => {
  now = start;
});

const entries = (dictionary: string) => `/api/review/dictionaries/${dictionary}/entries`;
const add = async (dictionary: string, entry: Record<string, unknown>) =>
  json(await as(platform, operator).create(entries(dictionary), { position: 200, ...entry }), 201);
const retire = async (dictionary: string, code: string, from: string) =>
  json(await as(platform, operator).put(`${entries(dictionary)}/${code}/retirement`, { from }));
const restore = async (dictionary: string, code: string) =>
  json(await as(platform, operator).delete(`${entries(dictionary)}/${code}/retirement`));

async function aUnitOf(
  filer: ReturnType<typeof aPersonalUser>,
  type: string,
  proof: 'business_licence' | 'legal_person_certificate',
) {
  const attachments = await Promise.all(
    ([proof, 'registration_authorisation'] as const).map(async (kind) => ({
      kind,
      documentId: await uploaded(platform, filer, kind),
    })),
  );
  const unit = { uscc: '91440300MA5FX1MP11', type, name: '某单位', headName: named.headName, attachments };
  return as(platform, filer).create('/api/units', unit);
}
const invalid = { status: 422, code: 'request.invalid' } as const;

describe('a unit type of the dictionary', () => {
  it('asks for the attachment that its entry names, and a filing may be made with it', async () => {
    const filer = aPersonalUser();
    await expectProblem(await aUnitOf(filer, 'law_firm', 'legal_person_certificate'), {
      ...invalid,
      pointer: '/attachments/business_licence',
      fieldCode: 'attachment.missing',
    });
    await expectProblem(await aUnitOf(filer, 'embassy', 'business_licence'), {
      ...invalid,
      pointer: '/attachments/legal_person_certificate',
      fieldCode: 'attachment.missing',
    });
    const unit = await json<Unit>(await aUnitOf(filer, 'law_firm', 'business_licence'), 201);
    const { id } = await aRegistration(platform, filer, unit);
    expect((await applicationOf(platform, filer, id)).content?.unit.type).toBe('law_firm');
  });

  it('that is retired is refused for a new unit from its day on at midnight in Beijing, and the answer says what to choose', async () => {
    await retire('unit_type', 'law_firm', '2026-11-27');
    now = '2026-11-26T23:59:59+08:00';
    await json(await aUnitOf(aPersonalUser(), 'law_firm', 'business_licence'), 201);
    now = '2026-11-27T00:00:00+08:00';
    const refused = await expectProblem(await aUnitOf(aPersonalUser(), 'law_firm', 'business_licence'), {
      ...invalid,
      pointer: '/type',
      fieldCode: 'dictionary.retired',
    });
    const message = refused.errors?.find(({ pointer }) => pointer === '/type')?.message;
    expect(message).toMatch(/^“律师事务所”自 2026-11-27 起已停用，请重新选择：企业、个体工商户、.*使领馆。$/);
    await restore('unit_type', 'law_firm');
  });

  it('that is retired stays that of the units and filings that have it', async () => {
    const filer = aPersonalUser();
    const unit = await json<Unit>(await aUnitOf(filer, 'law_firm', 'business_licence'), 201);
    await retire('unit_type', 'law_firm', '2026-11-25');
    const application = await aRegistration(platform, filer, unit);
    const cited = {
      outcome: 'return',
      opinion: '请补正。',
      notice: [{ field: 'unit.type', problem: '–', advice: '–' }],
    };
    await settled(platform, reviewer, application, cited);
    const path = `/api/applications/${application.id}/resubmission`;
    const answer = (body: Record<string, unknown>) =>
      as(platform, filer).create(path, { baseVersion: 1, truthful: true, ...body });
    await expectProblem(await answer({ unit: { type: 'nothing' } }), {
      ...invalid,
      pointer: '/unit/type',
      fieldCode: 'dictionary.unknown',
    });
    // Unchanged and explained.
    await json(await answer({ explanation: '类型无误' }), 201);
    const answered = await applicationOf(platform, filer, application.id);
    expect(answered).toMatchObject({ version: 2, content: { unit: { type: 'law_firm' } } });
    await restore('unit_type', 'law_firm');
  });

  it('is refused on paper too when there is none such, beside whatever else is wrong', async () => {
    const paper = {
      unit: {
        uscc: '91350100M000100Y43',
        type: 'club',
        name: '某俱乐部',
        headName: named.headName,
        attachments: [],
      },
      system: { ...aSystem(await uploaded(platform, reviewer, 'device_table')), deviceCount: 13 },
      formId: await uploaded(platform, reviewer, 'paper_form'),
      receivedOn: '2026-11-02',
    };
    const problem = await expectProblem(await as(platform, reviewer).create('/api/paper-filings', paper), {
      ...invalid,
      pointer: '/unit/type',
      fieldCode: 'dictionary.unknown',
    });
    expect(problem.errors?.map(({ pointer }) => pointer)).toContain('/system/deviceCount');
  });
});

describe('a reason of the dictionary', () => {
  const filer = aPersonalUser();
  let unit: Unit;
  const opened = async (): Promise<ApplicationSummary> => {
    unit ??= await aUnit(platform, filer);
    const application = await aRegistration(platform, filer, unit);
    const cause = { kind: 'submission' } as const;
    const { review: policy } = shortPolicy;
    await platform.activities.openReview({ applicationId: application.id, stage: 'first', cause, policy });
    return application;
  };

  it('is given to a rejection of the businesses that it is for, and told by its code alone', async () => {
    const application = await opened();
    const decision = { outcome: 'reject', reasonCode: 'moved_away', opinion: '系统已迁出本区。' };
    await json(await decided(platform, reviewer, application.number, decision), 202);
    const { reviews } = await json<Application>(await as(platform, filer).get(`/api/applications/${application.id}`));
    expect(reviews[0]).toMatchObject({ outcome: 'reject', reasonCode: 'moved_away' });
  });

  it.each([
    ['for appeals alone', 'evidence_insufficient', 'decision.reason-kind'],
    ['that there is not', 'nothing', 'dictionary.unknown'],
    ['that is retired', 'duplicate_filing', 'dictionary.retired'],
  ])('%s is refused', async (_what, reasonCode, fieldCode) => {
    const application = await opened();
    if (fieldCode === 'dictionary.retired') await retire('rejection_reason', reasonCode, '2026-11-25');
    const answer = await decided(platform, reviewer, application.number, {
      outcome: 'reject',
      reasonCode,
      opinion: '–',
    });
    await expectProblem(answer, { ...invalid, pointer: '/reasonCode', fieldCode });
    const task = await taskOf(platform, reviewer, application.number);
    const shown = await json<ReviewTaskDetail>(await as(platform, reviewer).get(`/api/review/tasks/${task.id}`));
    expect(shown.allowed).toContain('decide');
  });

  it('that is retired takes no new canned text', async () => {
    await retire('rejection_reason', 'duplicate_filing', '2026-11-25');
    const senior = aReviewer(undefined, ['senior_reviewer']);
    const text = { use: 'rejection', reasonCode: 'duplicate_filing', text: '已备案。' };
    await expectProblem(await as(platform, senior).create('/api/review/canned-texts', text), {
      ...invalid,
      pointer: '/reasonCode',
      fieldCode: 'dictionary.retired',
    });
  });
});

describe('a ground of the dictionary', () => {
  it('is one on which an account and whoever cannot sign in may appeal, until it is retired', async () => {
    const appellant = aPersonalUser();
    const matter = { ground: 'fees', countyCode: '440305' };
    const body = await anAppeal(platform, appellant, matter);
    const { id } = await json<ApplicationSummary>(await as(platform, appellant).create('/api/applications', body), 201);
    expect((await applicationOf(platform, appellant, id)).appeal?.ground).toBe('fees');
    await json(await lodgedPublicly(platform, matter), 201);
    await retire('appeal_ground', 'fees', '2026-11-25');
    const retired = { ...invalid, pointer: '/ground', fieldCode: 'dictionary.retired' };
    await expectProblem(await as(platform, appellant).create('/api/applications', body), retired);
    await expectProblem(await lodgedPublicly(platform, matter), retired);
    expect((await applicationOf(platform, appellant, id)).appeal?.ground).toBe('fees');
  });
});

describe('a place of the dictionary', () => {
  const check = async (place: string): Promise<DeviceTableReport> => {
    const filer = aPersonalUser();
    const bytes = await deviceTableFile([deviceCells(1, { place })]);
    const documentId = await uploaded(platform, filer, 'device_table', bytes);
    return json(await as(platform, filer).post('/api/device-tables/check', { documentId }));
  };

  it('may stand in a device table beside the words of the standard sheet, and is kept below its item of article 7', async () => {
    expect((await check('医疗机构')).issues).toEqual([]);
    expect((await check('人员聚集场所')).issues).toEqual([]);
    const [issue] = (await check('体育馆')).issues;
    expect(issue).toMatchObject({ code: 'cell.choice', column: 'place' });
    expect(`${issue?.message}${issue?.remedy}`).toContain('医疗机构');
    const filer = aPersonalUser();
    const bytes = await deviceTableFile([deviceCells(1, { place: 'Hospital' }), deviceCells(2)]);
    const table = await uploaded(platform, filer, 'device_table', bytes);
    const overrides = { deviceTableId: table, deviceCount: 2 };
    const { id } = await aRegistration(platform, filer, await aUnit(platform, filer), overrides);
    const rows = await platform.orm.em.fork().execute<{ row: unknown }[]>(
      `select d.row from application_device d join application_version v on v.id = d.application_version_id
       where v.application_id = ? order by d.serial`,
      [id],
    );
    expect(rows.map(({ row }) => row)).toMatchObject([
      { place: 'gathering', placeKind: 'hospital' },
      { place: 'gathering' },
    ]);
  });
});
