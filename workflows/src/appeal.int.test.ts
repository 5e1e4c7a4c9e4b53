import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ApplicationSummary } from '@beian/contracts/applications.ts';
import type { Unit } from '@beian/contracts/units.ts';
import { defaultPolicy } from '@beian/contracts/workflows.ts';
import { aPersonalUser, aReviewer, organs } from '@beian/testkit/actors.ts';
import { playAppeal } from '@beian/testkit/appeal-stories.ts';
import { aPlatform, type TestPlatform } from '@beian/testkit/platform.ts';
import {
  approval,
  aRegistration,
  as,
  aUnit,
  decided,
  eventually,
  json,
  taskOf,
  untilStatus,
  uploaded,
} from '@beian/testkit/registration.ts';
import { somebody, transferred } from '@beian/testkit/transfer.ts';

const holder = aPersonalUser();
const reviewer = aReviewer();
const senior = aReviewer(organs.nanshan, ['senior_reviewer']);
let platform: TestPlatform;
let unit: Unit;
beforeAll(async () => {
  platform = await aPlatform({ engine: true, policy: defaultPolicy });
  unit = await aUnit(platform, holder);
});
afterAll(() => platform.stop());

const handleOf = (id: string) => {
  if (!platform.temporal) throw new Error('no engine');
  return platform.temporal.client.workflow.getHandle(id);
};
async function activitiesOf(id: string): Promise<string[]> {
  const { events } = await handleOf(id).fetchHistory();
  return (events ?? []).flatMap((event) => event.activityTaskScheduledEventAttributes?.activityType?.name ?? []);
}
async function file(): Promise<string> {
  const { id, number } = await aRegistration(platform, holder, unit);
  await json(await decided(platform, reviewer, number, approval));
  return (await untilStatus(platform, holder, id, 'completed')).filingNumbers[0] ?? '';
}
const reviews = (count: number) => Array.from({ length: count }, () => ['openReview', 'applyDecision']).flat();

describe('the appeal workflow', () => {
  it('goes through the check of validity and both reviews; whoever finds it valid goes on with it', async () => {
    const id = await playAppeal('appeal-upheld', { platform, filingNumber: await file() });
    expect(await handleOf(id).result()).toEqual({ status: 'completed' });
    expect(await activitiesOf(id)).toEqual(reviews(3));
    const tasks = await platform.orm.em
      .fork()
      .execute<{ stage: string; days: number }[]>(
        `select stage, extract(day from due_at - opened_at)::int as days from review_task where application_id = ? order by round`,
        [id],
      );
    expect(tasks.map((task) => task.stage)).toEqual(['validity', 'first', 'second']);
    // The check has the time of a review, a determination that of an appeal (G6).
    expect(tasks[0]!.days).toBeLessThan(tasks[1]!.days);
  });

  it('opens the first review anew when the second differs', async () => {
    const id = await playAppeal('appeal-differing-and-dismissed', { platform, filingNumber: await file() });
    expect(await handleOf(id).result()).toEqual({ status: 'completed' });
    expect(await activitiesOf(id)).toEqual(reviews(5));
  });

  it('ends what the former holder had begun, wherever it stands: in review, or waiting for a recipient', async () => {
    const [first, second] = [await file(), await file()];
    const body = {
      kind: 'cancellation',
      filingNumber: first,
      reason: '系统已拆除',
      authorisationId: await uploaded(platform, holder, 'cancellation_authorisation'),
      confirmed: true,
    };
    const cancellation = await json<ApplicationSummary>(
      await as(platform, holder).create('/api/applications', body),
      201,
    );
    await taskOf(platform, reviewer, cancellation.number);
    const transfer = await transferred(platform, holder, somebody(), second);
    await json(await decided(platform, reviewer, transfer.number, approval));
    await eventually(
      () => taskOf(platform, senior, transfer.number),
      (task) => task.stage === 'second',
    );
    await json(await decided(platform, senior, transfer.number, approval));
    await untilStatus(platform, holder, transfer.id, 'awaiting_recipient');

    await Promise.all([first, second].map((filingNumber) => playAppeal('appeal-upheld', { platform, filingNumber })));
    for (const { id } of [cancellation, transfer]) {
      expect(await handleOf(id).result()).toEqual({ status: 'withdrawn' });
      const { timeline } = await untilStatus(platform, holder, id, 'withdrawn');
      expect(timeline.at(-1)).toMatchObject({ kind: 'ended_by_appeal', by: 'platform' });
    }
  });
});
