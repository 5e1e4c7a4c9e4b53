import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Draft, DraftSummary } from '@beian/contracts/drafts.ts';
import type { Clock } from '@beian/service-kit/clock.ts';
import { newId } from '@beian/service-kit/ids.ts';
import { aPersonalUser, aReviewer, bearer } from '@beian/testkit/actors.ts';
import { expectProblem } from '@beian/testkit/expect-problem.ts';
import { aPlatform, type TestPlatform } from '@beian/testkit/platform.ts';
import { as, json, named } from '@beian/testkit/registration.ts';
import { removeExpiredDrafts } from './discard-draft.ts';
import { mostDrafts } from './draft.rules.ts';
import { remindDrafts } from './remind-drafts.ts';
import { draftLimitBytes } from './save-draft.ts';

const filer = aPersonalUser();
const stranger = aPersonalUser();
const nobody = { kind: 'nobody' } as const;
let now = new Date('2026-11-20T02:00:00Z');
const clock: Clock = { now: () => now };
let platform: TestPlatform;

beforeAll(async () => {
  platform = await aPlatform({ clock });
});
afterAll(() => platform.stop());

const aDraft = (overrides: Record<string, unknown> = {}) => ({
  kind: 'registration',
  title: '海岸城购物中心视频监控系统',
  step: 'system',
  content: { system: { safetyOfficerPhone: '139234', safetyOfficerName: named.safetyOfficerName } },
  ...overrides,
});
const save = (id: string, body: unknown) => as(platform, filer).put(`/api/drafts/${id}`, body);

describe('drafts', () => {
  it('keep a form however wrong it still is, sealed, and give it back', async () => {
    const id = newId();
    const saved = await json<Draft>(await save(id, aDraft()));
    expect(saved).toMatchObject({ id, revision: 1, expiresAt: '2027-01-04T02:00:00.000Z', ...aDraft() });
    expect(await json<Draft>(await as(platform, filer).get(`/api/drafts/${id}`))).toEqual(saved);
    const [row] = await platform.orm.em.fork().execute<{ all: string }[]>(`select draft::text "all" from draft`);
    expect(row?.all).not.toContain(named.safetyOfficerName);
    expect(row?.all).not.toContain(Buffer.from(named.safetyOfficerName).toString('hex'));
  });

  it('are kept with whatever was typed, but not with things in each other without end', async () => {
    const content = { [named.headName]: 'a\u0000\ud800' };
    const saved = await json<Draft>(
      await save(newId(), aDraft({ title: '海岸城\u0000\ud800', step: 'a\u0007', content })),
    );
    expect(saved).toMatchObject({ title: '海岸城\ufffd', step: 'a', content });
    let deep: unknown = 1;
    for (let i = 0; i < 1000; i += 1) deep = [deep];
    const refused = await save(newId(), aDraft({ content: { deep } }));
    await expectProblem(refused, { status: 422, code: 'request.invalid', fieldCode: 'draft.too-deep' });
  });

  it('are as many as the list shows at most, of one account', async () => {
    const hoarder = as(platform, aPersonalUser());
    const all = await Promise.all(
      Array.from({ length: mostDrafts }, () => hoarder.put(`/api/drafts/${newId()}`, aDraft())),
    );
    expect(all.filter(({ status }) => status !== 200)).toEqual([]);
    const more = await hoarder.put(`/api/drafts/${newId()}`, aDraft());
    await expectProblem(more, { status: 409, code: 'draft.too-many' });
    expect((await save(newId(), aDraft())).status).toBe(200);
  });

  it('are listed last saved first, without their content', async () => {
    const [older, newer] = [newId(), newId()];
    now = new Date(now.getTime() + 1000);
    await save(older, aDraft({ title: '较早' }));
    now = new Date(now.getTime() + 1000);
    await save(newer, aDraft({ title: '较晚' }));
    const { items } = await json<{ items: DraftSummary[] }>(await as(platform, filer).get('/api/drafts'));
    expect(items.slice(0, 2).map((draft) => draft.title)).toEqual(['较晚', '较早']);
    expect(items[0]).not.toHaveProperty('content');
  });

  it('are saved again from the revision that was read, and not from an older one', async () => {
    const id = newId();
    await save(id, aDraft());
    expect(await json(await save(id, aDraft({ baseRevision: 1, step: 'check' })))).toMatchObject({
      revision: 2,
      step: 'check',
    });
    await expectProblem(await save(id, aDraft({ baseRevision: 1 })), { status: 409, code: 'draft.stale' });
    await expectProblem(await save(id, aDraft()), { status: 409, code: 'draft.stale' });
  });

  it('let one of two tabs win that save at the same moment', async () => {
    const id = newId();
    const first = await Promise.all([save(id, aDraft()), save(id, aDraft())]);
    expect(first.map((answer) => answer.status).toSorted((a, b) => a - b)).toEqual([200, 409]);
    const second = await Promise.all([1, 2, 3].map(() => save(id, aDraft({ baseRevision: 1 }))));
    expect(second.map((answer) => answer.status).toSorted((a, b) => a - b)).toEqual([200, 409, 409]);
  });

  it('can be thrown away, twice if need be', async () => {
    const id = newId();
    await save(id, aDraft());
    expect((await as(platform, filer).delete(`/api/drafts/${id}`)).status).toBe(204);
    expect((await as(platform, filer).delete(`/api/drafts/${id}`)).status).toBe(204);
    await expectProblem(await as(platform, filer).get(`/api/drafts/${id}`), { status: 404, code: 'not-found' });
    await expectProblem(await save(id, aDraft({ baseRevision: 1 })), { status: 404, code: 'not-found' });
  });

  it('end 45 days after the last save', async () => {
    const id = newId();
    await save(id, aDraft());
    const saved = now;
    now = new Date(saved.getTime() + 45 * 86_400_000);
    await expectProblem(await as(platform, filer).get(`/api/drafts/${id}`), { status: 404, code: 'not-found' });
    expect(await removeExpiredDrafts(platform.filing)).toBeGreaterThan(0);
    expect(await removeExpiredDrafts(platform.filing)).toBe(0);
    now = saved;
    await expectProblem(await as(platform, filer).get(`/api/drafts/${id}`), { status: 404, code: 'not-found' });
  });

  it('remind their owner 7, 15 and 30 days after the last save, once each, and begin anew with the next save', async () => {
    const id = newId();
    await save(id, aDraft());
    const saved = now;
    const after = (days: number) => (now = new Date(saved.getTime() + days * 86_400_000));
    const steps = async () => {
      await remindDrafts(platform.filing);
      const rows = await platform.orm.em
        .fork()
        .execute<{ step: number }[]>(
          `select (payload -> 'data' ->> 'step')::int step from outbox where aggregate = ? order by seq`,
          [id],
        );
      return rows.map((row) => row.step);
    };
    after(6.9);
    expect(await steps()).toEqual([]);
    after(7);
    await remindDrafts(platform.filing);
    expect(await steps()).toEqual([1]);
    after(31);
    expect(await steps()).toEqual([1, 3]);
    await json(await save(id, aDraft({ baseRevision: 1 })));
    after(31 + 7);
    expect(await steps()).toEqual([1, 3, 1]);
    now = saved;
  });

  it.each([
    ['an unknown kind', aDraft({ kind: 'wish' }), '/kind'],
    ['a title of 101 characters', aDraft({ title: '长'.repeat(101) }), '/title'],
    ['an unknown field', aDraft({ colour: 'red' }), '/colour'],
  ])('refuse %s', async (_what, body, pointer) => {
    await expectProblem(await save(newId(), body), { status: 422, code: 'request.invalid', pointer });
  });

  it('refuse what is no id, no JSON, or more than 64 KB', async () => {
    await expectProblem(await save('mine', aDraft()), { status: 422, code: 'request.invalid' });
    const path = `/api/drafts/${newId()}`;
    const broken = await platform.app.request(path, {
      method: 'PUT',
      headers: { 'content-type': 'application/json', ...(await bearer(filer)) },
      body: '{"kind":',
    });
    await expectProblem(broken, { status: 400, code: 'request.malformed' });
    const large = aDraft({ content: { text: '满'.repeat(draftLimitBytes / 3) } });
    await expectProblem(await save(newId(), large), { status: 413, code: 'request.too-large' });
  });

  it('are for filers who are signed in, and only their own', async () => {
    const id = newId();
    await save(id, aDraft());
    const path = `/api/drafts/${id}`;
    for (const [method, at] of [
      ['get', '/api/drafts'],
      ['get', path],
      ['put', path],
      ['delete', path],
    ] as const) {
      const body = method === 'put' ? aDraft() : undefined;
      await expectProblem(await as(platform, nobody)[method](at, body), { status: 401, code: 'auth.required' });
      await expectProblem(await as(platform, aReviewer())[method](at, body), { status: 403, code: 'auth.forbidden' });
    }
    const other = as(platform, stranger);
    await expectProblem(await other.get(path), { status: 404, code: 'not-found' });
    await expectProblem(await other.put(path, aDraft({ baseRevision: 1 })), { status: 404, code: 'not-found' });
    expect((await other.delete(path)).status).toBe(204); // as for an id that never was
    expect(await json(await as(platform, filer).get(path))).toMatchObject({ id });
    expect(await json(await other.get('/api/drafts'))).toEqual({ items: [] });
  });
});
