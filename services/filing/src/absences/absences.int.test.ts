import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Absence } from '@beian/contracts/absences.ts';
import type { ReviewTask, ReviewTaskDetail } from '@beian/contracts/review.ts';
import type { Unit } from '@beian/contracts/units.ts';
import { newId } from '@beian/service-kit/ids.ts';
import { aPersonalUser, aReviewer, organs } from '@beian/testkit/actors.ts';
import { expectProblem } from '@beian/testkit/expect-problem.ts';
import { answersAfterGivenUp } from '@beian/testkit/lock-waits.ts';
import { aPlatform, type TestPlatform } from '@beian/testkit/platform.ts';
import { approval, aRegistration, as, aUnit, json, openedReview, taskOf } from '@beian/testkit/registration.ts';
import { haveSignedIn } from '@beian/testkit/staff.ts';

const filer = aPersonalUser();
const absent = aReviewer();
const cover = aReviewer();
const third = aReviewer();
const lead = aReviewer(organs.nanshan, ['senior_reviewer']);
const elsewhere = aReviewer(organs.futian, ['senior_reviewer']);
const nobody = { kind: 'nobody' } as const;
const beijing = (text: string) => new Date(`${text}+08:00`);
const path = '/api/review/absences';
let now = beijing('2026-11-25T10:00:00');
let platform: TestPlatform;
let unit: Unit;

beforeAll(async () => {
  platform = await aPlatform({ clock: { now: () => now } });
  await haveSignedIn(platform, absent, cover, third, lead, elsewhere);
  unit = await aUnit(platform, filer);
});
afterAll(() => platform.stop());

async function inReview(): Promise<ReviewTask> {
  const { id: applicationId, number } = await aRegistration(platform, filer, unit);
  await openedReview(platform, { id: applicationId });
  return taskOf(platform, lead, number);
}
const act = (by: typeof absent, task: ReviewTask, what: string, body: unknown = {}) =>
  as(platform, by).post(`/api/review/tasks/${task.id}/${what}`, body);
const mineOf = async (by: typeof absent) =>
  (await json<{ items: ReviewTask[] }>(await as(platform, by).get('/api/review/tasks?assignee=me'))).items.map(
    (task) => task.id,
  );
const auditOf = async (action: string, subject: string) =>
  (
    await platform.orm.em
      .fork()
      .execute<{ actor_id: string; data: Record<string, unknown> }[]>(
        'select actor_id, data from audit_entry where action = ? and subject = ? order by seq desc limit 1',
        [action, subject],
      )
  )[0];
const week = { from: '2026-11-25', until: '2026-11-27' };

describe('an absence', () => {
  it('puts what is assigned to who is absent into the hands of the cover, and the audit chain says for whom they acted', async () => {
    const [claimed, decided] = [await inReview(), await inReview()];
    for (const task of [claimed, decided]) await json(await act(absent, task, 'claim'));
    expect(await mineOf(cover)).toEqual([]);
    const set = await as(platform, absent).post(path, { ...week, coverAccountId: cover.accountId });
    const absence = await json<Absence>(set, 201);
    expect(absence).toMatchObject({ absent: { staffNo: absent.staffNo }, current: true, setBy: absent.staffNo });

    expect((await mineOf(cover)).toSorted()).toEqual([claimed.id, decided.id].toSorted());
    const detail = await json<ReviewTaskDetail>(await as(platform, cover).get(`/api/review/tasks/${decided.id}`));
    expect(detail.assignee).toEqual({ staffNo: absent.staffNo, mine: false, covered: true });
    expect(detail.allowed).toEqual(['claim', 'release', 'decide', 'suspend']);
    await json(await act(cover, decided, 'decision', approval), 202);
    expect(await auditOf('task.decide', decided.applicationId)).toMatchObject({
      actor_id: cover.accountId,
      data: { actedFor: absent.staffNo },
    });
    expect(await json(await act(cover, claimed, 'claim'))).toMatchObject({ assignee: { mine: true, covered: false } });
    expect(await auditOf('task.claim', claimed.id)).toMatchObject({ data: { actedFor: absent.staffNo } });
    await expectProblem(await act(third, claimed, 'claim'), { status: 409, code: 'task.claimed' });

    now = beijing('2026-11-28T10:00:00');
    const after = await inReview();
    await json(await act(absent, after, 'claim'));
    await expectProblem(await act(cover, after, 'decision', approval), { status: 409, code: 'task.not-claimed' });
    expect((await json<{ items: Absence[] }>(await as(platform, cover).get(path))).items).toEqual([]);
    now = beijing('2026-11-25T10:00:00');
  });

  it('hands what is assigned meanwhile to the cover', async () => {
    const task = await inReview();
    const given = await json<ReviewTask>(await act(lead, task, 'assignment', { accountId: absent.accountId }));
    expect(given.assignee?.staffNo).toBe(cover.staffNo);
    expect(await auditOf('task.assign', task.id)).toMatchObject({
      actor_id: lead.accountId,
      data: { to: cover.staffNo, actedFor: absent.staffNo },
    });
  });

  it('never lets who approved in the first review decide the second, for whomever they cover', async () => {
    const task = await inReview();
    const of = { applicationId: task.applicationId, taskId: task.id };
    const [first, second] = [lead, aReviewer(organs.nanshan, ['senior_reviewer'])];
    await haveSignedIn(platform, second);
    // A business whose approval is not the last word.
    await platform.orm.em.fork().execute(`update application set kind = 'transfer' where id = ?`, [of.applicationId]);
    await json(await act(first, task, 'claim'));
    const { decisionId } = await json<{ decisionId: string }>(await act(first, task, 'decision', approval), 202);
    const { review, correction } = platform.filing.policy;
    await platform.activities.applyDecision({ ...of, decisionId, policy: correction });
    const cause = { kind: 'approval', id: decisionId } as const;
    await platform.activities.openReview({ ...of, stage: 'second', cause, policy: review });
    const again = await taskOf(platform, second, task.applicationNumber);
    await json(await act(second, again, 'claim'));
    const away = { ...week, coverAccountId: first.accountId };
    await json(await as(platform, second).post(path, away), 201);
    await expectProblem(await act(first, again, 'decision', approval), { status: 409, code: 'task.second-person' });
    await expectProblem(await act(first, again, 'claim'), { status: 409, code: 'task.second-person' });
  });

  it('is one at a time, and its cover is somebody who is there and decides', async () => {
    const set = (body: object, by = absent) => as(platform, by).post(path, { ...week, ...body });
    const overlapping = { from: '2026-11-27', until: '2026-12-01', coverAccountId: third.accountId };
    await expectProblem(await set(overlapping), { status: 409, code: 'absence.overlaps' });
    const refused = async (body: object, pointer: string, fieldCode: string, by = lead) =>
      expectProblem(await set(body, by), { status: 422, code: 'request.invalid', pointer, fieldCode });
    const coverAccountId = third.accountId;
    await refused({ coverAccountId: absent.accountId }, '/coverAccountId', 'absence.cover-absent');
    await refused({ coverAccountId: lead.accountId }, '/coverAccountId', 'absence.cover-self');
    await refused({ coverAccountId: elsewhere.accountId }, '/coverAccountId', 'value.not-allowed');
    await refused({ accountId: newId(), coverAccountId }, '/accountId', 'value.not-allowed');
    await refused({ coverAccountId, from: '2026-11-27', until: '2026-11-26' }, '/until', 'absence.order');
    await refused({ coverAccountId, from: '2026-11-01', until: '2026-11-02' }, '/until', 'absence.past');
  });

  it('is one of those that are set at the same moment, also when they wait for another to give its place up', async () => {
    const by = aReviewer();
    await haveSignedIn(platform, by);
    const body = { ...week, coverAccountId: third.accountId };
    const set = () => as(platform, by).post(path, body);
    const { id } = await json<Absence>(await set(), 201);
    expect((await as(platform, by).delete(`${path}/${id}`)).status).toBe(204);
    const sql = 'update absence set ended_at = null where id = ?';
    const answers = await answersAfterGivenUp(platform, { sql, id }, [set, set, set]);
    const statuses = answers.map((answer) => answer.status);
    expect(statuses.toSorted((a, b) => a - b)).toEqual([201, 409, 409]);
  });

  it('is set for others by who leads, and ended by them or by who is absent', async () => {
    const body = { ...week, accountId: third.accountId, coverAccountId: cover.accountId };
    await expectProblem(await as(platform, cover).post(path, body), { status: 403, code: 'auth.forbidden' });
    const { id } = await json<Absence>(await as(platform, lead).post(path, body), 201);
    const end = (by: Parameters<typeof as>[1]) => as(platform, by).delete(`${path}/${id}`);
    await expectProblem(await end(cover), { status: 403, code: 'auth.forbidden' });
    await expectProblem(await end(elsewhere), { status: 404, code: 'not-found' });
    await expectProblem(await end(nobody), { status: 401, code: 'auth.required' });
    expect((await end(third)).status).toBe(204);
    await expectProblem(await end(lead), { status: 404, code: 'not-found' });
    await json<Absence>(await as(platform, lead).post(path, body), 201);
  });

  it('is known to the own organ and to nobody else', async () => {
    const { items } = await json<{ items: Absence[] }>(await as(platform, elsewhere).get(path));
    expect(items).toEqual([]);
    for (const [by, status, code] of [
      [filer, 403, 'auth.forbidden'],
      [nobody, 401, 'auth.required'],
    ] as const) {
      await expectProblem(await as(platform, by).get(path), { status, code });
      await expectProblem(await as(platform, by).post(path, { ...week, coverAccountId: cover.accountId }), {
        status,
        code,
      });
    }
  });
});
