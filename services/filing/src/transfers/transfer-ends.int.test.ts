import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Filing } from '@beian/contracts/filings.ts';
import { newId } from '@beian/service-kit/ids.ts';
import { expectProblem } from '@beian/testkit/expect-problem.ts';
import { aPlatform, type TestPlatform } from '@beian/testkit/platform.ts';
import { applicationOf, as, json, shortPolicy } from '@beian/testkit/registration.ts';
import {
  accountOf,
  answered,
  awaitingRecipient,
  businessEventsOf,
  aTransfer,
  incomingOf,
  settleOutcome,
  somebody,
  transferred,
} from '@beian/testkit/transfer.ts';

const filer = accountOf(somebody('张伟'));
let now = new Date();
let platform: TestPlatform;
beforeAll(async () => {
  platform = await aPlatform({ clock: { now: () => now } });
});
afterAll(() => platform.stop());

const awaiting = (person = somebody()) => awaitingRecipient(platform, filer, person);
const revoked = (id: string, actor = filer) => as(platform, actor).post(`/api/transfers/${id}/revocation`);
const filingOf = (number: string, actor = filer) => as(platform, actor).get(`/api/filings/${number}`);
const sql = <T>(text: string, params: unknown[]) => platform.orm.em.fork().execute<T[]>(text, params);
const eventsOf = (subject: string) => businessEventsOf(platform, subject);
const missing = { status: 404, code: 'not-found' } as const;

describe('the other ends of a transfer', () => {
  it('declined: the initiator keeps the filing, reads why, and may transfer it again', async () => {
    const { number, id, person, recipient } = await awaiting();
    const reason = '未与本人协商';
    await json(await answered(platform, recipient, id, { accept: false, reason }), 202);
    expect(await settleOutcome(platform, id)).toEqual({ applied: true, outcome: 'declined' });
    const ended = await applicationOf(platform, filer, id);
    expect(ended).toMatchObject({ status: 'declined', transfer: { outcome: 'declined', reason } });
    expect(await json<Filing>(await filingOf(number))).toMatchObject({ status: 'valid' });
    const again = await aTransfer(platform, filer, person, number);
    await json(await as(platform, filer).create('/api/applications', again), 201);
  });

  it('revoked: by the initiator alone, once the reviews are over, and before the recipient answers', async () => {
    const { number, id, recipient } = await awaiting();
    await expectProblem(await revoked(id, recipient), missing);
    expect(await json(await revoked(id), 202)).toMatchObject({ status: 'awaiting_recipient' });
    await json(await revoked(id), 202);
    await expectProblem(await answered(platform, recipient, id, { accept: true }), {
      status: 409,
      code: 'transfer.settled',
    });
    expect(await settleOutcome(platform, id)).toEqual({ applied: true, outcome: 'revoked' });
    expect(await applicationOf(platform, filer, id)).toMatchObject({ status: 'revoked', allowedActions: [] });
    const fresh = await transferred(platform, filer, somebody(), number);
    await expectProblem(await revoked(fresh.id), { status: 409, code: 'application.not-open' });
    const answeredOnce = await awaiting();
    await answered(platform, answeredOnce.recipient, answeredOnce.id, { accept: false });
    await expectProblem(await revoked(answeredOnce.id), { status: 409, code: 'transfer.settled' });
  });

  it('expired: an answer after the deadline is too late, one before it holds the expiry up', async () => {
    const { number, id, recipient } = await awaiting();
    const inTime = await awaiting();
    await json(await answered(platform, inTime.recipient, inTime.id, { accept: true }), 202);
    expect(await platform.activities.expireAcceptance({ applicationId: inTime.id })).toEqual({ expired: false });
    const began = now;
    now = new Date(began.getTime() + shortPolicy.acceptance.due.amount * 1000);
    const fresh = { ...recipient, signedInAt: now.toISOString() };
    const late = await answered(platform, fresh, id, { accept: true });
    await expectProblem(late, { status: 409, code: 'transfer.overdue' });
    expect(await incomingOf(platform, recipient)).toMatchObject([{ allowedActions: [] }]);
    for (const _ of [1, 2]) {
      expect(await platform.activities.expireAcceptance({ applicationId: id })).toEqual({ expired: true });
    }
    now = began;
    const { status, transfer, timeline } = await applicationOf(platform, filer, id);
    expect({ status, outcome: transfer?.outcome }).toEqual({ status: 'expired', outcome: 'expired' });
    expect(timeline.filter((entry) => entry.kind === 'acceptance_expired')).toHaveLength(1);
    expect(await json<Filing>(await filingOf(number))).toMatchObject({ status: 'valid' });
    expect((await eventsOf(id)).at(-1)?.type).toBe('beian.application.expired');
  });

  it('reminded of: once per step, while the answer is open', async () => {
    const { id, recipient } = await awaiting();
    const remind = (step: number) => platform.activities.remindRecipient({ applicationId: id, step });
    await remind(1);
    await remind(1);
    await remind(2);
    await answered(platform, recipient, id, { accept: false });
    await remind(3);
    const { timeline } = await applicationOf(platform, filer, id);
    expect(timeline.filter((entry) => entry.kind === 'recipient_reminded')).toHaveLength(2);
  });

  it('by an unknown id changes nothing and is noted as an attack', async () => {
    const { id } = await awaiting();
    const other = await awaiting();
    await revoked(other.id);
    const [theirs] = await sql<{ id: string }>('select id from transfer_outcome where application_id = ?', [other.id]);
    for (const outcomeId of [newId(), theirs?.id ?? '']) {
      expect(await platform.activities.settleTransfer({ applicationId: id, outcomeId })).toEqual({ applied: false });
    }
    const audit = await sql<{ action: string }>('select action from audit_entry where subject = ?', [id]);
    expect(audit.filter((row) => row.action === 'attack.forged-signal')).toHaveLength(2);
    expect(await applicationOf(platform, filer, id)).toMatchObject({ status: 'awaiting_recipient' });
  });
});
