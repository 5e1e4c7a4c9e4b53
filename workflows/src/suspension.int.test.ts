import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Unit } from '@beian/contracts/units.ts';
import { defaultPolicy, type Policy, type Span } from '@beian/contracts/workflows.ts';
import { aPersonalUser, aReviewer, organs } from '@beian/testkit/actors.ts';
import { cancelled } from '@beian/testkit/cancellation.ts';
import { aSubmittedChange, inFutian, partsOf } from '@beian/testkit/change.ts';
import { dismissed, lodged, takenUp } from '@beian/testkit/appeals.ts';
import { expectProblem } from '@beian/testkit/expect-problem.ts';
import { aPlatform, type TestPlatform } from '@beian/testkit/platform.ts';
import {
  applicationOf,
  approval,
  aRegistration,
  as,
  aUnit,
  decided,
  eventually,
  json,
  taskOf,
  untilStatus,
} from '@beian/testkit/registration.ts';
import { suspended, suspendedAndResumed } from '@beian/testkit/suspension.ts';
import { accountOf, answered, somebody, transferred } from '@beian/testkit/transfer.ts';
import { underPolicy } from '@beian/testkit/under-policy.ts';

const filer = aPersonalUser();
const reviewer = aReviewer();
const senior = aReviewer(organs.nanshan, ['senior_reviewer']);
const seconds = (amount: number): Span => ({ amount, unit: 'seconds' });
/** Of the review whose end is waited for; the others have all the time that a slow machine wants. */
const short: Policy = {
  ...defaultPolicy,
  review: { due: seconds(6), remindAfter: [seconds(5)], escalateAfter: [seconds(6)] },
  suspension: { longest: seconds(8) },
};
let platform: TestPlatform;
let unit: Unit;

beforeAll(async () => {
  platform = await aPlatform({ engine: true });
  unit = await aUnit(platform, filer);
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
/** A filing of the filer's own, by the whole way. */
async function filed(): Promise<string> {
  const { id, number } = await aRegistration(platform, filer, unit);
  await decided(platform, reviewer, number, approval);
  return (await untilStatus(platform, filer, id, 'completed')).filingNumbers[0] ?? '';
}
const timelineOf = async (id: string) => (await applicationOf(platform, filer, id)).timeline;
const resume = (taskId: string) => as(platform, reviewer).post(`/api/review/tasks/${taskId}/resumption`);

describe('a review that is suspended', () => {
  it('is resumed by hand and decided; suspending and resuming answer 200 with the new state', async () => {
    const { id, number } = await aRegistration(platform, filer, unit);
    const taskId = await suspended(platform, reviewer, number);
    await eventually(
      () => timelineOf(id),
      (timeline) => timeline.at(-1)?.kind === 'review_suspended',
    );
    expect(await json(await resume(taskId))).toMatchObject({ id: taskId, status: 'claimed', overdue: false });
    expect(await json(await decided(platform, reviewer, number, approval))).toMatchObject({ applied: true });
    expect(await handleOf(id).result()).toEqual({ status: 'completed' });
    expect(await activitiesOf(id)).toEqual(['openReview', 'applySuspension', 'applyResumption', 'applyDecision']);
    expect((await timelineOf(id)).map(({ kind, by }) => [kind, by]).slice(2, 4)).toEqual([
      ['review_suspended', 'organ'],
      ['review_resumed', 'organ'],
    ]);
  });

  it('is neither reminded of nor escalated, goes on by itself on its day, and has its whole clock left then', async () => {
    const { id, number } = await aRegistration(underPolicy(platform, short), filer, unit);
    await suspended(platform, reviewer, number);
    const timeline = await eventually(
      () => timelineOf(id),
      (entries) => entries.at(-1)?.kind === 'review_escalated',
    );
    expect(timeline.map(({ kind }) => kind)).toEqual([
      'submitted',
      'review_opened',
      'review_suspended',
      'review_resumed',
      'review_reminded',
      'review_escalated',
    ]);
    const at = (kind: string) => Date.parse(timeline.find((entry) => entry.kind === kind)?.at ?? '');
    // Eight seconds of rest are longer than the six of the whole review, whose clock had hardly begun.
    expect(at('review_resumed') - at('review_suspended')).toBeGreaterThanOrEqual(7000);
    expect(at('review_reminded') - at('review_resumed')).toBeGreaterThanOrEqual(500);
    const counted = at('review_suspended') - at('review_opened') + at('review_escalated') - at('review_resumed');
    expect(counted).toBeGreaterThanOrEqual(5000);
    await json(await decided(platform, reviewer, number, approval));
    await untilStatus(platform, filer, id, 'completed');
  });

  it('is withdrawn by its filer', async () => {
    const { id, number } = await aRegistration(platform, filer, unit);
    await suspended(platform, reviewer, number);
    await json(await as(platform, filer).post(`/api/applications/${id}/withdrawal`));
    expect(await handleOf(id).result()).toEqual({ status: 'withdrawn' });
    expect((await applicationOf(platform, filer, id)).suspended).toBe(false);
  });

  it('may be any review of an appeal: of its validity, the first, and the second', async () => {
    const { id, number } = await lodged(platform, filer, { ground: 'other', countyCode: '440305' });
    const stages = [
      { stage: 'validity', by: reviewer, decision: takenUp },
      { stage: 'first', by: reviewer, decision: dismissed },
      { stage: 'second', by: senior, decision: dismissed },
    ] as const;
    for (const { stage, by, decision } of stages) {
      await eventually(
        () => taskOf(platform, by, number),
        (task) => task.stage === stage,
      );
      const taskId = await suspended(platform, by, number);
      await expectProblem(await as(platform, by).post(`/api/review/tasks/${taskId}/decision`, decision), {
        status: 409,
        code: 'task.suspended',
      });
      await json(await as(platform, by).post(`/api/review/tasks/${taskId}/resumption`));
      await json(await decided(platform, by, number, decision));
    }
    expect(await handleOf(id).result()).toEqual({ status: 'completed' });
    const { suspensions } = await applicationOf(platform, filer, id);
    expect(suspensions.map(({ stage, resumed }) => [stage, resumed?.by])).toEqual([
      ['validity', 'staff'],
      ['first', 'staff'],
      ['second', 'staff'],
    ]);
  });

  it('may be that of a cancellation', async () => {
    const { id, number } = await cancelled(platform, filer, await filed());
    await suspendedAndResumed(platform, reviewer, number);
    await json(await decided(platform, reviewer, number, approval));
    expect(await handleOf(id).result()).toEqual({ status: 'completed' });
    expect(await activitiesOf(id)).toEqual(['openReview', 'applySuspension', 'applyResumption', 'applyDecision']);
  });

  it('may be one part of a change, and the other goes on meanwhile', async () => {
    const numbers = [await filed(), await filed()];
    const perFiling = [{ filingNumber: numbers[1], system: inFutian }];
    const whole = await aSubmittedChange(platform, filer, numbers, { perFiling });
    const parts = await partsOf(platform, filer, whole.id);
    const [ofNanshan, ofFutian] = [parts.get('440305'), parts.get('440304')];
    if (!ofNanshan || !ofFutian) throw new Error('the change has no two parts');
    const futian = aReviewer(organs.futian);
    const taskId = await suspended(platform, futian, ofFutian.number);
    await json(await decided(platform, reviewer, ofNanshan.number, approval));
    expect(await handleOf(ofNanshan.id).result()).toEqual({ status: 'completed' });
    expect((await applicationOf(platform, filer, ofFutian.id)).suspended).toBe(true);
    expect((await applicationOf(platform, filer, whole.id)).status).toBe('in_review');
    await json(await as(platform, futian).post(`/api/review/tasks/${taskId}/resumption`));
    await json(await decided(platform, futian, ofFutian.number, approval));
    expect(await handleOf(whole.id).result()).toEqual({ status: 'completed' });
    expect(await activitiesOf(ofFutian.id)).toContain('applyResumption');
    expect(await activitiesOf(whole.id)).not.toContain('applySuspension');
  });

  it('may be either review of a transfer, whose recipient has the word after both', async () => {
    const person = somebody();
    const { id, number } = await transferred(platform, filer, person, await filed());
    await suspendedAndResumed(platform, reviewer, number);
    await json(await decided(platform, reviewer, number, approval));
    await untilStatus(platform, filer, id, 'second_review');
    await suspendedAndResumed(platform, senior, number);
    await json(await decided(platform, senior, number, approval));
    await untilStatus(platform, filer, id, 'awaiting_recipient');
    await json(await answered(platform, accountOf(person), id, { accept: true }));
    expect(await handleOf(id).result()).toEqual({ status: 'completed' });
    const { suspensions } = await applicationOf(platform, filer, id);
    expect(suspensions.map(({ stage, resumed }) => [stage, resumed?.by])).toEqual([
      ['first', 'staff'],
      ['second', 'staff'],
    ]);
  });

  it('goes on unmoved by signals that are forged', async () => {
    const { id, number } = await aRegistration(platform, filer, unit);
    const taskId = await suspended(platform, reviewer, number);
    for (const signal of ['suspended', 'resumed', 'decided'])
      await handleOf(id).signal(signal, { id: crypto.randomUUID() });
    await eventually(
      () => activitiesOf(id),
      (names) => names.filter((name) => name === 'applyResumption').length === 1,
    );
    expect((await applicationOf(platform, filer, id)).suspended).toBe(true);
    await json(await resume(taskId));
    await json(await decided(platform, reviewer, number, approval));
    expect(await handleOf(id).result()).toEqual({ status: 'completed' });
  });
});
