import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Inbox } from '@beian/contracts/notifications.ts';
import type { Actor } from '@beian/service-kit/actor.ts';
import { newId } from '@beian/service-kit/ids.ts';
import { aLegalPerson, aPersonalUser, aReviewer, bearer, organs } from '@beian/testkit/actors.ts';
import { expectProblem } from '@beian/testkit/expect-problem.ts';
import { aNotifications, aTimelineEvent, type TestNotifications } from '@beian/testkit/notifications.ts';
import { as, json } from '@beian/testkit/registration.ts';
import { forgetOldNotifications } from './forget-old.ts';

let now = new Date();
let service: TestNotifications;
beforeAll(async () => {
  service = await aNotifications({ clock: { now: () => now } });
});
afterAll(() => service.stop());

const inboxOf = async (actor: Actor, query = '') => json<Inbox>(await as(service, actor).get(`/api/inbox${query}`));
const nobody: Actor = { kind: 'nobody' };

describe('the inbox', () => {
  it('tells each event once, however often and under whatever event id it comes', async () => {
    const filer = aPersonalUser();
    const event = aTimelineEvent({ accountId: filer.accountId });
    for (const again of [event, event, { ...event, id: newId() }]) await service.happens(again);
    const { items, unread } = await inboxOf(filer);
    expect(unread).toBe(1);
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({
      entry: 'returned',
      title: '备案登记：退回补正',
      applicationNumber: 'SL20261125000001',
      link: `/applications/${event.data.applicationId}`,
      at: event.time,
      read: false,
    });
    const rows = await service.deps.orm.em
      .fork()
      .execute('select 1 from notification where entry_id = ?', [event.data.entryId]);
    expect(rows).toHaveLength(1);
  });

  it('gives the same row when everything is told again from the beginning', async () => {
    const filer = aPersonalUser();
    const event = aTimelineEvent({ accountId: filer.accountId });
    await service.happens(event);
    const [before] = (await inboxOf(filer)).items;
    const em = service.deps.orm.em.fork();
    await em.execute('delete from notification where id = ?', [before!.id], 'run');
    await em.execute('delete from inbox where event_id = ?', [event.id], 'run');
    await service.happens(event);
    expect((await inboxOf(filer)).items).toEqual([before]);
  });

  it('tells the owner of a draft that it waits, and leads to the drafts', async () => {
    const filer = aPersonalUser();
    const { accountId } = filer;
    const data = { draftId: newId(), accountId, kind: 'change', step: 1, expiresAt: '2027-01-04T02:00:00.000Z' };
    const event = { ...aTimelineEvent(), type: 'beian.draft.reminded', subject: data.draftId, data };
    for (const again of [event, event]) await service.happens(again);
    const { items } = await inboxOf(filer);
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({
      entry: 'draft_reminded',
      title: '变更：草稿尚未提交',
      link: '/drafts',
      read: false,
    });
    expect(items[0]?.text).toContain('2027');
  });

  it('tells both sides of a delegation in their own words, and leads to the delegations', async () => {
    const [holder, grantee] = [aPersonalUser(), aPersonalUser()];
    const parties = { holderAccountId: holder.accountId, granteeAccountId: grantee.accountId };
    const unit = { uscc: '91440300MA5FX1MP11', validUntil: '2027-01-31' };
    const data = { delegationId: newId(), message: 'expiring', ...unit, ...parties };
    const event = { ...aTimelineEvent(), type: 'beian.delegation.told', subject: data.delegationId, data };
    for (const again of [event, event, { ...event, id: newId() }]) await service.happens(again);
    const [of, to] = [await inboxOf(holder), await inboxOf(grantee)];
    for (const { items } of [of, to]) {
      expect(items).toHaveLength(1);
      expect(items[0]).toMatchObject({
        entry: 'delegation_expiring',
        title: '授权：即将到期',
        link: '/delegations',
        read: false,
      });
      expect(items[0]?.text).toMatch(/91440300MA5FX1MP11.*2027年1月31日/);
      expect(items[0]).not.toHaveProperty('kind');
    }
    expect(of.items[0]?.text).not.toBe(to.items[0]?.text);
  });

  it('tells an account of each API credential that is made for it, once', async () => {
    const filer = aLegalPerson();
    const data = { credentialId: newId(), accountId: filer.accountId, validUntil: '2027-01-31T02:00:00.000Z' };
    const event = { ...aTimelineEvent(), type: 'beian.api-credential.made', subject: data.credentialId, data };
    for (const again of [event, { ...event, id: newId() }]) await service.happens(again);
    const { items } = await inboxOf(filer);
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({
      entry: 'api_credential_made',
      title: '接口凭证：已新增',
      link: '/delegations/api-credentials',
    });
    expect(items[0]).not.toHaveProperty('kind');
  });

  it('speaks the language of the request', async () => {
    const filer = aPersonalUser();
    await service.happens(aTimelineEvent({ accountId: filer.accountId, entry: 'rejected' }));
    const headers = { ...(await bearer(filer)), 'accept-language': 'en' };
    const { items } = await json<Inbox>(await service.app.request('/api/inbox', { headers }));
    expect(items[0]).toMatchObject({ title: 'Registration: Rejected' });
  });

  it('is read item by item or at once, and pages from the newest to the oldest', async () => {
    const filer = aPersonalUser();
    for (const entry of ['submitted', 'returned', 'resubmitted', 'approved', 'completed'] as const)
      await service.happens(aTimelineEvent({ accountId: filer.accountId, entry }));
    const first = await inboxOf(filer, '?limit=3');
    expect(first.items.map(({ entry }) => entry)).toEqual(['completed', 'approved', 'resubmitted']);
    const rest = await inboxOf(filer, `?limit=3&cursor=${first.next}`);
    expect(rest.items.map(({ entry }) => entry)).toEqual(['returned', 'submitted']);
    expect(rest.next).toBeUndefined();

    const read = (id: string) => as(service, filer).post(`/api/inbox/${id}/read`);
    expect((await read(first.items[0]!.id)).status).toBe(204);
    expect((await read(first.items[0]!.id)).status).toBe(204);
    const unread = await inboxOf(filer, '?unread=true');
    expect(unread.unread).toBe(4);
    expect(unread.items.map(({ entry }) => entry)).toEqual(['approved', 'resubmitted', 'returned', 'submitted']);
    expect((await inboxOf(filer, '?unread=false')).items.map(({ entry }) => entry)).toEqual(['completed']);
    expect((await as(service, filer).post('/api/inbox/read-all')).status).toBe(204);
    expect(await inboxOf(filer, '?unread=true')).toEqual({ items: [], unread: 0 });
    expect((await inboxOf(filer)).items.every((item) => item.read)).toBe(true);
  });

  it('is closed to everybody else, who cannot mark what is in it either', async () => {
    const [filer, other] = [aPersonalUser(), aPersonalUser()];
    await service.happens(aTimelineEvent({ accountId: filer.accountId }));
    const [item] = (await inboxOf(filer)).items;
    expect(await inboxOf(other)).toEqual({ items: [], unread: 0 });
    const marked = await as(service, other).post(`/api/inbox/${item!.id}/read`);
    await expectProblem(marked, { status: 404, code: 'not-found' });
    expect((await inboxOf(filer)).unread).toBe(1);
  });

  it('wants a sign-in, and a query that makes sense', async () => {
    for (const path of ['/api/inbox', '/api/inbox/stream'])
      await expectProblem(await as(service, nobody).get(path), { status: 401, code: 'auth.required' });
    for (const path of [`/api/inbox/${newId()}/read`, '/api/inbox/read-all'])
      await expectProblem(await as(service, nobody).post(path), { status: 401, code: 'auth.required' });
    const program: Actor = { kind: 'service', name: 'filing' };
    await expectProblem(await as(service, program).get('/api/inbox'), { status: 403, code: 'auth.forbidden' });
    const invalid = { status: 422, code: 'request.invalid' } as const;
    const get = (query: string) => as(service, aPersonalUser()).get(`/api/inbox${query}`);
    await expectProblem(await get('?unread=maybe'), { ...invalid, pointer: '/unread' });
    await expectProblem(await get('?cursor=zzz'), { ...invalid, pointer: '/cursor', fieldCode: 'cursor.invalid' });
    await expectProblem(await as(service, aPersonalUser()).post('/api/inbox/1/read'), { ...invalid, pointer: '/id' });
  });

  it('keeps half a year', async () => {
    const filer = aPersonalUser();
    await service.happens(aTimelineEvent({ accountId: filer.accountId }));
    now = new Date(now.getTime() + 179 * 86_400_000);
    await forgetOldNotifications(service.deps);
    expect((await inboxOf(filer)).items).toHaveLength(1);
    now = new Date(now.getTime() + 2 * 86_400_000);
    await forgetOldNotifications(service.deps);
    expect((await inboxOf(filer)).items).toEqual([]);
    now = new Date();
  });
});

describe('the inbox of staff', () => {
  const [one, two] = [aReviewer(), aReviewer()];
  const elsewhere = aReviewer(organs.futian);
  const superior = aReviewer(organs.shenzhen, ['supervisor']);
  const task = (applicationId: string, entry: 'review_opened' | 'review_escalated' | 'returned') =>
    aTimelineEvent({
      applicationId,
      accountId: newId(),
      entry,
      ...(entry === 'review_escalated' ? { escalatedTo: organs.shenzhen.code } : {}),
    });

  it('is shared by the group: each reads for oneself, and another county sees nothing', async () => {
    await service.happens(task(newId(), 'review_opened'));
    const [item] = (await inboxOf(one)).items;
    expect(item).toMatchObject({ title: '备案登记：进入审核', link: `/review/?q=${item!.applicationNumber}` });
    expect((await as(service, one).post(`/api/inbox/${item!.id}/read`)).status).toBe(204);
    expect([(await inboxOf(one)).unread, (await inboxOf(two)).unread]).toEqual([0, 1]);
    expect((await inboxOf(elsewhere)).items).toEqual([]);
    await as(service, two).post('/api/inbox/read-all');
  });

  it('hears of an escalation at the superior organ, and of nothing any more once the organ has decided', async () => {
    const applicationId = newId();
    await service.happens(task(applicationId, 'review_opened'));
    await service.happens(task(applicationId, 'review_escalated'));
    expect((await inboxOf(superior)).items.map(({ entry }) => entry)).toEqual(['review_escalated']);
    expect([(await inboxOf(one)).unread, (await inboxOf(superior)).unread]).toEqual([2, 1]);
    await service.happens(task(applicationId, 'returned'));
    expect([(await inboxOf(one)).unread, (await inboxOf(superior)).unread]).toEqual([0, 0]);
    expect((await inboxOf(one)).items.every(({ read }) => read)).toBe(true);
  });
});
