import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Me } from '@beian/contracts/accounts.ts';
import type { Application, ApplicationSummary } from '@beian/contracts/applications.ts';
import type { Home } from '@beian/contracts/home.ts';
import type { IncomingTransfer } from '@beian/contracts/transfers.ts';
import type { Filer } from '@beian/service-kit/actor.ts';
import { personHash } from '@beian/service-kit/person-hash.ts';
import { serviceToken } from '@beian/service-kit/actor.ts';
import { seededPeople } from '@beian/sso/people.ts';
import { aReviewer, bearer, serviceSecret } from '@beian/testkit/actors.ts';
import { expectProblem } from '@beian/testkit/expect-problem.ts';
import { aFront, type Front } from '@beian/testkit/front.ts';
import { aFiling, json } from '@beian/testkit/registration.ts';
import { testSealer } from '@beian/testkit/sealer.ts';
import { fromOurPage, signIn } from '@beian/testkit/sign-in.ts';
import { approvedTwice, aTransfer, settleOutcome, somebody, type Person } from '@beian/testkit/transfer.ts';

const personOf = (username: string): Person => {
  const claims = seededPeople.find((one) => one.username === username)?.claims;
  return { name: claims?.name ?? '', idNumber: claims?.id_number ?? '' };
};
const hashOf = (person: Person) => personHash(testSealer, person);
let front: Front;
let cookie: string;
let zhangwei: Filer;
beforeAll(async () => {
  front = await aFront();
  cookie = await signIn(front.baseUrl, { username: 'zhangwei', password: 'beian-demo', as: 'personal' });
  const { accountId } = await json<Me>(await ask('GET', '/api/me'));
  zhangwei = { kind: 'personal', accountId, signedInAt: new Date().toISOString() };
});
afterAll(() => front.stop());

const ask = (method: string, path: string, body?: unknown, as = cookie) =>
  fetch(new URL(path, front.baseUrl), {
    method,
    headers: {
      ...fromOurPage(front.baseUrl, as),
      'content-type': 'application/json',
      'idempotency-key': crypto.randomUUID(),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
/** zhangwei's own transfer of a new filing, both reviews through. */
async function awaiting(to: Person) {
  const number = await aFiling(front.platform, zhangwei, aReviewer());
  const body = await aTransfer(front.platform, zhangwei, to, number);
  const { id, number: accepted } = await json<ApplicationSummary>(await ask('POST', '/api/applications', body), 201);
  await approvedTwice(front.platform, { id, number: accepted });
  return { number, id };
}
const toldOf = async (id: string, entry = 'awaiting_recipient') =>
  (
    await front.platform.orm.em.fork().execute<{ told: string | null }[]>(
      `select payload #>> '{data,recipientAccountId}' told from outbox
       where lane = 'event' and aggregate = ? and payload #>> '{data,entry}' = ?`,
      [id, entry],
    )
  ).map((row) => row.told);

describe('a transfer to somebody without an account', () => {
  it('waits for the first sign-in of that person, who accepts it', async () => {
    const { number, id } = await awaiting(personOf('lina'));
    expect(await toldOf(id)).toEqual([null]);
    const lina = await signIn(front.baseUrl, { username: 'lina', password: 'beian-demo', as: 'personal' });
    expect((await json<Home>(await ask('GET', '/api/home', undefined, lina))).incomingTransfers).toBe(1);
    const { items } = await json<{ items: IncomingTransfer[] }>(
      await ask('GET', '/api/transfers/incoming', undefined, lina),
    );
    expect(items).toMatchObject([{ applicationId: id, filingNumber: number, from: '张*' }]);
    await json(await ask('POST', `/api/transfers/${id}/answer`, { accept: true }, lina), 202);
    await settleOutcome(front.platform, id);
    expect((await ask('GET', `/api/filings/${number}`, undefined, lina)).status).toBe(200);
    await expectProblem(await ask('GET', `/api/filings/${number}`), { status: 404, code: 'not-found' });
  });

  it('is not to be told from one to somebody who has an account', async () => {
    await signIn(front.baseUrl, { username: 'lina', password: 'beian-demo', as: 'personal' });
    const { id: toKnown } = await awaiting(personOf('lina'));
    const { id: toUnknown } = await awaiting({ ...somebody('李华'), name: '李华' });
    const told = await toldOf(toKnown);
    expect([told, await toldOf(toUnknown)]).toEqual([[expect.any(String)], [null]]);
    const [known, unknown] = await Promise.all(
      [toKnown, toUnknown].map(async (id) => json<Application>(await ask('GET', `/api/applications/${id}`))),
    );
    const keys = (value: unknown): unknown =>
      value !== null && typeof value === 'object'
        ? Object.entries(value).map(([key, inner]) => [key, keys(inner)])
        : typeof value;
    expect(keys(known)).toEqual(keys(unknown));
    expect(known?.timeline.map((entry) => entry.kind)).toEqual(unknown?.timeline.map((entry) => entry.kind));
    // Who heard that it waits hears how it ends.
    await ask('POST', `/api/transfers/${toKnown}/revocation`);
    await settleOutcome(front.platform, toKnown);
    expect(await toldOf(toKnown, 'revoked')).toEqual(told);
  });

  it('never goes to the initiator, by whichever account the person signs in', async () => {
    const number = await aFiling(front.platform, zhangwei, aReviewer());
    const body = await aTransfer(front.platform, zhangwei, personOf('zhangwei'), number);
    const toSelf = { status: 422, code: 'request.invalid', fieldCode: 'transfer.to-self' } as const;
    await expectProblem(await ask('POST', '/api/applications', body), toSelf);
  });
});

describe('the accounts of a person', () => {
  const accountsOf = (headers: Record<string, string>, hash = hashOf(personOf('zhangwei'))) =>
    front.platform.identityApp.request('/internal/accounts/of-person', {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ personHash: hash }),
    });

  it('are told to services by hash alone', async () => {
    const service = { authorization: `Bearer ${await serviceToken('filing', serviceSecret)}` };
    expect(await json(await accountsOf(service))).toEqual({ accountIds: [zhangwei.accountId] });
    expect(await json(await accountsOf(service, hashOf(somebody())))).toEqual({ accountIds: [] });
    const invalid = { status: 422, code: 'request.invalid', pointer: '/personHash' } as const;
    await expectProblem(await accountsOf(service, '张伟'), invalid);
  });

  it('are told to nobody else; staff have no hash', async () => {
    await expectProblem(await accountsOf({}), { status: 401, code: 'auth.required' });
    await expectProblem(await accountsOf(await bearer(zhangwei)), { status: 403, code: 'auth.forbidden' });
    await signIn(front.baseUrl, { username: 'reviewer-nanshan-1', password: 'beian-demo', as: 'staff' });
    const [row] = await front.platform.identity.orm.em
      .fork()
      .execute<{ n: string }[]>(`select count(*) n from account where kind = 'staff' and person_hash is not null`);
    expect(Number(row?.n)).toBe(0);
  });
});
