import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ReviewTask, ReviewTaskDetail } from '@beian/contracts/review.ts';
import type { Unit } from '@beian/contracts/units.ts';
import { defaultPolicy, type Span } from '@beian/contracts/workflows.ts';
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
  eventually,
  json,
  named,
  taskOf,
  untilStatus,
} from '@beian/testkit/registration.ts';

const filer = aPersonalUser();
const reviewer = aReviewer();
const shenzhen = aReviewer(organs.shenzhen, ['supervisor']);
const guangdong = aReviewer(organs.guangdong, ['supervisor']);
const seconds = (amount: number): Span => ({ amount, unit: 'seconds' });
const review = { due: seconds(9), remindAfter: [seconds(7)], escalateAfter: [seconds(9), seconds(10)] };
let platform: TestPlatform;
let unit: Unit;

beforeAll(async () => {
  platform = await aPlatform({ engine: true, policy: { ...defaultPolicy, review } });
  unit = await aUnit(platform, filer);
});
afterAll(() => platform.stop());

const kindsOf = async (id: string) =>
  (await applicationOf(platform, filer, id)).timeline.map(({ kind, organ }) => [kind, organ?.code]);
const seenBy = async (staff: typeof shenzhen, number: string) =>
  (await json<{ items: ReviewTask[] }>(await as(platform, staff).get(`/api/review/tasks?q=${number}`))).items;

it('a review that nobody decides is reminded of, escalated to the city, then to the province, once each; what is decided or with its filer is not', async () => {
  const decidedAtOnce = await aRegistration(platform, filer, unit);
  await json(await decided(platform, reviewer, decidedAtOnce.number, approval));
  const returned = await aRegistration(platform, filer, unit);
  const before = await taskOf(platform, reviewer, returned.number);
  await json(await decided(platform, reviewer, returned.number, aReturn));
  const late = await aRegistration(platform, filer, unit);
  await taskOf(platform, reviewer, late.number);
  expect(await seenBy(shenzhen, late.number)).toEqual([]);

  await eventually(
    () => kindsOf(late.id),
    (kinds) => kinds.some(([kind, organ]) => kind === 'review_escalated' && organ === organs.guangdong.code),
  );
  expect((await kindsOf(late.id)).slice(1)).toEqual([
    ['review_opened', organs.nanshan.code],
    ['review_reminded', organs.nanshan.code],
    ['review_escalated', organs.shenzhen.code],
    ['review_escalated', organs.guangdong.code],
  ]);
  for (const supervisor of [shenzhen, guangdong]) {
    const [task] = await seenBy(supervisor, late.number);
    expect(task).toMatchObject({ overdue: true, escalations: 2, organ: { code: organs.nanshan.code } });
    const detail = await as(platform, supervisor).get(`/api/review/tasks/${task?.id}`);
    expect(JSON.stringify(await json<ReviewTaskDetail>(detail))).not.toContain(named.safetyOfficerPhone);
  }

  // This one was opened last: by now the clocks of the other two would have rung as well.
  expect((await kindsOf(decidedAtOnce.id)).map(([kind]) => kind)).toEqual([
    'submitted',
    'review_opened',
    'approved',
    'completed',
  ]);
  expect((await kindsOf(returned.id)).map(([kind]) => kind)).toEqual(['submitted', 'review_opened', 'returned']);

  const correction = { baseVersion: 1, system: { retentionDays: 90 }, truthful: true };
  await json(await as(platform, filer).create(`/api/applications/${returned.id}/resubmission`, correction), 201);
  const after = await taskOf(platform, reviewer, returned.number);
  const given = (task: ReviewTask) => Date.parse(task.dueAt) - Date.parse(task.openedAt);
  expect(given(after)).toBeLessThan(given(before));
  expect(given(after)).toBeGreaterThanOrEqual(1000);

  await json(await decided(platform, reviewer, late.number, approval));
  await untilStatus(platform, filer, late.id, 'completed');
  expect((await kindsOf(late.id)).filter(([kind]) => kind === 'review_escalated')).toHaveLength(2);
});
