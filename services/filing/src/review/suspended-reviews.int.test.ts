import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ProblemCode } from '@beian/contracts/problems.ts';
import { newId } from '@beian/service-kit/ids.ts';
import { aReviewer } from '@beian/testkit/actors.ts';
import { expectProblem } from '@beian/testkit/expect-problem.ts';
import { applicationOf, approval, as, json } from '@beian/testkit/registration.ts';
import { filer, ofTask, reviewer, suspensionDesk, visit } from '@beian/testkit/suspension-desk.ts';

const colleague = aReviewer();
let desk: Awaited<ReturnType<typeof suspensionDesk>>;
beforeAll(async () => {
  desk = await suspensionDesk();
});
afterAll(() => desk.platform.stop());

/** Expects the problem of a code, which is a conflict unless it is said otherwise. */
const refused = (response: Response, code: ProblemCode, status = 409) => expectProblem(response, { status, code });

describe('a suspended review', () => {
  it('that is resumed goes on with what was left of its time, and is decided', async () => {
    const one = await desk.suspended(); // on Wednesday, with three working days left
    await desk.applySuspension(one);
    desk.at('2026-11-09T09:30:00');
    await refused(await desk.post(colleague, one, 'resumption'), 'auth.forbidden', 403);
    await json(await desk.post(reviewer, one, 'resumption'), 202);
    const effect = {
      applied: true,
      dueAt: '2026-11-12T15:59:59.000Z',
      remindAt: ['2026-11-10T01:00:00.000Z'],
      escalateAt: ['2026-11-12T15:59:59.000Z', '2026-11-17T15:59:59.000Z'],
      given: { reminders: 0, escalations: 0 },
    };
    expect(await desk.applyResumption(one)).toEqual(effect);
    expect(await desk.applyResumption(one)).toEqual(effect);
    await refused(await desk.post(reviewer, one, 'resumption'), 'task.not-suspended');

    const read = await applicationOf(desk.platform, filer, one.applicationId);
    expect(read).toMatchObject({ suspended: false, reviewDueAt: effect.dueAt });
    expect(read.suspensions).toMatchObject([{ resumed: { by: 'staff', at: '2026-11-09T01:30:00.000Z' } }]);
    expect(read.timeline.slice(-2).map(({ kind, by }) => [kind, by])).toEqual([
      ['review_suspended', 'organ'],
      ['review_resumed', 'organ'],
    ]);
    expect((await desk.detail(reviewer, one)).allowed).toEqual(['release', 'decide']);
    await json(await desk.post(reviewer, one, 'decision', approval), 202);
  });

  it('goes on by itself on its day, once; who resumes it too late is told so', async () => {
    const one = await desk.suspended();
    await desk.applySuspension(one);
    desk.at('2026-11-10T09:00:00');
    const first = await desk.applyResumption(one);
    expect(first).toMatchObject({ applied: true, dueAt: '2026-11-13T15:59:59.000Z' });
    expect(await desk.applyResumption(one)).toEqual(first);
    await refused(await desk.post(reviewer, one, 'resumption'), 'task.not-suspended');
    const { timeline } = await applicationOf(desk.platform, filer, one.applicationId);
    expect(timeline.filter(({ kind }) => kind === 'review_resumed')).toMatchObject([
      { by: 'platform', suspension: { resumedBy: 'day', resumeOn: '2026-11-10' } },
    ]);
  });

  it('that staff resume at the moment of its day is resumed once', async () => {
    const one = await desk.suspended();
    await desk.applySuspension(one);
    desk.at('2026-11-10T09:00:00');
    const [byHand, byDay] = await Promise.all([desk.post(reviewer, one, 'resumption'), desk.applyResumption(one)]);
    expect(byDay.applied).toBe(true);
    expect([202, 200, 409]).toContain(byHand.status);
    const { timeline } = await applicationOf(desk.platform, filer, one.applicationId);
    expect(timeline.filter(({ kind }) => kind === 'review_resumed')).toHaveLength(1);
  });

  it('that was overdue stays overdue with the same deadline, and what was given is not given again', async () => {
    const one = await desk.claimed();
    desk.at('2026-11-05T09:00:00');
    await desk.platform.activities.remindReview({ taskId: one.taskId, step: 1 });
    desk.at('2026-11-10T09:00:00');
    await desk.platform.activities.escalateReview({ taskId: one.taskId, step: 1 });
    await json(await desk.post(reviewer, one, 'suspension', { ...visit, resumeOn: '2026-11-17' }), 202);
    expect(await desk.detail(reviewer, one)).toMatchObject({ overdue: true, resumeOn: '2026-11-17' });
    await desk.applySuspension(one);
    desk.at('2026-11-17T09:00:00');
    expect(await desk.applyResumption(one)).toEqual({
      applied: true,
      dueAt: '2026-11-09T15:59:59.000Z',
      remindAt: [],
      // Two working days were left until the 12th.
      escalateAt: ['2026-11-19T15:59:59.000Z'],
      given: { reminders: 1, escalations: 1 },
    });
    expect(await desk.detail(reviewer, one)).toMatchObject({ overdue: true, escalations: 1 });
  });

  it('may be withdrawn by its filer, and does not go on after that', async () => {
    const one = await desk.suspended();
    await desk.applySuspension(one);
    await json(await as(desk.platform, filer).post(`/api/applications/${one.applicationId}/withdrawal`), 202);
    expect(await desk.applyResumption(one)).toEqual({ applied: false });
    await refused(await desk.post(reviewer, one, 'resumption'), 'task.cancelled');
    const { suspended: still, timeline } = await applicationOf(desk.platform, filer, one.applicationId);
    expect(still).toBe(false);
    expect(timeline.at(-1)?.kind).toBe('review_suspended');
  });

  it('is moved by no signal that the database does not know', async () => {
    const one = await desk.suspended();
    const forged = newId();
    expect(await desk.platform.activities.applySuspension({ ...ofTask(one), suspensionId: forged })).toEqual({
      applied: false,
    });
    await desk.applySuspension(one);
    const { id: suspensionId } = await desk.suspensionOf(one);
    const { review: policy } = desk.platform.filing.policy;
    const input = { ...ofTask(one), suspensionId, resumptionId: forged, policy };
    expect(await desk.platform.activities.applyResumption(input)).toEqual({ applied: false });
    expect((await desk.detail(reviewer, one)).resumeOn).toBe(visit.resumeOn);
    const attacks = await desk.platform.orm.em
      .fork()
      .execute<{ about: string }[]>(
        `select data ->> 'about' as about from audit_entry where action = 'attack.forged-signal' and subject = ? order by seq`,
        [one.applicationId],
      );
    expect(attacks.map(({ about }) => about)).toEqual(['suspension', 'resumption']);
  });
});
