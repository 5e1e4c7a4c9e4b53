import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BulkAssignment } from '@beian/contracts/assignments.ts';
import type { ReviewTask, ReviewTaskDetail } from '@beian/contracts/review.ts';
import type { Unit } from '@beian/contracts/units.ts';
import { newId } from '@beian/service-kit/ids.ts';
import { aPersonalUser, aReviewer, organs } from '@beian/testkit/actors.ts';
import { expectProblem } from '@beian/testkit/expect-problem.ts';
import { aPlatform, type TestPlatform } from '@beian/testkit/platform.ts';
import {
  applicationOf,
  approval,
  aRegistration,
  as,
  aUnit,
  json,
  openedReview,
  taskOf,
} from '@beian/testkit/registration.ts';
import { haveSignedIn } from '@beian/testkit/staff.ts';

const filer = aPersonalUser();
const reviewer = aReviewer();
const colleague = aReviewer();
const lead = aReviewer(organs.nanshan, ['senior_reviewer']);
const shenzhen = aReviewer(organs.shenzhen, ['supervisor']);
const futian = aReviewer(organs.futian, ['senior_reviewer']);
const nobody = { kind: 'nobody' } as const;
let platform: TestPlatform;
let unit: Unit;

beforeAll(async () => {
  platform = await aPlatform();
  await haveSignedIn(platform, reviewer, colleague, lead, shenzhen, futian);
  unit = await aUnit(platform, filer);
});
afterAll(() => platform.stop());

async function inReview(): Promise<ReviewTask> {
  const { id: applicationId, number } = await aRegistration(platform, filer, unit);
  await openedReview(platform, { id: applicationId });
  return taskOf(platform, reviewer, number);
}
const assignAll = (taskIds: string[], by: Parameters<typeof as>[1] = lead, accountId = reviewer.accountId) =>
  as(platform, by).post('/api/review/tasks/assignment', { taskIds, accountId });

describe('several tasks at once', () => {
  it('go to one reviewer, each for itself: what cannot be assigned says why and holds nothing up', async () => {
    const [first, second, decided] = [await inReview(), await inReview(), await inReview()];
    await json(await as(platform, colleague).post(`/api/review/tasks/${second.id}/claim`));
    await json(await as(platform, colleague).post(`/api/review/tasks/${decided.id}/claim`));
    await json(await as(platform, colleague).post(`/api/review/tasks/${decided.id}/decision`, approval), 202);
    const unknown = newId();
    const ids = [first.id, decided.id, unknown, second.id, first.id];
    const { items } = await json<BulkAssignment>(await assignAll(ids));
    expect(items).toMatchObject([
      { taskId: first.id, task: { status: 'claimed', assignee: { staffNo: reviewer.staffNo } } },
      { taskId: decided.id, problem: 'task.decided' },
      { taskId: unknown, problem: 'not-found' },
      { taskId: second.id, task: { assignee: { staffNo: reviewer.staffNo } } },
    ]);
    const wrong = await json<BulkAssignment>(await assignAll([first.id], lead, futian.accountId));
    expect(wrong.items).toEqual([{ taskId: first.id, problem: 'request.invalid', field: 'value.not-allowed' }]);
  });

  it('are assigned by who leads, a hundred at most', async () => {
    const { id } = await inReview();
    await expectProblem(await assignAll([id], reviewer), { status: 403, code: 'auth.forbidden' });
    await expectProblem(await assignAll([id], filer), { status: 403, code: 'auth.forbidden' });
    await expectProblem(await assignAll([id], nobody), { status: 401, code: 'auth.required' });
    const { items } = await json<BulkAssignment>(await assignAll([id], futian));
    expect(items).toEqual([{ taskId: id, problem: 'not-found' }]);
    for (const ids of [[], Array.from({ length: 101 }, () => newId())]) {
      await expectProblem(await assignAll(ids), { status: 422, code: 'request.invalid', pointer: '/taskIds' });
    }
  });
});

describe('a task that was escalated', () => {
  it('is seen by the superior organ’s supervisors, who urge its reviewers and assign it to one of them, and do nothing else', async () => {
    const task = await inReview();
    const path = `/api/review/tasks/${task.id}`;
    await expectProblem(await as(platform, shenzhen).get(path), { status: 404, code: 'not-found' });
    await platform.activities.escalateReview({ taskId: task.id, step: 1 });
    const detail = await json<ReviewTaskDetail>(await as(platform, shenzhen).get(path));
    expect(detail.allowed).toEqual(['assign', 'urge']);
    const list = await as(platform, shenzhen).get(`/api/review/tasks?escalated=true&q=${task.applicationNumber}`);
    expect(await json(list)).toMatchObject({ items: [{ id: task.id }], counts: { escalated: 1 } });

    await json(await as(platform, shenzhen).post(`${path}/urging`, { text: '请今日内办结。' }), 201);
    const given = await as(platform, shenzhen).post(`${path}/assignment`, { accountId: reviewer.accountId });
    expect(await json(given)).toMatchObject({ assignee: { staffNo: reviewer.staffNo } });
    const seen = await json<ReviewTaskDetail>(await as(platform, reviewer).get(path));
    expect(seen.notes).toMatchObject([{ staffNo: shenzhen.staffNo, text: '【督办】请今日内办结。' }]);
    expect(seen.timeline.at(-1)).toMatchObject({ kind: 'review_urged', organ: { code: organs.shenzhen.code } });
    expect(JSON.stringify(await applicationOf(platform, filer, task.applicationId))).not.toContain('请今日内办结');

    for (const [what, status] of [
      ['claim', 403],
      ['decision', 403],
      ['personal-data', 403],
      ['release', 404],
    ] as const) {
      const body = what === 'decision' ? approval : { purpose: '查看' };
      expect((await as(platform, shenzhen).post(`${path}/${what}`, body)).status).toBe(status);
    }
    const [file] = detail.documents;
    expect((await as(platform, shenzhen).post(`/internal/document-access/${file?.id}`)).status).toBe(404);
  });

  it('is urged by supervisors alone, while it is open', async () => {
    const task = await inReview();
    const urge = (by: Parameters<typeof as>[1], text = '请尽快') =>
      as(platform, by).post(`/api/review/tasks/${task.id}/urging`, { text });
    await expectProblem(await urge(shenzhen), { status: 404, code: 'not-found' });
    await expectProblem(await urge(lead), { status: 403, code: 'auth.forbidden' });
    await expectProblem(await urge(filer), { status: 403, code: 'auth.forbidden' });
    await expectProblem(await urge(nobody), { status: 401, code: 'auth.required' });
    await platform.activities.escalateReview({ taskId: task.id, step: 1 });
    await expectProblem(await urge(shenzhen, ' '), { status: 422, code: 'request.invalid', pointer: '/text' });
    await json(await as(platform, reviewer).post(`/api/review/tasks/${task.id}/claim`));
    await json(await as(platform, reviewer).post(`/api/review/tasks/${task.id}/decision`, approval), 202);
    await expectProblem(await urge(shenzhen), { status: 409, code: 'task.decided' });
  });
});

describe('an internal note', () => {
  it('is read by the staff who see the task and never by the filer, and is not part of a decision', async () => {
    const task = await inReview();
    const path = `/api/review/tasks/${task.id}/notes`;
    const note = await json(await as(platform, colleague).post(path, { text: '已电话联系，周五补材料' }), 201);
    expect(note).toMatchObject({ staffNo: colleague.staffNo, text: '已电话联系，周五补材料' });
    const detail = await json<ReviewTaskDetail>(await as(platform, lead).get(`/api/review/tasks/${task.id}`));
    expect(detail.notes).toEqual([note]);
    expect(detail.previousReviews).toEqual([]);
    expect(JSON.stringify(await applicationOf(platform, filer, task.applicationId))).not.toContain('周五补材料');
    await expectProblem(await as(platform, colleague).post(path, { text: '' }), {
      status: 422,
      code: 'request.invalid',
      pointer: '/text',
    });
    await expectProblem(await as(platform, futian).post(path, { text: 'x' }), { status: 404, code: 'not-found' });
    await expectProblem(await as(platform, filer).post(path, { text: 'x' }), { status: 403, code: 'auth.forbidden' });
    await expectProblem(await as(platform, nobody).post(path, { text: 'x' }), { status: 401, code: 'auth.required' });
  });
});
