import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Filing } from '@beian/contracts/filings.ts';
import type { Home } from '@beian/contracts/home.ts';
import { newId } from '@beian/service-kit/ids.ts';
import { aLegalPerson, aPersonalUser, aReviewer } from '@beian/testkit/actors.ts';
import { expectProblem } from '@beian/testkit/expect-problem.ts';
import { aPlatform, type TestPlatform } from '@beian/testkit/platform.ts';
import { addressIn } from '@beian/testkit/receipts.ts';
import { applicationOf, as, json } from '@beian/testkit/registration.ts';
import {
  accountOf,
  answered,
  awaitingRecipient,
  businessEventsOf,
  incomingOf,
  settleOutcome,
  somebody,
} from '@beian/testkit/transfer.ts';

const filer = accountOf(somebody('张伟'));
const reviewer = aReviewer();
let platform: TestPlatform;
beforeAll(async () => {
  platform = await aPlatform();
});
afterAll(() => platform.stop());

const awaiting = (person = somebody()) => awaitingRecipient(platform, filer, person);
const filingOf = (number: string, actor = filer) => as(platform, actor).get(`/api/filings/${number}`);
const sql = <T>(text: string, params: unknown[]) => platform.orm.em.fork().execute<T[]>(text, params);
const eventsOf = (subject: string) => businessEventsOf(platform, subject);
const missing = { status: 404, code: 'not-found' } as const;

describe('移交接收', () => {
  it('shows a transfer to whoever signs in as that person, and to nobody else', async () => {
    const { number, id, accepted, person, recipient } = await awaiting();
    const [transfer] = await incomingOf(platform, recipient);
    expect(transfer).toMatchObject({
      applicationId: id,
      applicationNumber: accepted,
      filingNumber: number,
      systemName: '海岸城购物中心视频监控系统',
      organ: { code: '440305' },
      description: '物业管理单位变更',
      status: 'awaiting_recipient',
      allowedActions: ['accept', 'decline'],
    });
    expect(await incomingOf(platform, accountOf(person, aLegalPerson()))).toEqual([transfer]);
    const sameNumber = accountOf({ ...person, name: '李楠' });
    for (const other of [sameNumber, accountOf(somebody()), filer, aPersonalUser()]) {
      expect(await incomingOf(platform, other)).toEqual([]);
      await expectProblem(await answered(platform, other, id, { accept: true }), missing);
    }
    expect((await json<Home>(await as(platform, recipient).get('/api/home'))).incomingTransfers).toBe(1);
  });

  it('goes on where a page ended', async () => {
    const person = somebody();
    const ids = [(await awaiting(person)).id, (await awaiting(person)).id];
    const recipient = as(platform, accountOf(person));
    type Page = { items: { applicationId: string }[]; next?: string };
    const first = await json<Page>(await recipient.get('/api/transfers/incoming?limit=1'));
    const second = await json<Page>(await recipient.get(`/api/transfers/incoming?limit=1&cursor=${first.next}`));
    expect([...first.items, ...second.items].map((one) => one.applicationId)).toEqual(ids.toReversed());
    expect(second.next).toBeUndefined();
  });

  it('is for filers who are signed in', async () => {
    const { id } = await awaiting();
    for (const ask of [
      (actor: Parameters<typeof as>[1]) => as(platform, actor).get('/api/transfers/incoming'),
      (actor: Parameters<typeof as>[1]) => as(platform, actor).post(`/api/transfers/${id}/answer`, { accept: true }),
      (actor: Parameters<typeof as>[1]) => as(platform, actor).post(`/api/transfers/${id}/revocation`),
      (actor: Parameters<typeof as>[1]) => as(platform, actor).get(`/api/transfers/${id}/receipt.pdf`),
    ]) {
      await expectProblem(await ask({ kind: 'nobody' }), { status: 401, code: 'auth.required' });
      await expectProblem(await ask(reviewer), { status: 403, code: 'auth.forbidden' });
    }
  });
});

describe('accepting', () => {
  it('moves the holding: the recipient holds the filing, the initiator nothing of it', async () => {
    const { number, id, recipient } = await awaiting();
    expect(await json(await answered(platform, recipient, id, { accept: true }), 202)).toMatchObject({
      status: 'awaiting_recipient',
      allowedActions: [],
    });
    expect(await settleOutcome(platform, id)).toEqual({ applied: true, outcome: 'accepted' });
    expect(await settleOutcome(platform, id)).toEqual({ applied: true, outcome: 'accepted' });
    const held = await json<Filing>(await filingOf(number, recipient));
    expect(held).toMatchObject({ number, status: 'valid', version: 1 });
    expect(held).not.toHaveProperty('applicationId');
    await expectProblem(await filingOf(number), missing);
    const done = await applicationOf(platform, filer, id);
    expect(done).toMatchObject({ status: 'completed', transfer: { outcome: 'accepted' }, allowedActions: [] });
    expect(done.timeline.slice(-2)).toMatchObject([{ kind: 'accepted', by: 'recipient' }, { kind: 'completed' }]);
    const events = await eventsOf(number);
    expect(events.map(({ type }) => type)).toEqual(['beian.filing.registered', 'beian.filing.transferred']);
    expect(events[1]?.data).toMatchObject({ fromAccountId: filer.accountId, toAccountId: recipient.accountId });
    expect(await incomingOf(platform, recipient)).toMatchObject([{ status: 'completed', allowedActions: [] }]);
  });

  it('gives both parties a receipt', async () => {
    const { id, person, recipient } = await awaiting();
    const receiptFor = (actor = recipient) => as(platform, actor).get(`/api/transfers/${id}/receipt.pdf`);
    await answered(platform, recipient, id, { accept: true });
    await expectProblem(await receiptFor(), missing);
    await settleOutcome(platform, id);
    const [theirs, own] = [await receiptFor(), await as(platform, filer).get(`/api/applications/${id}/receipt.pdf`)];
    expect([theirs.status, theirs.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    const bytes = Buffer.from(await theirs.arrayBuffer());
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
    // Each is signed when it is fetched.
    expect(addressIn(Buffer.from(await own.arrayBuffer())).split('#')[0]).toBe(addressIn(bytes).split('#')[0]);
    // The same person's other account did not accept, and strangers never do.
    await expectProblem(await receiptFor(accountOf(person, aLegalPerson())), missing);
    await expectProblem(await receiptFor(filer), missing);
  });

  it('needs a sign-in of the last ten minutes; declining does not', async () => {
    const { id, recipient } = await awaiting();
    const before = { ...recipient, signedInAt: new Date(Date.now() - 11 * 60_000).toISOString() };
    const refused = await answered(platform, before, id, { accept: true });
    await expectProblem(refused, { status: 403, code: 'auth.step-up-required' });
    await json(await answered(platform, before, id, { accept: false }), 202);
  });

  it('is once: the second answer, also of the other account, meets the first', async () => {
    const { id, person, recipient } = await awaiting();
    const other = accountOf(person, aLegalPerson());
    const all = await Promise.all(
      [recipient, other, recipient].map((actor) => answered(platform, actor, id, { accept: true })),
    );
    expect(all.map((answer) => answer.status).toSorted((a, b) => a - b)).toEqual([202, 409, 409]);
    const late = await answered(platform, other, id, { accept: false });
    const settled = await expectProblem(late, { status: 409, code: 'transfer.settled' });
    expect(settled.detail).toContain('移入人已接收');
  });

  it('answers a repeated request with the first answer', async () => {
    const { id, recipient } = await awaiting();
    const send = (accept: boolean) =>
      as(platform, recipient).create(`/api/transfers/${id}/answer`, { accept }, `key-${id}`);
    await json(await send(true), 202);
    await json(await send(true), 202);
    await expectProblem(await send(false), { status: 422, code: 'idempotency.conflict' });
  });

  it('is refused while the filing is under dispute, or when the initiator holds it no more', async () => {
    const { number, id, recipient } = await awaiting();
    const refused = { status: 409, code: 'filing.not-valid' } as const;
    const held = { status: 409, code: 'filing.held' } as const;
    await sql(`update filing set status = 'held', held_by = application_id, held_at = now() where number = ?`, [
      number,
    ]);
    await expectProblem(await answered(platform, recipient, id, { accept: true }), held);
    await sql(`update filing set status = 'valid', held_by = null, held_at = null where number = ?`, [number]);
    await sql(`update holding set account_id = ? where filing_id = (select id from filing where number = ?)`, [
      newId(),
      number,
    ]);
    await expectProblem(await answered(platform, recipient, id, { accept: true }), refused);
  });

  it.each([
    ['nothing', {}, '/accept', 'required'],
    ['a field of its own', { accept: true, to: 'me' }, '/to', 'field.unknown'],
    ['a long reason', { accept: false, reason: '无'.repeat(201) }, '/reason', 'text.too-long'],
  ])('is refused with %s', async (_what, body, pointer, fieldCode) => {
    const answer = await answered(platform, filer, newId(), body);
    await expectProblem(answer, { status: 422, code: 'request.invalid', pointer, fieldCode });
  });
});
