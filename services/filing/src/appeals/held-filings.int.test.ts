import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ApplicationSummary } from '@beian/contracts/applications.ts';
import { aPersonalUser, aReviewer } from '@beian/testkit/actors.ts';
import { determined, dismissed, heldByAppeal, lodged, stagePlayed, takenUp, upheld } from '@beian/testkit/appeals.ts';
import { aChange } from '@beian/testkit/change.ts';
import { aCancellation, cancelled } from '@beian/testkit/cancellation.ts';
import { expectProblem } from '@beian/testkit/expect-problem.ts';
import { aPlatform, type TestPlatform } from '@beian/testkit/platform.ts';
import {
  aFiling,
  applicationOf,
  approval,
  as,
  decided,
  json,
  settled,
  withdrawalApplied,
} from '@beian/testkit/registration.ts';
import {
  accountOf,
  answered,
  approvedTwice,
  aTransfer,
  holdersOf,
  incomingOf,
  settleOutcome,
  somebody,
  transferred,
} from '@beian/testkit/transfer.ts';

const holder = accountOf(somebody('张伟'));
const appellant = aPersonalUser();
const reviewer = aReviewer();
const senior = aReviewer(undefined, ['senior_reviewer']);
let platform: TestPlatform;
beforeAll(async () => {
  platform = await aPlatform();
});
afterAll(() => platform.stop());

const sql = <T>(statement: string, params: unknown[]) => platform.orm.em.fork().execute<T[]>(statement, params);
const submit = (body: unknown, actor = holder) => as(platform, actor).create('/api/applications', body);
const filingOf = (number: string, actor = holder) => as(platform, actor).get(`/api/filings/${number}`);
const file = () => aFiling(platform, holder, reviewer);

const held = (number: string) => heldByAppeal(platform, { appellant, reviewer }, number);
const concluded = (
  dispute: Awaited<ReturnType<typeof held>>,
  proposal: Record<string, unknown>,
  confirmation: Record<string, unknown>,
) => determined(platform, dispute, [reviewer, proposal], [senior, confirmation]);
/** The decision of an open application in review, without its settlement. */
async function decidedAlone(application: ApplicationSummary, decision: Record<string, unknown>): Promise<Response> {
  const policy = { due: { amount: 60, unit: 'seconds' as const }, remindAfter: [], escalateAfter: [] };
  const opening = { applicationId: application.id, stage: 'first', cause: { kind: 'submission' }, policy } as const;
  await platform.activities.openReview(opening);
  return decided(platform, reviewer, application.number, decision);
}

describe('a filing under dispute', () => {
  it('is held from the moment the appeal is found valid; nothing can be begun with it, and its holder sees why', async () => {
    const number = await file();
    const { appeal } = await held(number);
    expect(await json(await filingOf(number))).toMatchObject({ status: 'held' });
    const refused = { status: 409, code: 'filing.not-valid' } as const;
    await expectProblem(await submit(await aCancellation(platform, holder, number)), refused);
    await expectProblem(await submit(await aChange(platform, holder, [number])), refused);
    await expectProblem(await submit(await aTransfer(platform, holder, somebody(), number)), refused);
    const { timeline } = await applicationOf(platform, appellant, appeal.id);
    expect(timeline.map((entry) => entry.kind)).toEqual(['submitted', 'validity_opened', 'found_valid', 'held']);
    const events = await sql<{ type: string; holder: string }>(
      `select payload ->> 'type' as type, payload -> 'data' ->> 'holderAccountId' as holder from outbox
       where aggregate = ? and payload ->> 'type' = 'beian.filing.held'`,
      [number],
    );
    expect(events).toEqual([{ type: 'beian.filing.held', holder: holder.accountId }]);
  });

  it('is not held by an appeal about something else', async () => {
    const number = await file();
    const appeal = await lodged(platform, holder, { ground: 'other', filingNumber: number });
    await stagePlayed(platform, appeal, { stage: 'validity', reviewer, decision: takenUp });
    expect(await json(await filingOf(number))).toMatchObject({ status: 'valid' });
  });

  it('keeps what was begun from being approved, naming the appeal, and lets it be rejected', async () => {
    const number = await file();
    const cancellation = await cancelled(platform, holder, number);
    const { appeal } = await held(number);
    const refused = await decidedAlone(cancellation, approval);
    const { detail } = await expectProblem(refused, { status: 409, code: 'filing.held' });
    expect(detail).toContain(appeal.number);
    const rejection = { outcome: 'reject', reasonCode: 'other', opinion: '备案有争议' };
    await json(await decidedAlone(cancellation, rejection), 202);
  });

  it('keeps a recipient from accepting it, and gives the time back when it is free again', async () => {
    const number = await file();
    const person = somebody();
    const transfer = await transferred(platform, holder, person, number);
    await approvedTwice(platform, transfer);
    const dueAt = async () => (await applicationOf(platform, holder, transfer.id)).transfer?.dueAt ?? '';
    const before = await dueAt();
    const dispute = await held(number);
    const recipient = accountOf(person);
    await expectProblem(await answered(platform, recipient, transfer.id, { accept: true }), {
      status: 409,
      code: 'filing.held',
    });
    const { expireAcceptance } = platform.activities;
    const passed = { applicationId: transfer.id, dueAt: before };
    expect(await expireAcceptance(passed)).toEqual({ expired: false, until: expect.any(String) });
    await concluded(dispute, dismissed, dismissed);
    expect(Date.parse(await dueAt())).toBeGreaterThan(Date.parse(before));
    expect(await expireAcceptance(passed)).toEqual({ expired: false, until: await dueAt() });
    await json(await answered(platform, recipient, transfer.id, { accept: true }), 202);
    expect(await settleOutcome(platform, transfer.id)).toEqual({ applied: true, outcome: 'accepted' });
  });

  it('shows its recipient why it cannot be accepted, and lets it be declined, for which it is never too late', async () => {
    const number = await file();
    const person = somebody();
    const recipient = accountOf(person);
    const transfer = await transferred(platform, holder, person, number);
    await approvedTwice(platform, transfer);
    const { appeal } = await held(number);
    const waits = { heldBy: appeal.number, status: 'awaiting_recipient', allowedActions: ['decline'] };
    expect(await incomingOf(platform, recipient)).toMatchObject([waits]);
    await sql(`update transfer set due_at = now() - interval '1 day' where application_id = ?`, [transfer.id]);
    expect(await incomingOf(platform, recipient)).toMatchObject([waits]);
    expect(await json(await answered(platform, recipient, transfer.id, { accept: false }), 202)).not.toHaveProperty(
      'heldBy',
    );
    expect(await settleOutcome(platform, transfer.id)).toEqual({ applied: true, outcome: 'declined' });
    expect(await incomingOf(platform, recipient)).toMatchObject([{ status: 'declined', allowedActions: [] }]);
  });

  it('lets no correction of it expire, and moves the deadline by the time that it was held', async () => {
    const number = await file();
    const cancellation = await cancelled(platform, holder, number);
    const notice = [{ field: 'cancellation.reason', problem: '原因不明', advice: '写明拆除时间' }];
    const decisionId = await settled(platform, reviewer, cancellation, {
      outcome: 'return',
      opinion: '请补正',
      notice,
    });
    const dueAt = async () => (await applicationOf(platform, holder, cancellation.id)).correction?.dueAt ?? '';
    const passed = { applicationId: cancellation.id, decisionId, dueAt: await dueAt() };
    const dispute = await held(number);
    const { expireCorrection } = platform.activities;
    expect(await expireCorrection(passed)).toEqual({ expired: false, until: expect.any(String) });
    await concluded(dispute, dismissed, dismissed);
    expect(Date.parse(await dueAt())).toBeGreaterThan(Date.parse(passed.dueAt));
    expect(await expireCorrection(passed)).toEqual({ expired: false, until: await dueAt() });
    expect(await expireCorrection({ ...passed, dueAt: await dueAt() })).toEqual({ expired: true });
  });

  it('is held by one appeal at a time: the second waits for the first', async () => {
    const number = await file();
    const first = await held(number);
    const second = await lodged(platform, aPersonalUser(), { filingNumber: number });
    const take = () => stagePlayed(platform, second, { stage: 'validity', reviewer, decision: takenUp });
    await expect(take()).rejects.toThrow(first.appeal.number);
    const twice = sql(`update filing set held_by = null where number = ?`, [number]);
    await expect(twice).rejects.toThrow('held_by_an_appeal');
    await concluded(first, dismissed, dismissed);
    await take();
    expect(await json(await filingOf(number))).toMatchObject({ status: 'held' });
  });

  it('is not held while an approval about it is on its way, for that comes first', async () => {
    const number = await file();
    await json(await decidedAlone(await cancelled(platform, holder, number), approval), 202);
    const appeal = await lodged(platform, appellant, { filingNumber: number });
    const taking = stagePlayed(platform, appeal, { stage: 'validity', reviewer, decision: takenUp });
    await expect(taking).rejects.toThrow('filing.settling');
  });

  it.each([
    ['dismissed', async (dispute: Awaited<ReturnType<typeof held>>) => concluded(dispute, dismissed, dismissed)],
    ['upheld, the holder staying', async (dispute) => concluded(dispute, { ...upheld, holderChange: 'none' }, upheld)],
    [
      'withdrawn',
      async ({ appeal: { id } }) => {
        await as(platform, appellant).post(`/api/applications/${id}/withdrawal`);
        await withdrawalApplied(platform, id);
      },
    ],
  ])('is free again when the appeal was %s, and stays with its holder', async (_what, end) => {
    const number = await file();
    const dispute = await held(number);
    await end(dispute);
    expect(await json(await filingOf(number))).toMatchObject({ status: 'valid' });
    expect(await holdersOf(platform, number)).toEqual([{ accountId: holder.accountId, open: true }]);
    const { timeline } = await applicationOf(platform, appellant, dispute.appeal.id);
    expect(timeline.map((entry) => entry.kind)).toContain('released');
    await cancelled(platform, holder, number);
  });
});
