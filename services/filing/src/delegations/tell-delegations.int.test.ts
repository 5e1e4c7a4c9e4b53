import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Me } from '@beian/contracts/accounts.ts';
import type { EventData } from '@beian/contracts/events.ts';
import type { Inbox } from '@beian/contracts/notifications.ts';
import type { Filer } from '@beian/service-kit/actor.ts';
import { seededPeople } from '@beian/sso/people.ts';
import { aPersonalUser, aReviewer } from '@beian/testkit/actors.ts';
import { delegated } from '@beian/testkit/delegation.ts';
import { aFront, type Front } from '@beian/testkit/front.ts';
import { aFiling, as, json } from '@beian/testkit/registration.ts';
import { signIn } from '@beian/testkit/sign-in.ts';
import { accountOf, somebody, type Person } from '@beian/testkit/transfer.ts';
import { tellDelegations } from './tell-delegations.ts';

const dayMs = 86_400_000;
const began = Date.now();
let now = new Date();
let front: Front;
let lina: { person: Person; account: Filer };
beforeAll(async () => {
  front = await aFront({ clock: { now: () => now } });
  const claims = seededPeople.find((one) => one.username === 'lina')?.claims;
  const person = { name: claims?.name ?? '', idNumber: claims?.id_number ?? '' };
  const cookie = await signIn(front.baseUrl, { username: 'lina', password: 'beian-demo', as: 'personal' });
  const me = await json<Me>(await fetch(new URL('/api/me', front.baseUrl), { headers: { cookie } }));
  lina = { person, account: accountOf(person, { ...aPersonalUser(), accountId: me.accountId }) };
});
afterAll(() => front.stop());

/** An account that holds a filing of the unit. */
async function aHolder(): Promise<Filer> {
  const holder = accountOf(somebody('张伟'));
  await aFiling(front.platform, holder, aReviewer());
  return holder;
}
type Told = { id: string; type: string; time: string; data: EventData<'delegation.told'> };
const told = async (id: string): Promise<Told[]> => {
  const rows = await front.platform.orm.em
    .fork()
    .execute<{ payload: Told }[]>(
      `select payload from outbox where aggregate = ? and payload ->> 'type' = 'beian.delegation.told' order by seq`,
      [id],
    );
  return rows.map(({ payload }) => payload);
};
const messages = async (id: string) => (await told(id)).map(({ data }) => data.message);
/** As the days go by, several processes look for what is due, again and again. */
const afterDays = async (days: number) => {
  now = new Date(began + days * dayMs);
  for (const _ of [1, 2]) await Promise.all([1, 2, 3].map(() => tellDelegations(front.platform.filing)));
};
const inboxOf = async (actor: Filer) =>
  (await json<Inbox>(await as(front.notifications, actor).get('/api/inbox'))).items.map(({ entry }) => entry);

describe('the messages of a delegation', () => {
  it('reach both sides once each: granted, a week before the end, and when it has expired', async () => {
    const holder = await aHolder();
    const { id } = await delegated(front.platform, holder, lina.person);
    const story = [
      [0, ['granted']],
      [22, ['granted']],
      [24, ['granted', 'expiring']],
      [30, ['granted', 'expiring']],
      [32, ['granted', 'expiring', 'expired']],
      [99, ['granted', 'expiring', 'expired']],
    ] as const;
    for (const [days, sofar] of story) {
      await afterDays(days);
      expect(await messages(id)).toEqual(sofar);
    }
    const events = await told(id);
    const parties = { holderAccountId: holder.accountId, granteeAccountId: lina.account.accountId };
    for (const { data } of events) expect(data).toMatchObject(parties);
    for (const { name, idNumber } of [lina.person])
      for (const personal of [name, idNumber]) expect(JSON.stringify(events)).not.toContain(personal);
    for (const event of [...events, ...events]) await front.notifications.happens(event);
    const all = ['expired', 'expiring', 'granted'].map((one) => `delegation_${one}`);
    expect([await inboxOf(holder), await inboxOf(lina.account)]).toEqual([all, all]);
    now = new Date(began);
  });

  it('tell whom it named of its revocation, once, and nobody of an end that has no meaning any more', async () => {
    const holder = await aHolder();
    const { id } = await delegated(front.platform, holder, lina.person, { role: 'reader' });
    await afterDays(0);
    for (const _ of [1, 2]) await json(await as(front.platform, holder).post(`/api/delegations/${id}/revocation`));
    await afterDays(0);
    await afterDays(99);
    expect(await messages(id)).toEqual(['granted', 'revoked']);
    const before = (await inboxOf(lina.account)).length;
    for (const event of await told(id)) await front.notifications.happens(event);
    expect(await inboxOf(holder)).toEqual(['delegation_granted']);
    expect((await inboxOf(lina.account)).slice(0, -before)).toEqual(['delegation_revoked', 'delegation_granted']);
    now = new Date(began);
  });

  it('wait for identity, which a grant and a revocation do not', async () => {
    const holder = await aHolder();
    const { id } = await delegated(front.platform, holder, lina.person);
    const { identity } = front.platform.filing;
    const away = { ...identity, accountsOfPerson: () => Promise.reject(new Error('identity is away')) };
    await expect(tellDelegations({ ...front.platform.filing, identity: away })).rejects.toThrow('away');
    expect(await messages(id)).toEqual([]);
    await json(await as(front.platform, holder).post(`/api/delegations/${id}/revocation`));
    await afterDays(0);
    expect(await messages(id)).toEqual(['granted', 'revoked']);
  });

  it('name no account of somebody who has none', async () => {
    const holder = await aHolder();
    const { id } = await delegated(front.platform, holder, somebody());
    await afterDays(0);
    expect((await told(id))[0]?.data).not.toHaveProperty('granteeAccountId');
  });
});
