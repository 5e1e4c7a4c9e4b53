import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ApplicationSummary } from '@beian/contracts/applications.ts';
import type { ProblemCode } from '@beian/contracts/problems.ts';
import type { ReviewTaskDetail, ReviewTaskList } from '@beian/contracts/review.ts';
import type { Unit } from '@beian/contracts/units.ts';
import type { z } from 'zod';
import { newId } from '@beian/service-kit/ids.ts';
import { aPersonalUser, aReviewer, organs } from '@beian/testkit/actors.ts';
import { expectProblem } from '@beian/testkit/expect-problem.ts';
import { aPlatform, type TestPlatform } from '@beian/testkit/platform.ts';
import { applicationOf, approval, aRegistration, aReturn, as, aUnit, json } from '@beian/testkit/registration.ts';

const filer = aPersonalUser();
const reviewer = aReviewer();
const colleague = aReviewer();
const senior = aReviewer(organs.nanshan, ['senior_reviewer']);
const supervisor = aReviewer(organs.nanshan, ['supervisor']);
const beijing = (text: string) => new Date(`${text}+08:00`);
/** Monday; no holiday is near. */
const monday = beijing('2026-11-02T10:00:00');
let now = monday;
let platform: TestPlatform;
let unit: Unit;

beforeAll(async () => {
  platform = await aPlatform({ clock: { now: () => now } });
  unit = await aUnit(platform, filer);
});
afterAll(() => platform.stop());

const visit = { reasonCode: 'site_visit', opinion: '将于下周到现场核查摄像机点位。', resumeOn: '2026-11-10' };

/** A registration in the reviewer's hands: due on Monday the 9th, reminded of on Thursday the 5th, escalated on the 9th and the 12th. */
async function claimed() {
  now = monday;
  const application = await aRegistration(platform, filer, unit);
  const { review: policy } = platform.filing.policy;
  const opening = await platform.activities.openReview({
    applicationId: application.id,
    stage: 'first',
    cause: { kind: 'submission' },
    policy,
  });
  if (!opening.opened) throw new Error('the review did not open');
  await json(await as(platform, reviewer).post(`/api/review/tasks/${opening.taskId}/claim`));
  return { applicationId: application.id, number: application.number, taskId: opening.taskId };
}
type Claimed = Awaited<ReturnType<typeof claimed>>;
const post = (by: typeof reviewer, { taskId }: Claimed, what: string, body?: object) =>
  as(platform, by).post(`/api/review/tasks/${taskId}/${what}`, body);
const detail = async (by: typeof reviewer, { taskId }: Claimed) =>
  json<ReviewTaskDetail>(await as(platform, by).get(`/api/review/tasks/${taskId}`));

/** The row of the running suspension, and of its resumption once there is one. */
async function suspensionOf({ taskId }: Claimed): Promise<{ id: string; resumption_id: string | null }> {
  const [row] = await platform.orm.em
    .fork()
    .execute<{ id: string; resumption_id: string | null }[]>(
      'select id, resumption_id from review_suspension where review_task_id = ? order by id desc',
      [taskId],
    );
  if (!row) throw new Error('no suspension');
  return row;
}
const statuses: Partial<Record<ProblemCode, number>> = { 'auth.forbidden': 403, 'request.invalid': 422 };
/** Expects the problem of a code, which is a conflict unless it is one of those above. */
const refused = (response: Response, code: ProblemCode) =>
  expectProblem(response, { status: statuses[code] ?? 409, code });
/** Plays the engine's part for what has been recorded. */
const applySuspension = async (one: Claimed) =>
  platform.activities.applySuspension({ ...ids(one), suspensionId: (await suspensionOf(one)).id });
async function applyResumption(one: Claimed) {
  const { id: suspensionId, resumption_id } = await suspensionOf(one);
  const { review: policy } = platform.filing.policy;
  const resumption = resumption_id === null ? {} : { resumptionId: resumption_id };
  return platform.activities.applyResumption({ ...ids(one), suspensionId, ...resumption, policy });
}
const ids = ({ applicationId, taskId }: Claimed) => ({ applicationId, taskId });
async function suspended(at = '2026-11-04T16:00:00') {
  const one = await claimed();
  now = beijing(at);
  await json(await post(reviewer, one, 'suspension', visit), 202);
  return one;
}

describe('suspending a review', () => {
  it('stops its clock until a day that both sides read; nothing is decided, reminded of or escalated meanwhile', async () => {
    const one = await suspended();
    expect(await applySuspension(one)).toEqual({ applied: true, until: '2026-11-10T01:00:00.000Z' });
    expect(await applySuspension(one)).toEqual({ applied: true, until: '2026-11-10T01:00:00.000Z' });

    const read = await applicationOf(platform, filer, one.applicationId);
    expect(read).toMatchObject({ status: 'in_review', suspended: true, allowedActions: ['withdraw'] });
    expect(read).not.toHaveProperty('reviewDueAt');
    expect(read).not.toHaveProperty('predictedAt');
    const { reasonCode, resumeOn } = visit;
    expect(read.suspensions).toMatchObject([{ ...visit, organ: { name: '深圳市公安局南山分局' }, stage: 'first' }]);
    expect(read.timeline.map((entry) => entry.kind)).toEqual(['submitted', 'review_opened', 'review_suspended']);
    expect(read.timeline.at(-1)).toMatchObject({ by: 'organ', suspension: { reasonCode, resumeOn } });

    const { items } = await json<{ items: ApplicationSummary[] }>(await as(platform, filer).get('/api/applications'));
    expect(items.filter((item) => item.suspended).map(({ id }) => id)).toEqual([one.applicationId]);

    const task = await detail(reviewer, one);
    expect(task).toMatchObject({ status: 'claimed', resumeOn, suspensions: [visit], overdue: false });
    expect(task.allowed).toEqual(['resume']);
    expect((await detail(supervisor, one)).allowed).toEqual(['assign', 'resume', 'urge']);
    for (const body of [
      approval,
      aReturn,
      { outcome: 'reject', reasonCode: 'other', opinion: '不符合要求。' },
      { outcome: 'reroute', opinion: '属福田区。', targetOrgan: '440304' },
    ]) {
      await refused(await post(reviewer, one, 'decision', body), 'task.suspended');
    }
    await refused(await post(reviewer, one, 'release'), 'task.suspended');

    // Its old deadlines pass.
    now = beijing('2026-11-16T10:00:00');
    await platform.activities.remindReview({ taskId: one.taskId, step: 1 });
    await platform.activities.escalateReview({ taskId: one.taskId, step: 1 });
    expect((await applicationOf(platform, filer, one.applicationId)).timeline).toHaveLength(3);
    expect(await detail(reviewer, one)).toMatchObject({ overdue: false, escalations: 0 });
  });

  it('is for who holds the task, until a day that the policy allows; what is wrong names its field', async () => {
    const one = await claimed();
    expect(await detail(reviewer, one)).toMatchObject({
      allowed: ['release', 'decide', 'suspend'],
      resumeWithin: { from: '2026-11-03', until: '2026-11-30' },
    });
    await refused(await post(colleague, one, 'suspension', visit), 'task.not-claimed');
    await refused(await post(supervisor, one, 'suspension', visit), 'auth.forbidden');
    for (const resumeOn of ['2026-11-02', '2026-12-01']) {
      const body = { ...visit, resumeOn };
      const { errors } = await refused(await post(reviewer, one, 'suspension', body), 'request.invalid');
      expect(errors).toMatchObject([{ pointer: '/resumeOn', code: 'suspension.day-range' }]);
      expect(errors?.[0]?.message).toContain('2026-11-30');
    }
    const empty = await refused(await post(reviewer, one, 'suspension', {}), 'request.invalid');
    expect(empty.errors?.map(({ pointer }) => pointer)).toEqual(['/reasonCode', '/opinion', '/resumeOn']);
  });

  it('asked twice at once is one suspension, and a decision of that moment comes before it or not at all', async () => {
    const twice = await claimed();
    const answers = await Promise.all([1, 2].map(() => post(reviewer, twice, 'suspension', visit)));
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([202, 409]);
    const raced = await claimed();
    const [suspension, decision] = await Promise.all([
      post(reviewer, raced, 'suspension', visit),
      post(reviewer, raced, 'decision', approval),
    ]);
    expect([suspension.status, decision.status].toSorted((a, b) => a - b)).toEqual([202, 409]);
    const rows = await platform.orm.em
      .fork()
      .execute('select id from review_suspension where review_task_id = ?', [twice.taskId]);
    expect(rows).toHaveLength(1);
  });

  it('is once for a stage, a second time by a senior reviewer, and no third', async () => {
    const one = await suspended();
    await applySuspension(one);
    await json(await post(reviewer, one, 'resumption'), 202);
    await applyResumption(one);
    expect((await detail(reviewer, one)).allowed).not.toContain('suspend');
    await refused(await post(reviewer, one, 'suspension', visit), 'task.suspended-before');
    await json(await post(supervisor, one, 'release'));
    await json(await post(senior, one, 'claim'));
    await json(await post(senior, one, 'suspension', visit), 202);
    await applySuspension(one);
    await json(await post(senior, one, 'resumption'), 202);
    await applyResumption(one);
    const { detail: said } = await refused(await post(senior, one, 'suspension', visit), 'task.suspensions-spent');
    expect(said).toContain('2');
  });

  it('shows in the queue, is counted there, and can be filtered by', async () => {
    const one = await suspended();
    const queue = async (query: string) =>
      json<z.infer<typeof ReviewTaskList>>(
        await as(platform, reviewer).get(`/api/review/tasks?q=${one.number}${query}`),
      );
    const { items, counts } = await queue('&suspended=true');
    expect(items).toMatchObject([{ id: one.taskId, status: 'claimed', resumeOn: '2026-11-10' }]);
    expect(counts.suspended).toBeGreaterThanOrEqual(1);
    expect((await queue('&suspended=false')).items).toEqual([]);
    expect((await queue('')).items).toHaveLength(1);
  });
});

describe('a suspended review', () => {
  it('that is resumed goes on with what was left of its time, and is decided', async () => {
    const one = await suspended(); // on Wednesday, with three working days left
    await applySuspension(one);
    now = beijing('2026-11-09T09:30:00');
    await refused(await post(colleague, one, 'resumption'), 'auth.forbidden');
    await json(await post(reviewer, one, 'resumption'), 202);
    const effect = {
      applied: true,
      dueAt: '2026-11-12T15:59:59.000Z',
      remindAt: ['2026-11-10T01:00:00.000Z'],
      escalateAt: ['2026-11-12T15:59:59.000Z', '2026-11-17T15:59:59.000Z'],
      given: { reminders: 0, escalations: 0 },
    };
    expect(await applyResumption(one)).toEqual(effect);
    expect(await applyResumption(one)).toEqual(effect);
    await refused(await post(reviewer, one, 'resumption'), 'task.not-suspended');

    const read = await applicationOf(platform, filer, one.applicationId);
    expect(read).toMatchObject({ suspended: false, reviewDueAt: effect.dueAt });
    expect(read.suspensions).toMatchObject([{ resumed: { by: 'staff', at: '2026-11-09T01:30:00.000Z' } }]);
    expect(read.timeline.slice(-2).map(({ kind, by }) => [kind, by])).toEqual([
      ['review_suspended', 'organ'],
      ['review_resumed', 'organ'],
    ]);
    expect((await detail(reviewer, one)).allowed).toEqual(['release', 'decide']);
    await json(await post(reviewer, one, 'decision', approval), 202);
  });

  it('goes on by itself on its day, once; who resumes it too late is told so', async () => {
    const one = await suspended();
    await applySuspension(one);
    now = beijing('2026-11-10T09:00:00');
    const first = await applyResumption(one);
    expect(first).toMatchObject({ applied: true, dueAt: '2026-11-13T15:59:59.000Z' });
    expect(await applyResumption(one)).toEqual(first);
    await refused(await post(reviewer, one, 'resumption'), 'task.not-suspended');
    const { timeline } = await applicationOf(platform, filer, one.applicationId);
    expect(timeline.filter(({ kind }) => kind === 'review_resumed')).toMatchObject([
      { by: 'platform', suspension: { resumedBy: 'day', resumeOn: '2026-11-10' } },
    ]);
  });

  it('that staff resume at the moment of its day is resumed once', async () => {
    const one = await suspended();
    await applySuspension(one);
    now = beijing('2026-11-10T09:00:00');
    const [byHand, byDay] = await Promise.all([post(reviewer, one, 'resumption'), applyResumption(one)]);
    expect(byDay.applied).toBe(true);
    expect([202, 200, 409]).toContain(byHand.status);
    const { timeline } = await applicationOf(platform, filer, one.applicationId);
    expect(timeline.filter(({ kind }) => kind === 'review_resumed')).toHaveLength(1);
  });

  it('that was overdue stays overdue with the same deadline, and what was given is not given again', async () => {
    const one = await claimed();
    now = beijing('2026-11-05T09:00:00');
    await platform.activities.remindReview({ taskId: one.taskId, step: 1 });
    now = beijing('2026-11-10T09:00:00');
    await platform.activities.escalateReview({ taskId: one.taskId, step: 1 });
    await json(await post(reviewer, one, 'suspension', { ...visit, resumeOn: '2026-11-17' }), 202);
    expect(await detail(reviewer, one)).toMatchObject({ overdue: true, resumeOn: '2026-11-17' });
    await applySuspension(one);
    now = beijing('2026-11-17T09:00:00');
    expect(await applyResumption(one)).toEqual({
      applied: true,
      dueAt: '2026-11-09T15:59:59.000Z',
      remindAt: [],
      // Two working days were left until the 12th.
      escalateAt: ['2026-11-19T15:59:59.000Z'],
      given: { reminders: 1, escalations: 1 },
    });
    expect(await detail(reviewer, one)).toMatchObject({ overdue: true, escalations: 1 });
  });

  it('may be withdrawn by its filer, and does not go on after that', async () => {
    const one = await suspended();
    await applySuspension(one);
    await json(await as(platform, filer).post(`/api/applications/${one.applicationId}/withdrawal`), 202);
    expect(await applyResumption(one)).toEqual({ applied: false });
    await refused(await post(reviewer, one, 'resumption'), 'task.cancelled');
    const { suspended: still, timeline } = await applicationOf(platform, filer, one.applicationId);
    expect(still).toBe(false);
    expect(timeline.at(-1)?.kind).toBe('review_suspended');
  });

  it('is moved by no signal that the database does not know', async () => {
    const one = await suspended();
    const forged = newId();
    expect(await platform.activities.applySuspension({ ...ids(one), suspensionId: forged })).toEqual({
      applied: false,
    });
    await applySuspension(one);
    const { id: suspensionId } = await suspensionOf(one);
    const { review: policy } = platform.filing.policy;
    const input = { ...ids(one), suspensionId, resumptionId: forged, policy };
    expect(await platform.activities.applyResumption(input)).toEqual({ applied: false });
    expect((await detail(reviewer, one)).resumeOn).toBe(visit.resumeOn);
    const attacks = await platform.orm.em
      .fork()
      .execute<{ about: string }[]>(
        `select data ->> 'about' as about from audit_entry where action = 'attack.forged-signal' and subject = ? order by seq`,
        [one.applicationId],
      );
    expect(attacks.map(({ about }) => about)).toEqual(['suspension', 'resumption']);
  });
});
