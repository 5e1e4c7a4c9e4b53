import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Unit } from '@beian/contracts/units.ts';
import { defaultPolicy, type Policy, type Span } from '@beian/contracts/workflows.ts';
import { newId } from '@beian/service-kit/ids.ts';
import { aPersonalUser, aReviewer, organs } from '@beian/testkit/actors.ts';
import { aPlatform, type TestPlatform } from '@beian/testkit/platform.ts';
import {
  approval,
  applicationOf,
  aRegistration,
  aReturn,
  as,
  aUnit,
  decided,
  eventually,
  json,
  taskOf,
  untilStatus,
} from '@beian/testkit/registration.ts';

const filer = aPersonalUser();
const reviewer = aReviewer();
let platform: TestPlatform;
let unit: Unit;
const seconds = (amount: number): Span => ({ amount, unit: 'seconds' });
/** Long enough for a slow machine to act in time, short enough to wait for. */
const policy: Policy = {
  ...defaultPolicy,
  review: { due: seconds(600), remindAfter: [seconds(300)], escalateAfter: [seconds(600)] },
  correction: { due: seconds(600), remindBefore: [seconds(60)] },
};

beforeAll(async () => {
  platform = await aPlatform({ engine: true, policy });
  unit = await aUnit(platform, filer);
});
afterAll(() => platform.stop());

const handleOf = (id: string) => {
  if (!platform.temporal) throw new Error('no engine');
  return platform.temporal.client.workflow.getHandle(id);
};
const submitted = (overrides: Record<string, unknown> = {}) => aRegistration(platform, filer, unit, overrides);
const resubmit = (id: string, days = 90) =>
  as(platform, filer).create(`/api/applications/${id}/resubmission`, {
    baseVersion: 1,
    system: { retentionDays: days },
    truthful: true,
  });
async function activitiesOf(id: string): Promise<string[]> {
  const { events } = await handleOf(id).fetchHistory();
  return (events ?? []).flatMap((event) => event.activityTaskScheduledEventAttributes?.activityType?.name ?? []);
}

describe('the registration workflow', () => {
  it('approved at once: two activities, and the decision answers 200 with the new state', async () => {
    const application = await submitted();
    const answer = await decided(platform, reviewer, application.number, approval);
    expect(await json(answer)).toMatchObject({ applicationStatus: 'completed', applied: true });
    expect(await handleOf(application.id).result()).toEqual({ status: 'completed' });
    expect(await activitiesOf(application.id)).toEqual(['openReview', 'applyDecision']);
    expect((await applicationOf(platform, filer, application.id)).filingNumbers).toHaveLength(1);
  });

  it('returned, corrected, approved: four activities and two versions', async () => {
    const application = await submitted();
    await json(await decided(platform, reviewer, application.number, aReturn));
    const returned = await untilStatus(platform, filer, application.id, 'returned');
    expect(returned.correction?.notice).toEqual(aReturn.notice);
    await json(await resubmit(application.id), 201);
    await json(await decided(platform, reviewer, application.number, approval));
    expect(await handleOf(application.id).result()).toEqual({ status: 'completed' });
    expect(await activitiesOf(application.id)).toEqual(['openReview', 'applyDecision', 'openReview', 'applyDecision']);
    const { version, timeline } = await applicationOf(platform, filer, application.id);
    expect(version).toBe(2);
    expect(timeline.map((entry) => entry.kind)).toEqual([
      'submitted',
      'review_opened',
      'returned',
      'resubmitted',
      'review_opened',
      'approved',
      'completed',
    ]);
  });

  it('rejected with a coded reason', async () => {
    const application = await submitted();
    const body = { outcome: 'reject', reasonCode: 'no_filing_duty', opinion: '无需备案' };
    await json(await decided(platform, reviewer, application.number, body));
    expect(await handleOf(application.id).result()).toEqual({ status: 'rejected' });
  });

  it('re-routed to the organ of another county, which decides', async () => {
    const application = await submitted();
    const body = { outcome: 'reroute', opinion: '属福田区', targetOrgan: '440304' };
    await json(await decided(platform, reviewer, application.number, body));
    await json(await decided(platform, aReviewer(organs.futian), application.number, approval));
    expect(await handleOf(application.id).result()).toEqual({ status: 'completed' });
    expect((await applicationOf(platform, filer, application.id)).organ.code).toBe('440304');
  });

  it('withdrawn in review, and withdrawn while it is returned', async () => {
    const inReview = await submitted();
    await taskOf(platform, reviewer, inReview.number);
    const answer = await as(platform, filer).post(`/api/applications/${inReview.id}/withdrawal`);
    expect(await json(answer)).toMatchObject({ status: 'withdrawn' });
    const returned = await submitted();
    await json(await decided(platform, reviewer, returned.number, aReturn));
    await untilStatus(platform, filer, returned.id, 'returned');
    await json(await as(platform, filer).post(`/api/applications/${returned.id}/withdrawal`));
    for (const { id } of [inReview, returned]) expect(await handleOf(id).result()).toEqual({ status: 'withdrawn' });
  });

  it('goes on unmoved by signals that are repeated or forged', async () => {
    const application = await submitted();
    const task = await taskOf(platform, reviewer, application.number);
    const handle = handleOf(application.id);
    for (const signal of ['decided', 'resubmitted', 'withdrawn']) await handle.signal(signal, { id: newId() });
    await eventually(
      async () => {
        const [row] = await platform.orm.em
          .fork()
          .execute<{ n: string }[]>(
            `select count(*) n from audit_entry where subject = ? and action = 'attack.forged-signal'`,
            [application.id],
          );
        return Number(row?.n);
      },
      (n) => n >= 2, // the decision and the withdrawal; a resubmission, to which nothing listens in review, is asked about later
    );
    expect((await applicationOf(platform, filer, application.id)).status).toBe('in_review');
    const { decisionId } = await json<{ decisionId: string }>(
      await decided(platform, reviewer, application.number, aReturn),
    );
    expect(task.round).toBe(1);
    await handle.signal('decided', { id: decisionId });
    await json(await resubmit(application.id), 201);
    await json(await decided(platform, reviewer, application.number, approval));
    expect(await handle.result()).toEqual({ status: 'completed' });
  });

  it('shows operators kind, stage and deadline, and never a name or a credit code', async () => {
    const application = await submitted();
    await taskOf(platform, reviewer, application.number);
    const described = await eventually(
      () => handleOf(application.id).describe(),
      ({ searchAttributes }) => searchAttributes['ApplicationStage']?.[0] === 'in_review',
    );
    expect(described.searchAttributes).toMatchObject({ ApplicationKind: ['registration'], DivisionCode: ['440305'] });
    expect(described.searchAttributes['DueAt']).toHaveLength(1);
    expect(JSON.stringify(described.searchAttributes)).not.toContain(unit.uscc);
  });
});

describe('deadlines', () => {
  it('the correction deadline passes: reminded, then expired; a late resubmission is refused', async () => {
    const short = { ...policy, correction: { due: seconds(3), remindBefore: [seconds(2)] } };
    const quick = await aPlatform({ engine: true, policy: short });
    try {
      const account = aPersonalUser();
      const application = await aRegistration(quick, account, await aUnit(quick, account));
      await json(await decided(quick, reviewer, application.number, aReturn));
      const { timeline } = await untilStatus(quick, account, application.id, 'expired');
      expect(timeline.map((entry) => entry.kind).slice(2)).toEqual(['returned', 'correction_reminded', 'expired']);
      const late = await as(quick, account).create(`/api/applications/${application.id}/resubmission`, {
        baseVersion: 1,
        system: { retentionDays: 90 },
        truthful: true,
      });
      expect(late.status).toBe(409);
      expect(await quick.temporal?.client.workflow.getHandle(application.id).result()).toEqual({ status: 'expired' });
    } finally {
      await quick.stop();
    }
  });

  it('a review that is late is reminded of and escalated, and can still be decided', async () => {
    const short = { ...policy, review: { due: seconds(2), remindAfter: [seconds(1)], escalateAfter: [seconds(2)] } };
    const quick = await aPlatform({ engine: true, policy: short });
    try {
      const account = aPersonalUser();
      const application = await aRegistration(quick, account, await aUnit(quick, account));
      await eventually(
        () => applicationOf(quick, account, application.id),
        ({ timeline }) => timeline.some((entry) => entry.kind === 'review_escalated'),
      );
      const task = await taskOf(quick, reviewer, application.number);
      expect(task).toMatchObject({ overdue: true, escalations: 1 });
      await json(await decided(quick, reviewer, application.number, approval));
      await untilStatus(quick, account, application.id, 'completed');
    } finally {
      await quick.stop();
    }
  });
});
