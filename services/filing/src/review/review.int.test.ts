import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ApplicationSummary } from '@beian/contracts/applications.ts';
import type { ReviewTask, ReviewTaskDetail } from '@beian/contracts/review.ts';
import type { Unit } from '@beian/contracts/units.ts';
import { aPersonalUser, aReviewer, organs } from '@beian/testkit/actors.ts';
import { expectProblem } from '@beian/testkit/expect-problem.ts';
import { aPlatform, type TestPlatform } from '@beian/testkit/platform.ts';
import { aRegistration, as, aUnit, json, named, openedReview, taskOf, uploaded } from '@beian/testkit/registration.ts';

const filer = aPersonalUser();
const reviewer = aReviewer();
const colleague = aReviewer();
const senior = aReviewer(organs.nanshan, ['senior_reviewer']);
const elsewhere = aReviewer(organs.futian);
const auditor = aReviewer(organs.nanshan, ['auditor']);
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

describe('the queue', () => {
  it('shows the organ its tasks with counts, and other organs nothing', async () => {
    const { application } = await inReview({ name: '队列中的系统' });
    const list = async (query: string, by = reviewer) =>
      json<{ items: ReviewTask[]; counts: Record<string, number> }>(
        await as(platform, by).get(`/api/review/tasks?${query}`),
      );
    const queue = await list(`q=${encodeURIComponent('队列中的系统')}`);
    expect(queue.items[0]).toMatchObject({
      applicationNumber: application.number,
      status: 'open',
      round: 1,
      overdue: false,
    });
    expect(queue.counts['open']).toBeGreaterThan(0);
    expect((await list('', elsewhere)).items).toEqual([]);
    expect((await list('county=440304')).items).toEqual([]);
    expect((await list('assignee=me')).items).toEqual([]);
    expect((await list('overdue=true')).items).toEqual([]);
  });

  it('goes on where a page ended', async () => {
    await inReview();
    await inReview();
    const seen: string[] = [];
    let next: string | undefined;
    do {
      const query: string = next ? `limit=1&cursor=${next}` : 'limit=1';
      const page: { items: ReviewTask[]; next?: string } = await json(
        await as(platform, reviewer).get(`/api/review/tasks?${query}`),
      );
      seen.push(...page.items.map((task) => task.id));
      next = page.next;
    } while (next);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.length).toBeGreaterThanOrEqual(2);
  });

  it('is for reviewing staff', async () => {
    await expectProblem(await as(platform, nobody).get('/api/review/tasks'), { status: 401, code: 'auth.required' });
    await expectProblem(await as(platform, filer).get('/api/review/tasks'), { status: 403, code: 'auth.forbidden' });
    await expectProblem(await as(platform, auditor).get('/api/review/tasks'), { status: 403, code: 'auth.forbidden' });
    await expectProblem(await as(platform, reviewer).get('/api/review/tasks?status=lost'), {
      status: 422,
      code: 'request.invalid',
      pointer: '/status',
    });
  });
});

describe('a task', () => {
  it('shows people masked, files, devices and what one may do', async () => {
    const { task } = await inReview();
    const detail = await json<ReviewTaskDetail>(await as(platform, reviewer).get(`/api/review/tasks/${task.id}`));
    expect(detail.content?.system).toMatchObject({ safetyOfficerName: '王*国', safetyOfficerPhone: '139****6789' });
    expect(detail.content?.unit.headName).toBe('陈*远');
    expect(detail.documents).toHaveLength(3);
    expect(detail.devices).toMatchObject({ total: 12, rows: { length: 12 } });
    expect(detail.allowed).toEqual(['claim']);
    expect(JSON.stringify(detail)).not.toContain(named.safetyOfficerPhone);
  });

  it('does not exist for another county, and not for filers', async () => {
    const { task } = await inReview();
    const path = `/api/review/tasks/${task.id}`;
    await expectProblem(await as(platform, elsewhere).get(path), { status: 404, code: 'not-found' });
    await expectProblem(await as(platform, filer).get(path), { status: 403, code: 'auth.forbidden' });
    await expectProblem(await as(platform, nobody).get(path), { status: 401, code: 'auth.required' });
    await expectProblem(await as(platform, reviewer).get('/api/review/tasks/1'), {
      status: 422,
      code: 'request.invalid',
      pointer: '/id',
    });
  });

  it('is claimed by one, released, and assigned by who leads', async () => {
    const { task } = await inReview();
    const both = await Promise.all([claim(task), claim(task, colleague)]);
    expect(both.map((answer) => answer.status).toSorted((a, b) => a - b)).toEqual([200, 409]);
    const winner = both[0]?.status === 200 ? reviewer : colleague;
    const loser = winner === reviewer ? colleague : reviewer;
    const late = await expectProblem(await claim(task, loser), { status: 409, code: 'task.claimed' });
    expect(late.detail).toContain(winner.staffNo);
    expect((await claim(task, winner)).status).toBe(200);
    const path = `/api/review/tasks/${task.id}`;
    await expectProblem(await as(platform, loser).post(`${path}/release`), { status: 403, code: 'auth.forbidden' });
    expect(await json(await as(platform, senior).post(`${path}/release`))).toMatchObject({ status: 'open' });
    await expectProblem(await as(platform, reviewer).post(`${path}/release`), {
      status: 409,
      code: 'task.not-claimed',
    });
    await expectProblem(await as(platform, reviewer).post(`${path}/assignment`, { accountId: colleague.accountId }), {
      status: 403,
      code: 'auth.forbidden',
    });
    await expectProblem(await as(platform, senior).post(`${path}/assignment`, { accountId: filer.accountId }), {
      status: 422,
      code: 'request.invalid',
      pointer: '/accountId',
    });
    for (const act of ['claim', 'release', 'assignment']) {
      const body = act === 'assignment' ? { accountId: colleague.accountId } : {};
      await expectProblem(await as(platform, nobody).post(`${path}/${act}`, body), {
        status: 401,
        code: 'auth.required',
      });
      const outsider = act === 'assignment' ? filer : elsewhere;
      expect([403, 404]).toContain((await as(platform, outsider).post(`${path}/${act}`, body)).status);
    }
  });

  it('reveals names and phone for a purpose, and the audit chain keeps the read', async () => {
    const { application, task } = await inReview();
    const path = `/api/review/tasks/${task.id}/personal-data`;
    expect(await json(await as(platform, reviewer).post(path, { purpose: '电话核实' }))).toEqual(named);
    const audit = await platform.orm.em
      .fork()
      .execute<{ data: unknown }[]>(
        `select data from audit_entry where subject = ? and action = 'personal-data.read'`,
        [application.id],
      );
    expect(audit).toEqual([{ data: { purpose: '电话核实', taskId: task.id } }]);
    await expectProblem(await as(platform, reviewer).post(path, { purpose: '' }), {
      status: 422,
      code: 'request.invalid',
      pointer: '/purpose',
    });
    await expectProblem(await as(platform, elsewhere).post(path, { purpose: 'x' }), { status: 404, code: 'not-found' });
    await expectProblem(await as(platform, nobody).post(path, { purpose: 'x' }), {
      status: 401,
      code: 'auth.required',
    });
  });

  it('opens its files to the organ and to nobody else', async () => {
    const { task } = await inReview();
    const detail = await json<ReviewTaskDetail>(await as(platform, reviewer).get(`/api/review/tasks/${task.id}`));
    const access = async (by: typeof reviewer, id: string | undefined) =>
      (await as(platform, by).post(`/internal/document-access/${id}`)).status;
    expect(await access(reviewer, detail.documents[0]?.id)).toBe(204);
    expect(await access(elsewhere, detail.documents[0]?.id)).toBe(404);
    // Of the same organ, and none of them reviews.
    for (const role of ['auditor', 'operator', 'content_editor'] as const) {
      expect(await access(aReviewer(organs.nanshan, [role]), detail.documents[0]?.id)).toBe(404);
    }
    expect(await access(reviewer, await uploaded(platform, filer, 'business_licence'))).toBe(404);
  });
});
