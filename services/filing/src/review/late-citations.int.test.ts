import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ReviewTaskDetail } from '@beian/contracts/review.ts';
import { aPersonalUser, aReviewer } from '@beian/testkit/actors.ts';
import { expectProblem } from '@beian/testkit/expect-problem.ts';
import { aPlatform, type TestPlatform } from '@beian/testkit/platform.ts';
import {
  applicationOf,
  aRegistration,
  aReturn,
  as,
  aUnit,
  json,
  settled,
  taskOf,
} from '@beian/testkit/registration.ts';

const filer = aPersonalUser();
const reviewer = aReviewer();
let platform: TestPlatform;
beforeAll(async () => {
  platform = await aPlatform();
});
afterAll(() => platform.stop());

/** The first was there before and the first return did not cite it; the second it did. */
const late = { field: 'system.name', problem: '应为全称', advice: '写全称' };
const cited = { field: 'system.retentionDays', problem: '仍不一致', advice: '按实际填写' };

it('a return that cites what was there before and was not cited needs a reason, which the filer reads and the decision counts', async () => {
  const application = await aRegistration(platform, filer, await aUnit(platform, filer));
  const { id: applicationId, number } = application;
  await settled(platform, reviewer, application, aReturn);
  const correction = { baseVersion: 1, system: { retentionDays: 90 }, truthful: true };
  const path = `/api/applications/${applicationId}/resubmission`;
  await json(await as(platform, filer).create(path, correction), 201);
  const [version] = await platform.orm.em
    .fork()
    .execute<{ id: string }[]>('select id from application_version where application_id = ? and number = 2', [
      applicationId,
    ]);
  const { review: policy } = platform.filing.policy;
  const cause = { kind: 'resubmission', id: version?.id ?? '' } as const;
  await platform.activities.openReview({ applicationId, stage: 'first', cause, policy });
  const task = await taskOf(platform, reviewer, number);
  const { lateFields } = await json<ReviewTaskDetail>(await as(platform, reviewer).get(`/api/review/tasks/${task.id}`));
  expect(lateFields).toContain('system.name');
  expect(lateFields).not.toContain('system.retentionDays');

  await json(await as(platform, reviewer).post(`/api/review/tasks/${task.id}/claim`));
  const decide = (notice: object[]) =>
    as(platform, reviewer).post(`/api/review/tasks/${task.id}/decision`, {
      outcome: 'return',
      opinion: '请补正。',
      notice,
    });
  await expectProblem(await decide([cited, late]), {
    status: 422,
    code: 'request.invalid',
    pointer: '/notice/1/lateReason',
    fieldCode: 'notice.late-reason-required',
  });
  const notice = [cited, { ...late, lateReason: '首次审核时未核对营业执照' }];
  await json(await decide(notice), 202);
  const [decision] = await platform.orm.em
    .fork()
    .execute<{ late_citations: number }[]>('select late_citations from decision where review_task_id = ?', [task.id]);
  expect(decision?.late_citations).toBe(1);
  const { reviews } = await applicationOf(platform, filer, applicationId);
  expect(reviews.map((review) => review.notice)).toEqual([aReturn.notice, notice]);
});
