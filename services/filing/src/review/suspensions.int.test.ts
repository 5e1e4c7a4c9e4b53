import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ApplicationSummary } from '@beian/contracts/applications.ts';
import type { ProblemCode } from '@beian/contracts/problems.ts';
import type { ReviewTaskList } from '@beian/contracts/review.ts';
import type { z } from 'zod';
import { aReviewer, organs } from '@beian/testkit/actors.ts';
import { expectProblem } from '@beian/testkit/expect-problem.ts';
import { applicationOf, approval, aReturn, as, json } from '@beian/testkit/registration.ts';
import { filer, reviewer, suspensionDesk, visit } from '@beian/testkit/suspension-desk.ts';

const colleague = aReviewer();
const senior = aReviewer(organs.nanshan, ['senior_reviewer']);
const supervisor = aReviewer(organs.nanshan, ['supervisor']);
let desk: Awaited<ReturnType<typeof suspensionDesk>>;
beforeAll(async () => {
  desk = await suspensionDesk();
});
afterAll(() => desk.platform.stop());

const statuses: Partial<Record<ProblemCode, number>> = { 'auth.forbidden': 403, 'request.invalid': 422 };
/** Expects the problem of a code, which is a conflict unless it is one of those above. */
const refused = (response: Response, code: ProblemCode) =>
  expectProblem(response, { status: statuses[code] ?? 409, code });
describe('suspending a review', () => {
  it('stops its clock until a day that both sides read; nothing is decided, reminded of or escalated meanwhile', async () => {
    const one = await desk.suspended();
    expect(await desk.applySuspension(one)).toEqual({ applied: true, until: '2026-11-10T01:00:00.000Z' });
    expect(await desk.applySuspension(one)).toEqual({ applied: true, until: '2026-11-10T01:00:00.000Z' });

    const read = await applicationOf(desk.platform, filer, one.applicationId);
    expect(read).toMatchObject({ status: 'in_review', suspended: true, allowedActions: ['withdraw'] });
    expect(read).not.toHaveProperty('reviewDueAt');
    expect(read).not.toHaveProperty('predictedAt');
    const { reasonCode, resumeOn } = visit;
    expect(read.suspensions).toMatchObject([{ ...visit, organ: { name: '深圳市公安局南山分局' }, stage: 'first' }]);
    expect(read.timeline.map((entry) => entry.kind)).toEqual(['submitted', 'review_opened', 'review_suspended']);
    expect(read.timeline.at(-1)).toMatchObject({ by: 'organ', suspension: { reasonCode, resumeOn } });

    const { items } = await json<{ items: ApplicationSummary[] }>(
      await as(desk.platform, filer).get('/api/applications'),
    );
    expect(items.filter((item) => item.suspended).map(({ id }) => id)).toEqual([one.applicationId]);

    const task = await desk.detail(reviewer, one);
    expect(task).toMatchObject({ status: 'claimed', resumeOn, suspensions: [visit], overdue: false });
    expect(task.allowed).toEqual(['resume']);
    expect((await desk.detail(supervisor, one)).allowed).toEqual(['assign', 'resume', 'urge']);
    for (const body of [
      approval,
      aReturn,
      { outcome: 'reject', reasonCode: 'other', opinion: '不符合要求。' },
      { outcome: 'reroute', opinion: '属福田区。', targetOrgan: '440304' },
    ]) {
      await refused(await desk.post(reviewer, one, 'decision', body), 'task.suspended');
    }
    await refused(await desk.post(reviewer, one, 'release'), 'task.suspended');

    // Its old deadlines pass.
    desk.at('2026-11-16T10:00:00');
    await desk.platform.activities.remindReview({ taskId: one.taskId, step: 1 });
    await desk.platform.activities.escalateReview({ taskId: one.taskId, step: 1 });
    expect((await applicationOf(desk.platform, filer, one.applicationId)).timeline).toHaveLength(3);
    expect(await desk.detail(reviewer, one)).toMatchObject({ overdue: false, escalations: 0 });
  });

  it('is for who holds the task, until a day that the policy allows; what is wrong names its field', async () => {
    const one = await desk.claimed();
    expect(await desk.detail(reviewer, one)).toMatchObject({
      allowed: ['release', 'decide', 'suspend'],
      resumeWithin: { from: '2026-11-03', until: '2026-11-30' },
    });
    await refused(await desk.post(colleague, one, 'suspension', visit), 'task.not-claimed');
    await refused(await desk.post(supervisor, one, 'suspension', visit), 'auth.forbidden');
    for (const resumeOn of ['2026-11-02', '2026-12-01']) {
      const body = { ...visit, resumeOn };
      const { errors } = await refused(await desk.post(reviewer, one, 'suspension', body), 'request.invalid');
      expect(errors).toMatchObject([{ pointer: '/resumeOn', code: 'suspension.day-range' }]);
      expect(errors?.[0]?.message).toContain('2026-11-30');
    }
    const empty = await refused(await desk.post(reviewer, one, 'suspension', {}), 'request.invalid');
    expect(empty.errors?.map(({ pointer }) => pointer)).toEqual(['/reasonCode', '/opinion', '/resumeOn']);
  });

  it('asked twice at once is one suspension, and a decision of that moment comes before it or not at all', async () => {
    const twice = await desk.claimed();
    const answers = await Promise.all([1, 2].map(() => desk.post(reviewer, twice, 'suspension', visit)));
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([202, 409]);
    const raced = await desk.claimed();
    const [suspension, decision] = await Promise.all([
      desk.post(reviewer, raced, 'suspension', visit),
      desk.post(reviewer, raced, 'decision', approval),
    ]);
    expect([suspension.status, decision.status].toSorted((a, b) => a - b)).toEqual([202, 409]);
    const rows = await desk.platform.orm.em
      .fork()
      .execute('select id from review_suspension where review_task_id = ?', [twice.taskId]);
    expect(rows).toHaveLength(1);
  });

  it('is once for a stage, a second time by a senior reviewer, and no third', async () => {
    const one = await desk.suspended();
    await desk.applySuspension(one);
    await json(await desk.post(reviewer, one, 'resumption'), 202);
    await desk.applyResumption(one);
    expect((await desk.detail(reviewer, one)).allowed).not.toContain('suspend');
    await refused(await desk.post(reviewer, one, 'suspension', visit), 'task.suspended-before');
    await json(await desk.post(supervisor, one, 'release'));
    await json(await desk.post(senior, one, 'claim'));
    await json(await desk.post(senior, one, 'suspension', visit), 202);
    await desk.applySuspension(one);
    await json(await desk.post(senior, one, 'resumption'), 202);
    await desk.applyResumption(one);
    const { detail: said } = await refused(await desk.post(senior, one, 'suspension', visit), 'task.suspensions-spent');
    expect(said).toContain('2');
  });

  it('shows in the queue, is counted there, and can be filtered by', async () => {
    const one = await desk.suspended();
    const queue = async (query: string) =>
      json<z.infer<typeof ReviewTaskList>>(
        await as(desk.platform, reviewer).get(`/api/review/tasks?q=${one.number}${query}`),
      );
    const { items, counts } = await queue('&suspended=true');
    expect(items).toMatchObject([{ id: one.taskId, status: 'claimed', resumeOn: '2026-11-10' }]);
    expect(counts.suspended).toBeGreaterThanOrEqual(1);
    expect((await queue('&suspended=false')).items).toEqual([]);
    expect((await queue('')).items).toHaveLength(1);
  });
});
