import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ApplicationSummary } from '@beian/contracts/applications.ts';
import type { Filing } from '@beian/contracts/filings.ts';
import type { ReviewTask, ReviewTaskDetail } from '@beian/contracts/review.ts';
import { aPersonalUser, aReviewer, organs } from '@beian/testkit/actors.ts';
import { aSubmittedChange, inFutian, manyFilings, partsOf } from '@beian/testkit/change.ts';
import { expectProblem } from '@beian/testkit/expect-problem.ts';
import { aPlatform, type TestPlatform } from '@beian/testkit/platform.ts';
import {
  applicationOf,
  approval,
  as,
  json,
  named,
  openedReview,
  settled,
  shortPolicy,
  taskOf,
  uploaded,
  withdrawalApplied,
} from '@beian/testkit/registration.ts';

const filer = aPersonalUser();
const nanshan = aReviewer();
const futian = aReviewer(organs.futian);
const rejection = { outcome: 'reject', reasonCode: 'false_information', opinion: '与现场不符' };
let platform: TestPlatform;
/** Filings of Nanshan that nothing was done with. */
let stock: string[] = [];
beforeAll(async () => {
  platform = await aPlatform();
  stock = await manyFilings(platform, filer, nanshan, 16);
});
afterAll(() => platform.stop());

function filed(): string {
  const number = stock.pop();
  if (number === undefined) throw new Error('more filings are changed than were made');
  return number;
}

const rows = async <T>(sql: string, params: unknown[] = []) => platform.orm.em.fork().execute<T[]>(sql, params);
const filingOf = async (number: string) => json<Filing>(await as(platform, filer).get(`/api/filings/${number}`));
const queueOf = async (by: typeof nanshan, query: string) =>
  (await json<{ items: ReviewTask[] }>(await as(platform, by).get(`/api/review/tasks?${query}`))).items;

/** Two filings of Nanshan, of which one moves to Futian. */
async function divided(): Promise<{ application: ApplicationSummary; stays: string; moves: string }> {
  const [stays, moves] = [filed(), filed()];
  const perFiling = [{ filingNumber: moves, system: inFutian }];
  return { application: await aSubmittedChange(platform, filer, [stays, moves], { perFiling }), stays, moves };
}

describe('a change that several organs decide', () => {
  it('is one application with a part for each organ, which is in review, and stands in the list once', async () => {
    const { application, stays, moves } = await divided();
    expect(application.status).toBe('in_review');
    const whole = await applicationOf(platform, filer, application.id);
    expect(whole.parts).toMatchObject([
      { number: `${application.number}-1`, organ: { code: '440305' }, status: 'submitted', filingNumbers: [stays] },
      { number: `${application.number}-2`, organ: { code: '440304' }, status: 'submitted', filingNumbers: [moves] },
    ]);
    expect(whole.filings?.find((one) => one.filingNumber === moves)).toMatchObject({
      organ: { code: '440304' },
      movesFrom: { code: '440305' },
      status: 'submitted',
    });
    const list = await json<{ items: ApplicationSummary[] }>(await as(platform, filer).get('/api/applications'));
    expect(list.items.filter(({ number }) => number.startsWith(application.number))).toHaveLength(1);
    const part = await applicationOf(platform, filer, whole.parts?.[1]?.id ?? '');
    expect(part).toMatchObject({ parent: { id: application.id, number: application.number }, filingNumbers: [moves] });
    const started = await rows<{ payload: { op: string; input: { parts: unknown[] } } }>(
      `select payload from outbox where lane = 'workflow' and aggregate = any (?::uuid[]::text[])`,
      [`{${[application.id, ...(whole.parts ?? []).map(({ id }) => id)].join()}}`],
    );
    expect(started).toMatchObject([{ payload: { op: 'start', input: { parts: [{}, {}] } } }]);
  });

  it('takes effect part by part: what one organ approves holds, what the other rejects stays as it was', async () => {
    const { application, stays, moves } = await divided();
    const parts = await partsOf(platform, filer, application.id);
    await settled(platform, nanshan, parts.get('440305')!, approval);
    expect(await filingOf(stays)).toMatchObject({ version: 2, status: 'valid' });
    expect(await filingOf(moves)).toMatchObject({ version: 1, status: 'changing' });
    await expect(platform.activities.settleParts({ applicationId: application.id })).rejects.toThrow('open');
    await settled(platform, futian, parts.get('440304')!, rejection);
    expect(await filingOf(moves)).toMatchObject({ version: 1, status: 'valid', organ: { code: '440305' } });
    const settle = () => platform.activities.settleParts({ applicationId: application.id });
    expect(await settle()).toEqual({ status: 'completed' });
    expect(await settle()).toEqual({ status: 'completed' });
    const done = await applicationOf(platform, filer, application.id);
    expect(done).toMatchObject({ status: 'completed', allowedActions: [] });
    const outcomes = done.filings?.map((one) => [one.filingNumber, one.status] as const);
    expect(Object.fromEntries(outcomes ?? [])).toEqual({ [stays]: 'completed', [moves]: 'rejected' });
    expect(done.timeline.map((entry) => entry.kind)).toEqual(['submitted', 'completed']);
    const receipt = await as(platform, filer).get(`/api/applications/${application.id}/receipt.pdf`);
    expect(receipt.status).toBe(200);
  });

  it('withdrawn as a whole ends the parts that are open and leaves what is decided; a part can be withdrawn alone', async () => {
    const { application, stays, moves } = await divided();
    const parts = await partsOf(platform, filer, application.id);
    await settled(platform, nanshan, parts.get('440305')!, approval);
    expect((await as(platform, filer).post(`/api/applications/${application.id}/withdrawal`)).status).toBe(202);
    const part = parts.get('440304')!;
    const [withdrawal] = await rows<{ id: string }>('select id from withdrawal where application_id = ?', [part.id]);
    // The signal may find no workflow yet: whoever opens the review learns of the withdrawal.
    expect(await openedReview(platform, part)).toEqual({ opened: false, withdrawalId: withdrawal?.id });
    await platform.activities.applyWithdrawal({ applicationId: part.id, withdrawalId: withdrawal?.id ?? '' });
    await platform.activities.settleParts({ applicationId: application.id });
    expect((await as(platform, filer).post(`/api/applications/${application.id}/withdrawal`)).status).toBe(200);
    expect(await applicationOf(platform, filer, application.id)).toMatchObject({ status: 'completed' });
    expect([(await filingOf(stays)).version, (await filingOf(moves)).version]).toEqual([2, 1]);

    const again = await divided();
    const alone = (await partsOf(platform, filer, again.application.id)).get('440304')!;
    await as(platform, filer).post(`/api/applications/${alone.id}/withdrawal`);
    const status = async (organ: string) => (await partsOf(platform, filer, again.application.id)).get(organ)?.status;
    await withdrawalApplied(platform, alone.id);
    expect([await status('440304'), await status('440305')]).toEqual(['withdrawn', 'submitted']);
  });

  it('can no longer be withdrawn once every part is decided', async () => {
    const { application } = await divided();
    for (const [organ, part] of await partsOf(platform, filer, application.id))
      await settled(platform, organ === '440305' ? nanshan : futian, part, approval);
    const late = await as(platform, filer).post(`/api/applications/${application.id}/withdrawal`);
    await expectProblem(late, { status: 409, code: 'application.decided' });
  });
});

describe('a filing that moves to another county', () => {
  it('is decided by the new organ, seen by the old one, and keeps its number', async () => {
    const number = filed();
    const application = await aSubmittedChange(platform, filer, [number], { system: inFutian });
    expect(application.organ.code).toBe('440304');
    await openedReview(platform, application);
    const q = `q=${application.number}`;
    expect(await queueOf(nanshan, q)).toEqual([]);
    const [task] = await queueOf(nanshan, `${q}&observed=true`);
    expect(task).toMatchObject({ observed: true, organ: { code: '440304' } });
    expect(await queueOf(futian, `${q}&observed=true`)).toEqual([]);
    const path = `/api/review/tasks/${task?.id}`;
    const detail = await json<ReviewTaskDetail>(await as(platform, nanshan).get(path));
    expect(detail).toMatchObject({ allowed: [], notes: [], filings: [{ movesFrom: { code: '440305' } }] });
    expect(JSON.stringify(detail)).not.toContain(named.safetyOfficerName);
    const access = await as(platform, nanshan).post(`/internal/document-access/${detail.documents[0]?.id}`);
    expect(access.status).toBe(204);
    for (const [act, body] of [
      ['claim', {}],
      ['decision', approval],
      ['personal-data', { purpose: '核实' }],
    ] as const) {
      const answer = await as(platform, nanshan).post(`${path}/${act}`, body);
      await expectProblem(answer, { status: 404, code: 'not-found' });
    }
    const elsewhere = aReviewer({ ...organs.shenzhen });
    await expectProblem(await as(platform, elsewhere).get(path), { status: 404, code: 'not-found' });

    await settled(platform, futian, application, approval);
    expect(await filingOf(number)).toMatchObject({
      number,
      version: 2,
      organ: { code: '440304', name: '深圳市公安局福田分局' },
      content: { system: { divisionName: '广东省深圳市福田区', addressDetail: '福华一路 1 号' } },
    });
    const [filing] = await rows<{ county_code: string }>('select county_code from filing where number = ?', [number]);
    expect(filing?.county_code).toBe('440304');
  });
});

describe('correcting a change', () => {
  const aReturnOf = (...fields: string[]) => ({
    outcome: 'return',
    opinion: '请补正。',
    notice: fields.map((field) => ({ field, problem: '与材料不一致', advice: '按证明材料填写' })),
  });
  const resubmit = (id: string, body: Record<string, unknown>) =>
    as(platform, filer).create(`/api/applications/${id}/resubmission`, { baseVersion: 1, truthful: true, ...body });
  const versionOf = async (id: string) =>
    (await rows<{ id: string }>('select id from application_version where application_id = ? and number = 2', [id]))[0]
      ?.id ?? '';
  const invalid = { status: 422, code: 'request.invalid' } as const;

  it('changes cited fields of all filings or of one, and shows the reviewer what differs since the last review', async () => {
    const numbers = [filed(), filed()].toSorted();
    const application = await aSubmittedChange(platform, filer, numbers);
    await settled(platform, nanshan, application, aReturnOf('system.retentionDays', 'change.proofs'));
    const uncited = { system: { name: '新名称', retentionDays: 60 }, change: { explanation: '更正' } };
    const refused = await expectProblem(await resubmit(application.id, uncited), invalid);
    expect(refused.errors?.map(({ pointer, code }) => [pointer, code])).toEqual([
      ['/system/name', 'field.not-cited'],
      ['/change/explanation', 'field.not-cited'],
      ['/change/proofs', 'field.not-corrected'],
    ]);
    const proofIds = [await uploaded(platform, filer, 'change_proof')];
    const perFiling = [{ filingNumber: numbers[1], system: { retentionDays: 120 } }];
    await json(await resubmit(application.id, { change: { proofIds, perFiling } }), 201);
    const cause = { kind: 'resubmission', id: await versionOf(application.id) } as const;
    const { review: policy } = shortPolicy;
    await platform.activities.openReview({ applicationId: application.id, stage: 'first', cause, policy });
    const task = await taskOf(platform, nanshan, application.number);
    const detail = await json<ReviewTaskDetail>(await as(platform, nanshan).get(`/api/review/tasks/${task.id}`));
    expect(detail.diff).toEqual([{ field: 'change.proofs', before: null, after: '授权书.pdf' }]);
    expect(detail.filings).toMatchObject([
      { filingNumber: numbers[0], diff: [{ before: '30', after: '90' }], corrected: [] },
      { filingNumber: numbers[1], diff: [{ before: '30', after: '120' }], corrected: [{ before: '90', after: '120' }] },
    ]);
    await settled(platform, nanshan, application, approval, cause);
    const days = await Promise.all(numbers.map(async (one) => (await filingOf(one)).content.system.retentionDays));
    expect(days).toEqual([90, 120]);
  });

  it('may not take a filing out of the area of the organ that decides the others', async () => {
    const numbers = [filed(), filed()];
    const application = await aSubmittedChange(platform, filer, numbers);
    await settled(platform, nanshan, application, aReturnOf('system.address'));
    const perFiling = [{ filingNumber: numbers[0], system: inFutian }];
    await expectProblem(await resubmit(application.id, { change: { perFiling } }), {
      ...invalid,
      pointer: '/change/perFiling/0/system/countyCode',
      fieldCode: 'change.other-organ',
    });
    // All of them together move with the application.
    await json(await resubmit(application.id, { system: inFutian }), 201);
    expect((await applicationOf(platform, filer, application.id)).organ.code).toBe('440304');
    await settled(platform, futian, application, approval, {
      kind: 'resubmission',
      id: await versionOf(application.id),
    });
    expect((await filingOf(numbers[1]!)).organ.code).toBe('440304');
    expect(await queueOf(nanshan, `q=${application.number}&observed=true&status=decided`)).toHaveLength(1);
  });

  it('is asked for in terms of a change', async () => {
    const application = await aSubmittedChange(platform, filer, [filed()]);
    await openedReview(platform, application);
    const task = await taskOf(platform, nanshan, application.number);
    await json(await as(platform, nanshan).post(`/api/review/tasks/${task.id}/claim`));
    for (const field of ['unit.uscc', 'system.firstUseOn', 'cancellation.reason']) {
      const answer = await as(platform, nanshan).post(`/api/review/tasks/${task.id}/decision`, aReturnOf(field));
      await expectProblem(answer, { ...invalid, pointer: '/notice/0/field', fieldCode: 'notice.field-kind' });
    }
  });
});
