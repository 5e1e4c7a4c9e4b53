import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ApplicationSummary } from '@beian/contracts/applications.ts';
import type { DecisionResult, ReviewTask, ReviewTaskDetail } from '@beian/contracts/review.ts';
import type { Unit } from '@beian/contracts/units.ts';
import { aPersonalUser, aReviewer, organs } from '@beian/testkit/actors.ts';
import { expectProblem } from '@beian/testkit/expect-problem.ts';
import { aPlatform, type TestPlatform } from '@beian/testkit/platform.ts';
import {
  applicationOf,
  approval,
  aRegistration,
  aReturn,
  as,
  aUnit,
  decided,
  json,
  openedReview,
  taskOf,
  uploaded,
} from '@beian/testkit/registration.ts';

const filer = aPersonalUser();
const reviewer = aReviewer();
const colleague = aReviewer();
const elsewhere = aReviewer(organs.futian);
const nobody = { kind: 'nobody' } as const;
let platform: TestPlatform;
let unit: Unit;
const statements: string[] = [];

beforeAll(async () => {
  platform = await aPlatform({ onStatement: (sql) => statements.push(sql) });
  unit = await aUnit(platform, filer);
});
afterAll(() => platform.stop());

/** A registration whose review is open, as the workflow would have opened it. */
async function inReview(
  overrides: Record<string, unknown> = {},
): Promise<{ application: ApplicationSummary; task: ReviewTask }> {
  const application = await aRegistration(platform, filer, unit, overrides);
  await openedReview(platform, application);
  return { application, task: await taskOf(platform, reviewer, application.number) };
}
const claim = (task: ReviewTask, by = reviewer) => as(platform, by).post(`/api/review/tasks/${task.id}/claim`);
const decide = (task: ReviewTask, body: unknown, by = reviewer) =>
  as(platform, by).post(`/api/review/tasks/${task.id}/decision`, body);

describe('a decision', () => {
  it('needs the claim: without it, or by a colleague, it is refused', async () => {
    const { task } = await inReview();
    await expectProblem(await decide(task, approval), { status: 409, code: 'task.not-claimed' });
    await json(await claim(task));
    await expectProblem(await decide(task, approval, colleague), { status: 409, code: 'task.not-claimed' });
    await expectProblem(await decide(task, approval, elsewhere), { status: 404, code: 'not-found' });
    await expectProblem(await as(platform, filer).post(`/api/review/tasks/${task.id}/decision`, approval), {
      status: 403,
      code: 'auth.forbidden',
    });
    await expectProblem(await as(platform, nobody).post(`/api/review/tasks/${task.id}/decision`, approval), {
      status: 401,
      code: 'auth.required',
    });
  });

  it('is made once: the second gets 409, also at the same moment', async () => {
    const { task } = await inReview();
    await json(await claim(task));
    const answers = await Promise.all([decide(task, approval), decide(task, aReturn), decide(task, approval)]);
    expect(answers.map((answer) => answer.status).toSorted((a, b) => a - b)).toEqual([202, 409, 409]);
    await expectProblem(await decide(task, approval), { status: 409, code: 'task.decided' });
    await expectProblem(await claim(task), { status: 409, code: 'task.decided' });
  });

  it('and a withdrawal at the same moment: exactly one of them holds', async () => {
    for (let i = 0; i < 5; i += 1) {
      const { application, task } = await inReview();
      await json(await claim(task));
      const [decision, withdrawal] = await Promise.all([
        decide(task, approval),
        as(platform, filer).post(`/api/applications/${application.id}/withdrawal`),
      ]);
      expect([decision.status, withdrawal.status].toSorted((a, b) => a - b)).toEqual([202, 409]);
    }
  });

  it.each([
    ['a return without a notice', { outcome: 'return', opinion: 'x' }, '/notice', 'decision.notice-required'],
    ['a rejection without a reason', { outcome: 'reject', opinion: 'x' }, '/reasonCode', 'decision.reason-required'],
    ['a re-routing without an organ', { outcome: 'reroute', opinion: 'x' }, '/targetOrgan', 'decision.organ-required'],
    ['no opinion', { outcome: 'approve', opinion: ' ' }, '/opinion', 'text.empty'],
    ['an unknown outcome', { outcome: 'maybe', opinion: 'x' }, '/outcome', 'value.not-allowed'],
    [
      'a field cited twice',
      { ...aReturn, notice: [...aReturn.notice, ...aReturn.notice] },
      '/notice',
      'decision.field-twice',
    ],
  ])('is refused: %s', async (_what, body, pointer, fieldCode) => {
    const { task } = await inReview();
    await json(await claim(task));
    await expectProblem(await decide(task, body), { status: 422, code: 'request.invalid', pointer, fieldCode });
  });

  it('re-routes to another organ, never to the own, a closed or an unknown one', async () => {
    const { application, task } = await inReview();
    await json(await claim(task));
    await platform.identity.orm.em
      .fork()
      .execute(`update organ set closed_on = '2026-01-01', successor_code = '440304' where code = '440307'`);
    for (const targetOrgan of ['440305', '440307', '999999']) {
      await expectProblem(await decide(task, { outcome: 'reroute', opinion: '不属于本辖区', targetOrgan }), {
        status: 422,
        code: 'task.reroute-same',
      });
    }
    const result = await json<DecisionResult>(
      await decide(task, { outcome: 'reroute', opinion: '不属于本辖区', targetOrgan: '440304', note: '请福田核实' }),
      202,
    );
    const { review, correction } = platform.filing.policy;
    const { decisionId } = result;
    await platform.activities.applyDecision({
      applicationId: application.id,
      taskId: task.id,
      decisionId,
      policy: correction,
    });
    await platform.activities.openReview({
      applicationId: application.id,
      stage: 'first',
      cause: { kind: 'reroute', id: decisionId },
      policy: review,
    });
    const there = await taskOf(platform, elsewhere, application.number);
    expect(there.organ.name).toBe('深圳市公安局福田分局');
    // The former organ has no purpose any more, and reads what was noted while it had one.
    await json(await as(platform, elsewhere).post(`/api/review/tasks/${there.id}/notes`, { text: '已核实' }), 201);
    const former = await json<ReviewTaskDetail>(await as(platform, reviewer).get(`/api/review/tasks/${task.id}`));
    expect(former.notes.map(({ text }) => text)).toEqual(['请福田核实']);
    const reveal = (by: typeof reviewer, { id }: ReviewTask) =>
      as(platform, by).post(`/api/review/tasks/${id}/personal-data`, { purpose: '核实' });
    await expectProblem(await reveal(reviewer, task), { status: 404, code: 'not-found' });
    await json(await reveal(elsewhere, there));
    const fresh = await uploaded(platform, filer, 'device_table');
    await json(await decided(platform, elsewhere, application.number, aReturn), 202);
    await platform.orm.em.fork().execute(
      `insert into application_version (id, application_id, number, content, sealed, document_ids, created_at)
         select gen_random_uuid(), application_id, 2, content, sealed, ?::jsonb, now() from application_version where application_id = ?`,
      [JSON.stringify([fresh]), application.id],
    );
    const opens = async (id: string | undefined) =>
      (await as(platform, reviewer).post(`/internal/document-access/${id}`)).status;
    expect([await opens(former.documents[0]?.id), await opens(fresh)]).toEqual([204, 404]);
  });

  it('keeps the internal note from the filer', async () => {
    const { application } = await inReview();
    await json(await decided(platform, reviewer, application.number, { ...aReturn, note: '疑似重复备案' }), 202);
    const text = JSON.stringify(await applicationOf(platform, filer, application.id));
    expect(text).toContain('请补正。');
    expect(text).not.toContain('疑似重复备案');
  });

  it('takes fewer than 15 SQL statements to record', async () => {
    const { task } = await inReview();
    await json(await claim(task));
    statements.length = 0;
    await json(await decide(task, approval), 202);
    const recording = statements.slice(0, statements.findIndex((sql) => sql.includes('commit')) + 1);
    expect(recording.length).toBeGreaterThan(5);
    expect(recording.length).toBeLessThan(15);
  });
});
