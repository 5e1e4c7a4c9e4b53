import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { IncomingTransfer } from '@beian/contracts/transfers.ts';
import { defaultPolicy, type Policy, type Span } from '@beian/contracts/workflows.ts';
import { newId } from '@beian/service-kit/ids.ts';
import { aReviewer, organs } from '@beian/testkit/actors.ts';
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
  untilStatus,
} from '@beian/testkit/registration.ts';
import { accountOf, answered, somebody, transferred } from '@beian/testkit/transfer.ts';
import { underPolicy } from '@beian/testkit/under-policy.ts';

const initiator = accountOf(somebody('张伟'));
const reviewer = aReviewer();
const senior = aReviewer(organs.nanshan, ['senior_reviewer']);
const seconds = (amount: number): Span => ({ amount, unit: 'seconds' });
/** Of the transfer whose end is waited for; the others have all the time that a slow machine wants. */
const short: Policy = { ...defaultPolicy, acceptance: { due: seconds(6), remindBefore: [seconds(5)] } };
let platform: TestPlatform;
beforeAll(async () => {
  platform = await aPlatform({ engine: true });
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
/** A transfer that awaits its recipient, through the engine. */
async function awaiting(policy = defaultPolicy) {
  const registered = await aRegistration(platform, initiator, await unit());
  await json(await decided(platform, reviewer, registered.number, approval));
  const [number = ''] = (await untilStatus(platform, initiator, registered.id, 'completed')).filingNumbers;
  const person = somebody();
  const { id, number: accepted } = await transferred(underPolicy(platform, policy), initiator, person, number);
  await json(await decided(platform, reviewer, accepted, approval));
  await untilStatus(platform, initiator, id, 'second_review');
  const second = await json(await decided(platform, senior, accepted, approval));
  expect(second).toMatchObject({ applied: true, applicationStatus: 'awaiting_recipient' });
  return { number, id, recipient: accountOf(person) };
}
const unit = async () => {
  const { items } = await json<{ items: Awaited<ReturnType<typeof aUnit>>[] }>(
    await as(platform, initiator).get('/api/units'),
  );
  return items[0] ?? aUnit(platform, initiator);
};
const reviewed = ['openReview', 'applyDecision', 'openReview', 'applyDecision', 'tellRecipient'];

describe('the transfer workflow', () => {
  it('goes through both reviews to the recipient, whose acceptance moves the filing at once', async () => {
    const { number, id, recipient } = await awaiting();
    const answer = await answered(platform, recipient, id, { accept: true });
    expect(await json<IncomingTransfer>(answer)).toMatchObject({ status: 'completed', allowedActions: [] });
    expect((await as(platform, recipient).get(`/api/filings/${number}`)).status).toBe(200);
    await expectProblem(await as(platform, initiator).get(`/api/filings/${number}`), {
      status: 404,
      code: 'not-found',
    });
    expect(await handleOf(id).result()).toEqual({ status: 'completed' });
    expect(await activitiesOf(id)).toEqual([...reviewed, 'settleTransfer']);
  });

  it('ends when the recipient declines, and when the initiator revokes', async () => {
    const [declined, revoked] = [await awaiting(), await awaiting()];
    const answer = await answered(platform, declined.recipient, declined.id, { accept: false, reason: '不认识' });
    expect(await json(answer)).toMatchObject({ status: 'declined' });
    const revocation = await as(platform, initiator).post(`/api/transfers/${revoked.id}/revocation`);
    expect(await json(revocation)).toMatchObject({ status: 'revoked' });
    expect(await handleOf(declined.id).result()).toEqual({ status: 'declined' });
    expect(await handleOf(revoked.id).result()).toEqual({ status: 'revoked' });
  });

  it('goes on unmoved by signals that are repeated or forged', async () => {
    const { id, recipient } = await awaiting();
    for (const signal of ['answered', 'revoked']) await handleOf(id).signal(signal, { id: newId() });
    await eventually(
      () => activitiesOf(id),
      (names) => names.filter((name) => name === 'settleTransfer').length === 2,
    );
    expect(await applicationOf(platform, initiator, id)).toMatchObject({ status: 'awaiting_recipient' });
    await json(await answered(platform, recipient, id, { accept: true }));
    expect(await handleOf(id).result()).toEqual({ status: 'completed' });
  });

  it('reminds the recipient and ends when the time is over; the filing stays where it was', async () => {
    const { number, id, recipient } = await awaiting(short);
    const { transfer, timeline, updatedAt } = await untilStatus(platform, initiator, id, 'expired');
    expect(timeline.map((entry) => entry.kind).slice(-3)).toEqual([
      'awaiting_recipient',
      'recipient_reminded',
      'acceptance_expired',
    ]);
    expect(Date.parse(updatedAt)).toBeGreaterThanOrEqual(Date.parse(transfer?.dueAt ?? ''));
    const late = await answered(platform, recipient, id, { accept: true });
    await expectProblem(late, { status: 409, code: 'transfer.settled' });
    expect((await as(platform, initiator).get(`/api/filings/${number}`)).status).toBe(200);
    expect(await handleOf(id).result()).toEqual({ status: 'expired' });
    expect(await activitiesOf(id)).toEqual([...reviewed, 'remindRecipient', 'expireAcceptance']);
  });
});
