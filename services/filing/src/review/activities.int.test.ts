import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Unit } from '@beian/contracts/units.ts';
import type { Span } from '@beian/contracts/workflows.ts';
import { newId } from '@beian/service-kit/ids.ts';
import { aPersonalUser, aReviewer } from '@beian/testkit/actors.ts';
import { aPlatform, type TestPlatform } from '@beian/testkit/platform.ts';
import { applicationOf, approval, aRegistration, aReturn, aUnit, decided, json } from '@beian/testkit/registration.ts';

const filer = aPersonalUser();
const reviewer = aReviewer();
let platform: TestPlatform;
let unit: Unit;
const seconds = (amount: number): Span => ({ amount, unit: 'seconds' });
const policy = {
  review: { due: seconds(60), remindAfter: [seconds(10)], escalateAfter: [seconds(60)] },
  correction: { due: seconds(60), remindBefore: [seconds(30)] },
};

beforeAll(async () => {
  platform = await aPlatform();
  unit = await aUnit(platform, filer);
});
afterAll(() => platform.stop());

async function inReview() {
  const application = await aRegistration(platform, filer, unit);
  const opening = await platform.activities.openReview({
    applicationId: application.id,
    stage: 'first',
    cause: { kind: 'submission' },
    policy: policy.review,
  });
  if (!opening.opened) throw new Error('the review did not open');
  return { application, ...opening };
}
const audited = async (subject: string): Promise<string[]> =>
  (
    await platform.orm.em
      .fork()
      .execute<{ action: string }[]>('select action from audit_entry where subject = ? order by seq', [subject])
  ).map((row) => row.action);
const eventsOf = async (subject: string): Promise<string[]> =>
  (
    await platform.orm.em
      .fork()
      .execute<{ type: string }[]>(
        `select payload ->> 'type' as type from outbox where lane = 'event' and aggregate = ? order by seq`,
        [subject],
      )
  ).map((row) => row.type);
async function decidedAs(body: Record<string, unknown>) {
  const { application, taskId } = await inReview();
  const { decisionId } = await json<{ decisionId: string }>(
    await decided(platform, reviewer, application.number, body),
    202,
  );
  return { application, input: { applicationId: application.id, taskId, decisionId, policy: policy.correction } };
}

describe('opening a review', () => {
  it('is one task and one entry of the timeline, however often it is asked', async () => {
    const { application, taskId } = await inReview();
    const again = await platform.activities.openReview({
      applicationId: application.id,
      stage: 'first',
      cause: { kind: 'submission' },
      policy: policy.review,
    });
    expect(again).toMatchObject({ opened: true, taskId });
    const { timeline, status } = await applicationOf(platform, filer, application.id);
    expect(timeline.map((entry) => entry.kind)).toEqual(['submitted', 'review_opened']);
    expect(status).toBe('in_review');
  });

  it('for a resubmission or re-routing that the database does not know opens nothing and is noted as an attack', async () => {
    const { application } = await inReview();
    for (const kind of ['resubmission', 'reroute'] as const) {
      const cause = { kind, id: newId() };
      const input = { applicationId: application.id, stage: 'first' as const, cause, policy: policy.review };
      expect(await platform.activities.openReview(input)).toEqual({ opened: false });
    }
    expect((await audited(application.id)).filter((action) => action === 'attack.forged-signal')).toHaveLength(2);
  });
});

describe('applying a decision', () => {
  it('approved: settles filing, number, holder, devices and events once', async () => {
    const { application, input } = await decidedAs(approval);
    const effects = await Promise.all([1, 2, 3].map(() => platform.activities.applyDecision(input)));
    expect(effects).toEqual(Array.from({ length: 3 }, () => ({ applied: true, outcome: 'approve' })));
    const { status, filingNumbers, timeline } = await applicationOf(platform, filer, application.id);
    expect({ status, numbers: filingNumbers.length }).toEqual({ status: 'completed', numbers: 1 });
    expect(timeline.map((entry) => entry.kind)).toEqual(['submitted', 'review_opened', 'approved', 'completed']);
    const events = await eventsOf(application.id);
    expect(events.filter((type) => type !== 'beian.timeline.added')).toEqual([
      'beian.application.submitted',
      'beian.application.approved',
      'beian.application.completed',
    ]);
    expect(events.length - 3).toBe(timeline.length);
    expect(await eventsOf(filingNumbers[0] ?? '')).toEqual(['beian.filing.registered']);
  });

  it('returned: answers the same deadline however often it is asked', async () => {
    const { application, input } = await decidedAs(aReturn);
    const first = await platform.activities.applyDecision(input);
    expect(await platform.activities.applyDecision(input)).toEqual(first);
    const { correction } = await applicationOf(platform, filer, application.id);
    expect(first).toMatchObject({ applied: true, outcome: 'return', dueAt: correction?.dueAt });
  });

  it('rejected: ends with the coded reason', async () => {
    const body = { outcome: 'reject', reasonCode: 'forbidden_place', opinion: '涉及禁止区域' };
    const { application, input } = await decidedAs(body);
    await platform.activities.applyDecision(input);
    const { status, reviews } = await applicationOf(platform, filer, application.id);
    expect({ status, reason: reviews[0]?.reasonCode }).toEqual({ status: 'rejected', reason: 'forbidden_place' });
  });

  it('that nobody made changes nothing and is noted as an attack; so does one of another application', async () => {
    const { application, taskId } = await inReview();
    const { input: other } = await decidedAs(approval);
    for (const decisionId of [newId(), other.decisionId]) {
      const forged = { applicationId: application.id, taskId, decisionId, policy: policy.correction };
      expect(await platform.activities.applyDecision(forged)).toEqual({ applied: false });
    }
    expect((await applicationOf(platform, filer, application.id)).status).toBe('in_review');
    expect((await audited(application.id)).filter((action) => action === 'attack.forged-signal')).toHaveLength(2);
  });
});

describe('deadlines', () => {
  it('remind and escalate once per step, and only while the task is open', async () => {
    const { application, taskId } = await inReview();
    await platform.activities.remindReview({ taskId, step: 1 });
    await platform.activities.remindReview({ taskId, step: 1 });
    await platform.activities.escalateReview({ taskId, step: 1 });
    const kinds = async () =>
      (await applicationOf(platform, filer, application.id)).timeline.map((entry) => entry.kind).slice(2);
    expect(await kinds()).toEqual(['review_reminded', 'review_escalated']);
    await decided(platform, reviewer, application.number, approval);
    await platform.activities.escalateReview({ taskId, step: 2 });
    expect(await kinds()).toEqual(['review_reminded', 'review_escalated']);
  });

  it('of a correction end the application once, and not after it was resubmitted', async () => {
    const { application, input } = await decidedAs(aReturn);
    await platform.activities.applyDecision(input);
    const of = { applicationId: application.id, decisionId: input.decisionId };
    await platform.activities.remindCorrection({ ...of, step: 1 });
    await platform.activities.remindCorrection({ ...of, step: 1 });
    expect(await platform.activities.expireCorrection({ ...of, decisionId: newId() })).toEqual({ expired: false });
    expect(await platform.activities.expireCorrection(of)).toEqual({ expired: true });
    expect(await platform.activities.expireCorrection(of)).toEqual({ expired: true });
    const { status, timeline } = await applicationOf(platform, filer, application.id);
    expect(status).toBe('expired');
    expect(timeline.map((entry) => entry.kind).slice(2)).toEqual(['returned', 'correction_reminded', 'expired']);
  });

  it('withdrawal by an unknown id is noted as an attack', async () => {
    const { application } = await inReview();
    const forged = { applicationId: application.id, withdrawalId: newId() };
    expect(await platform.activities.applyWithdrawal(forged)).toEqual({ applied: false });
    expect(await audited(application.id)).toContain('attack.forged-signal');
  });
});
