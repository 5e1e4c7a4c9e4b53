import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BulkApproval } from '@beian/contracts/bulk-approvals.ts';
import type { ReviewTask } from '@beian/contracts/review.ts';
import { newId } from '@beian/service-kit/ids.ts';
import { aPersonalUser, aReviewer, organs } from '@beian/testkit/actors.ts';
import { cancelled } from '@beian/testkit/cancellation.ts';
import { expectProblem } from '@beian/testkit/expect-problem.ts';
import { aPlatform, type TestPlatform } from '@beian/testkit/platform.ts';
import { aFiling, aRegistration, as, aUnit, json, openedReview, taskOf } from '@beian/testkit/registration.ts';
import { isDrawn } from './low-risk.rules.ts';

const filer = aPersonalUser();
const reviewer = aReviewer();
const colleague = aReviewer();
const supervisor = aReviewer(organs.nanshan, ['supervisor']);
const nobody = { kind: 'nobody' } as const;
const opinion = '情况属实，予以通过。';
let platform: TestPlatform;
beforeAll(async () => {
  platform = await aPlatform();
  await aUnit(platform, filer);
});
afterAll(() => platform.stop());

/** The open review of an application. Whether it is drawn hangs on its id alone, so the test gives it one. */
async function opened(
  { id: applicationId, number }: { id: string; number: string },
  drawn = false,
): Promise<ReviewTask> {
  await openedReview(platform, { id: applicationId });
  let id = newId();
  while (isDrawn(id) !== drawn) id = newId();
  const { id: given } = await taskOf(platform, reviewer, number);
  await platform.orm.em.fork().execute('update review_task set id = ? where id = ?', [id, given], 'run');
  return taskOf(platform, reviewer, number);
}
/** A cancellation in the reviewer's hands. */
async function cancelling(drawn = false): Promise<ReviewTask> {
  const application = await cancelled(platform, filer, await aFiling(platform, filer, reviewer));
  return claim(await opened(application, drawn));
}
const claim = async (task: ReviewTask, by = reviewer) =>
  json<ReviewTask>(await as(platform, by).post(`/api/review/tasks/${task.id}/claim`));
const approve = (taskIds: string[], by: Parameters<typeof as>[1] = reviewer) =>
  as(platform, by).post('/api/review/tasks/approval', { taskIds, opinion });

describe('several tasks approved at once', () => {
  it('are decisions of their own; what needs a closer look, is drawn or is not in one’s hands stays undecided and says why', async () => {
    const [first, second] = [await cancelling(), await cancelling()];
    const drawn = await cancelling(true);
    const others = await cancelling();
    await json(await as(platform, supervisor).post(`/api/review/tasks/${others.id}/release`));
    await claim(others, colleague);
    // Its devices are those of the filings above.
    const alike = await claim(await opened(await aRegistration(platform, filer, await anotherUnit())));
    const ids = [first, second, drawn, others, alike].map((task) => task.id);
    const { items } = await json<BulkApproval>(await approve(ids));
    expect(items.map(({ problem }) => problem)).toEqual([
      undefined,
      undefined,
      'task.drawn',
      'task.not-claimed',
      'task.look-closer',
    ]);
    const decisions = await platform.orm.em
      .fork()
      .execute<{ id: string; outcome: string; opinion: string }[]>(
        'select id, outcome, opinion from decision where review_task_id in (?, ?, ?, ?, ?) order by id',
        ids,
      );
    expect(decisions).toEqual(items.slice(0, 2).map(({ decisionId: id }) => ({ id, outcome: 'approve', opinion })));
    const [audit] = await platform.orm.em
      .fork()
      .execute<{ n: string }[]>(
        `select count(*) n from audit_entry where action = 'tasks.approve' and subject in (?, ?, ?, ?, ?)`,
        ids,
      );
    expect(Number(audit?.n)).toBe(5);
    const again = await json<BulkApproval>(await approve([first.id, newId()]));
    expect(again.items.map(({ problem }) => problem)).toEqual(['task.decided', 'not-found']);
  });

  it('are approved by who decides, with an opinion, fifty at most', async () => {
    const ids = [newId()];
    await expectProblem(await approve(ids, supervisor), { status: 403, code: 'auth.forbidden' });
    await expectProblem(await approve(ids, filer), { status: 403, code: 'auth.forbidden' });
    await expectProblem(await approve(ids, nobody), { status: 401, code: 'auth.required' });
    const invalid = { status: 422, code: 'request.invalid' } as const;
    const many = Array.from({ length: 51 }, () => newId());
    await expectProblem(await approve(many), { ...invalid, pointer: '/taskIds' });
    const silent = await as(platform, reviewer).post('/api/review/tasks/approval', { taskIds: ids, opinion: ' ' });
    await expectProblem(silent, { ...invalid, pointer: '/opinion' });
  });
});

const anotherUnit = () => aUnit(platform, filer, '91350100M000100Y43');
