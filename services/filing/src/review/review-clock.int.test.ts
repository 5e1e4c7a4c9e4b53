import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ReviewTaskDetail } from '@beian/contracts/review.ts';
import type { Unit } from '@beian/contracts/units.ts';
import type { ReviewCause } from '@beian/contracts/workflows.ts';
import { aPersonalUser, aReviewer, organs } from '@beian/testkit/actors.ts';
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
  taskOf,
} from '@beian/testkit/registration.ts';

const filer = aPersonalUser();
const nanshan = aReviewer();
const futian = aReviewer(organs.futian);
const beijing = (text: string) => new Date(`${text}+08:00`);
let now = beijing('2026-11-02T10:00:00');
let platform: TestPlatform;
let unit: Unit;

beforeAll(async () => {
  platform = await aPlatform({ clock: { now: () => now } });
  unit = await aUnit(platform, filer);
});
afterAll(() => platform.stop());

/** Plays the engine's part: opens the review that a cause asks for; answers its times. */
async function opened(applicationId: string, cause: ReviewCause) {
  const { review: policy } = platform.filing.policy;
  const opening = await platform.activities.openReview({ applicationId, stage: 'first', cause, policy });
  if (!opening.opened) throw new Error('the review did not open');
  return opening;
}
/** A decision, recorded and applied; answers its id. */
async function applied(reviewer: typeof nanshan, application: { id: string; number: string }, body: object) {
  const { id: applicationId, number } = application;
  const { id: taskId } = await taskOf(platform, reviewer, number);
  const { decisionId } = await json<{ decisionId: string }>(
    await decided(platform, reviewer, number, { ...body }),
    202,
  );
  const { correction: policy } = platform.filing.policy;
  await platform.activities.applyDecision({ applicationId, taskId, decisionId, policy });
  return decisionId;
}
/** Monday, 2 November 2026, 10:00: due on Monday the 9th, reminded of on Thursday the 5th, escalated on the 9th and the 12th. */
async function submittedOnMonday() {
  now = beijing('2026-11-02T10:00:00');
  const application = await aRegistration(platform, filer, unit);
  return { application, first: await opened(application.id, { kind: 'submission' }) };
}

it('an application that is re-routed stays on one clock, and each organ reads what the other thinks', async () => {
  const { application, first } = await submittedOnMonday();
  now = beijing('2026-11-06T11:00:00');
  const away = { outcome: 'reroute', opinion: '系统位于福田区。', targetOrgan: '440304' };
  const there = await opened(application.id, { kind: 'reroute', id: await applied(nanshan, application, away) });
  // The reminder of Thursday has been given; everything else is to come as it was.
  expect(there).toMatchObject({ dueAt: first.dueAt, remindAt: [], escalateAt: first.escalateAt });

  now = beijing('2026-11-09T09:00:00');
  const back = { outcome: 'reroute', opinion: '大门在南山区，由南山审核。', targetOrgan: '440305' };
  const home = await opened(application.id, { kind: 'reroute', id: await applied(futian, application, back) });
  expect(home.dueAt).toBe(first.dueAt);
  const { previousReviews } = await json<ReviewTaskDetail>(
    await as(platform, nanshan).get(`/api/review/tasks/${home.taskId}`),
  );
  const opinions = [
    { organ: { name: '深圳市公安局南山分局' }, opinion: '系统位于福田区。', round: 1 },
    { organ: { name: '深圳市公安局福田分局' }, opinion: '大门在南山区，由南山审核。', round: 2 },
  ];
  expect(previousReviews).toMatchObject(opinions);
  await applied(nanshan, application, approval);
  const { reviews, filingNumbers } = await applicationOf(platform, filer, application.id);
  expect(reviews).toMatchObject([...opinions, { outcome: 'approve' }]);
  expect(filingNumbers).toHaveLength(1);
});

it('the clock stands still while the filer has the application, and goes on with what was left', async () => {
  const { application, first } = await submittedOnMonday();
  expect(first.dueAt).toBe('2026-11-09T15:59:59.000Z');
  now = beijing('2026-11-04T16:00:00'); // three working days are left
  await applied(nanshan, application, aReturn);
  expect(await applicationOf(platform, filer, application.id)).not.toHaveProperty('reviewDueAt');
  now = beijing('2026-11-13T10:00:00');
  const resubmission = { baseVersion: 1, system: { retentionDays: 90 }, truthful: true };
  const path = `/api/applications/${application.id}/resubmission`;
  await json(await as(platform, filer).create(path, resubmission), 201);
  const [version] = await platform.orm.em
    .fork()
    .execute<{ id: string }[]>('select id from application_version where application_id = ? and number = 2', [
      application.id,
    ]);
  const second = await opened(application.id, { kind: 'resubmission', id: version?.id ?? '' });
  expect(second).toMatchObject({
    dueAt: '2026-11-18T15:59:59.000Z',
    remindAt: ['2026-11-16T01:00:00.000Z'],
    escalateAt: ['2026-11-18T15:59:59.000Z', '2026-11-23T15:59:59.000Z'],
  });
  expect((await applicationOf(platform, filer, application.id)).reviewDueAt).toBe(second.dueAt);
});
