import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Application, ApplicationSummary } from '@beian/contracts/applications.ts';
import type { Unit } from '@beian/contracts/units.ts';
import { aPersonalUser, aReviewer } from '@beian/testkit/actors.ts';
import { expectProblem } from '@beian/testkit/expect-problem.ts';
import { aPlatform, type TestPlatform } from '@beian/testkit/platform.ts';
import {
  approval,
  aRegistration,
  aReturn,
  as,
  aUnit,
  decided,
  json,
  named,
  openedReview,
} from '@beian/testkit/registration.ts';

const filer = aPersonalUser();
const stranger = aPersonalUser();
const nobody = { kind: 'nobody' } as const;
let platform: TestPlatform;
let unit: Unit;
const statements: string[] = [];

beforeAll(async () => {
  platform = await aPlatform({ onStatement: (sql) => statements.push(sql) });
  unit = await aUnit(platform, filer);
});
afterAll(() => platform.stop());

const rows = async <T>(sql: string, params: unknown[] = []): Promise<T[]> =>
  platform.orm.em.fork().execute<T[]>(sql, params);

describe('reading applications', () => {
  it('shows the filer everything, and nothing to others', async () => {
    const { id } = await aRegistration(platform, filer, unit);
    const application = await json<Application>(await as(platform, filer).get(`/api/applications/${id}`));
    expect(application.content?.system.safetyOfficerName).toBe(named.safetyOfficerName);
    expect(application.content?.system.divisionName).toBe('广东省深圳市南山区');
    expect(application.timeline.map((entry) => entry.kind)).toEqual(['submitted']);
    expect(application.allowedActions).toEqual(['withdraw']);
    await expectProblem(await as(platform, stranger).get(`/api/applications/${id}`), {
      status: 404,
      code: 'not-found',
    });
    await expectProblem(await as(platform, nobody).get(`/api/applications/${id}`), {
      status: 401,
      code: 'auth.required',
    });
    await expectProblem(await as(platform, filer).get('/api/applications/7'), {
      status: 422,
      code: 'request.invalid',
      pointer: '/id',
    });
  });

  it('lists own applications page by page, newest first, by any filter', async () => {
    const account = aPersonalUser();
    const own = await aUnit(platform, account, '91440300MA5HX6WP6H');
    const names = ['甲系统', '乙系统', '丙_系统'];
    for (const name of names) await aRegistration(platform, account, own, { name });
    const list = async (query: string) =>
      json<{ items: ApplicationSummary[]; next?: string }>(
        await as(platform, account).get(`/api/applications?${query}`),
      );
    const first = await list('limit=2');
    const second = await list(`limit=2&cursor=${first.next}`);
    expect([...first.items, ...second.items].map((item) => item.systemName)).toEqual(names.toReversed());
    expect(second.next).toBeUndefined();
    expect((await list(`systemName=${encodeURIComponent('_')}`)).items.map((item) => item.systemName)).toEqual([
      '丙_系统',
    ]);
    expect((await list('status=completed')).items).toEqual([]);
    expect((await list('uscc=91440300ma5hx6wp6h&kind=registration')).items).toHaveLength(3);
    await expectProblem(await as(platform, account).get('/api/applications?cursor=x'), {
      status: 422,
      code: 'request.invalid',
      pointer: '/cursor',
    });
    await expectProblem(await as(platform, account).get('/api/applications?status=lost'), {
      status: 422,
      code: 'request.invalid',
      pointer: '/status',
    });
    await expectProblem(await as(platform, nobody).get('/api/applications'), { status: 401, code: 'auth.required' });
  });

  it('gives a receipt as PDF to the filer alone', async () => {
    const { id, number } = await aRegistration(platform, filer, unit);
    const response = await as(platform, filer).get(`/api/applications/${id}/receipt.pdf`);
    expect(response.headers.get('content-disposition')).toContain(`${number}.pdf`);
    const bytes = new Uint8Array(await response.arrayBuffer());
    expect(new TextDecoder().decode(bytes.subarray(0, 5))).toBe('%PDF-');
    expect(bytes.byteLength).toBeLessThan(102_400);
    await expectProblem(await as(platform, stranger).get(`/api/applications/${id}/receipt.pdf`), {
      status: 404,
      code: 'not-found',
    });
    await expectProblem(await as(platform, nobody).get(`/api/applications/${id}/receipt.pdf`), {
      status: 401,
      code: 'auth.required',
    });
  });
});

describe('resubmitting', () => {
  const returned = async () => {
    const application = await aRegistration(platform, filer, unit);
    await openedReview(platform, application);
    const answer = await decided(platform, aReviewer(), application.number, aReturn);
    const { decisionId, taskId } = await json<{ decisionId: string; taskId: string }>(answer, 202);
    await platform.activities.applyDecision({
      applicationId: application.id,
      taskId,
      decisionId,
      policy: platform.filing.policy.correction,
    });
    return application;
  };
  const correction = { baseVersion: 1, system: { retentionDays: 90 }, truthful: true };
  const resubmit = (id: string, body: unknown, by = filer) =>
    as(platform, by).create(`/api/applications/${id}/resubmission`, body);

  it('makes a second version of the cited field and leaves the first as it was', async () => {
    const { id } = await returned();
    expect(await json(await resubmit(id, correction), 201)).toMatchObject({ status: 'resubmitted' });
    const versions = await rows<{ number: number; days: string }>(
      `select number, content -> 'system' ->> 'retentionDays' as days from application_version where application_id = ? order by number`,
      [id],
    );
    expect(versions).toEqual([
      { number: 1, days: '30' },
      { number: 2, days: '90' },
    ]);
    await expectProblem(await resubmit(id, { ...correction, baseVersion: 2 }), {
      status: 409,
      code: 'application.not-open',
    });
  });

  it('refuses fields that the notice does not cite, and cited ones that are neither changed nor explained', async () => {
    const { id } = await returned();
    await expectProblem(await resubmit(id, { ...correction, system: { retentionDays: 90, name: '新名称' } }), {
      status: 422,
      code: 'request.invalid',
      pointer: '/system/name',
      fieldCode: 'field.not-cited',
    });
    await expectProblem(await resubmit(id, { baseVersion: 1, truthful: true }), {
      status: 422,
      code: 'request.invalid',
      pointer: '/system/retentionDays',
      fieldCode: 'field.not-corrected',
    });
    await json(await resubmit(id, { baseVersion: 1, explanation: '现场即为 30 天，请复核。', truthful: true }), 201);
  });

  it('is refused without the declaration, from a stale version, to strangers and to nobody', async () => {
    const { id } = await returned();
    await expectProblem(await resubmit(id, { ...correction, truthful: false }), {
      status: 422,
      code: 'request.invalid',
      pointer: '/truthful',
    });
    await expectProblem(await resubmit(id, { ...correction, baseVersion: 2 }), {
      status: 409,
      code: 'application.version-stale',
    });
    await expectProblem(await resubmit(id, correction, stranger), { status: 404, code: 'not-found' });
    const response = await as(platform, nobody).create(`/api/applications/${id}/resubmission`, correction);
    await expectProblem(response, { status: 401, code: 'auth.required' });
  });

  it('happens once when two windows send it at the same time', async () => {
    const { id } = await returned();
    const answers = await Promise.all([resubmit(id, correction), resubmit(id, correction)]);
    expect(answers.map((answer) => answer.status).toSorted((a, b) => a - b)).toEqual([201, 409]);
  });
});

describe('withdrawing', () => {
  const withdraw = (id: string, by = filer) =>
    as(platform, by).post(`/api/applications/${id}/withdrawal`, { reason: '系统拆除' });

  it('is recorded once, closes the open task and is settled by the workflow', async () => {
    const { id, number } = await aRegistration(platform, filer, unit);
    await openedReview(platform, { id });
    expect((await withdraw(id)).status).toBe(202);
    expect((await withdraw(id)).status).toBe(202);
    const [withdrawal] = await rows<{ id: string }>('select id from withdrawal where application_id = ?', [id]);
    const queue = await json<{ items: unknown[] }>(
      await as(platform, aReviewer()).get(`/api/review/tasks?q=${number}`),
    );
    expect(queue.items).toEqual([]);
    const withdrawalId = withdrawal?.id ?? '';
    expect(await platform.activities.applyWithdrawal({ applicationId: id, withdrawalId })).toEqual({ applied: true });
    const application = await json<Application>(await as(platform, filer).get(`/api/applications/${id}`));
    expect(application).toMatchObject({ status: 'withdrawn', allowedActions: [] });
    expect((await withdraw(id)).status).toBe(200);
  });

  it('comes too late after a decision, and is for the filer alone', async () => {
    const { id, number } = await aRegistration(platform, filer, unit);
    await openedReview(platform, { id });
    await expectProblem(await withdraw(id, stranger), { status: 404, code: 'not-found' });
    await expectProblem(await as(platform, nobody).post(`/api/applications/${id}/withdrawal`), {
      status: 401,
      code: 'auth.required',
    });
    const answer = await decided(platform, aReviewer(), number, approval);
    const { decisionId, taskId } = await json<{ decisionId: string; taskId: string }>(answer, 202);
    await expectProblem(await withdraw(id), { status: 409, code: 'application.decided' });
    await platform.activities.applyDecision({
      applicationId: id,
      taskId,
      decisionId,
      policy: platform.filing.policy.correction,
    });
    const problem = await expectProblem(await withdraw(id), { status: 409, code: 'application.not-open' });
    expect(problem.detail).toContain('已办结');
  });
});
