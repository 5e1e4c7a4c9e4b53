import { beijingDay } from '@beian/contracts/beijing-day.rules.ts';
import type { Staff } from '@beian/service-kit/actor.ts';
import type { TestPlatform } from './platform.ts';
import { as, json, taskOf } from './registration.ts';

/** A suspension until tomorrow, or for as long as the policy allows where that is less. */
export const aSuspension = (opinion = '将到现场核查。') => ({
  reasonCode: 'site_visit',
  opinion,
  resumeOn: beijingDay(new Date(Date.now() + 24 * 3600 * 1000)),
});

/** Claims the open task of an application and suspends its review; answers the task's id. */
export async function suspended(
  platform: TestPlatform,
  reviewer: Staff,
  number: string,
  suspension: Record<string, unknown> = aSuspension(),
): Promise<string> {
  const { id } = await taskOf(platform, reviewer, number);
  await json(await as(platform, reviewer).post(`/api/review/tasks/${id}/claim`));
  const answer = await as(platform, reviewer).post(`/api/review/tasks/${id}/suspension`, suspension);
  if (!answer.ok) throw new Error(`not suspended: ${answer.status} ${await answer.text()}`);
  return id;
}

/** Suspends the open review of an application and resumes it once the engine has heard of it; it stays in the reviewer's hands. */
export async function suspendedAndResumed(
  platform: TestPlatform,
  reviewer: Staff,
  number: string,
  suspension?: Record<string, unknown>,
): Promise<void> {
  const id = await suspended(platform, reviewer, number, suspension);
  const resumed = await as(platform, reviewer).post(`/api/review/tasks/${id}/resumption`);
  if (!resumed.ok) throw new Error(`not resumed: ${resumed.status} ${await resumed.text()}`);
}
