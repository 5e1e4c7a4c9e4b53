import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Notice, NoticeInput, PublicNotice, PublicNoticeText } from '@beian/contracts/content.ts';
import { newId } from '@beian/service-kit/ids.ts';
import { encodeCursor } from '@beian/service-kit/pagination.ts';
import { aPersonalUser, aReviewer, organs } from '@beian/testkit/actors.ts';
import { expectProblem } from '@beian/testkit/expect-problem.ts';
import { aPublicQuery } from '@beian/testkit/public-query.ts';
import { as, json } from '@beian/testkit/registration.ts';

const nobody = { kind: 'nobody' } as const;
const editorActor = aReviewer(organs.shenzhen, ['content_editor']);
const at = '/api/content/notices';
// Half past midnight in Beijing, still the day before in UTC.
const start = new Date('2026-11-19T16:30:00Z');
let now = start;
let service: Awaited<ReturnType<typeof aPublicQuery>>;
let editor: ReturnType<typeof as>;
let guest: ReturnType<typeof as>;
beforeAll(async () => {
  service = await aPublicQuery({ clock: { now: () => now } });
  editor = as(service, editorActor);
  guest = as(service, nobody);
});
afterAll(() => service.deps.orm.close());

const aNotice = (overrides: Partial<NoticeInput> = {}): NoticeInput => ({
  title: { zh: '系统维护公告', en: 'Maintenance' },
  body: { zh: '周六凌晨维护。\n\n期间不能提交。', en: 'On Saturday night.\n\nNothing can be submitted then.' },
  pinned: false,
  effectiveFrom: '2026-11-20',
  ...overrides,
});
const create = async (overrides?: Partial<NoticeInput>) =>
  json<Notice>(await editor.create(at, aNotice(overrides)), 201);
const publish = async ({ id, revision }: Notice, published = true) =>
  json<Notice>(await editor.put(`${at}/${id}/publication`, { published, baseRevision: revision }));
const shown = async (query = '') =>
  json<{ items: PublicNotice[]; next?: string }>(await guest.get(`/api/public/notices${query}`));
const titles = async () => (await shown('?limit=100')).items.map(({ title }) => title.zh);
const titled = (zh: string) => ({ title: { zh, en: 'A notice' } });

describe('公告 for everybody', () => {
  it('shows what is published, from its first day to its last in Beijing', async () => {
    const draft = await create({ ...titled('期限'), effectiveFrom: '2026-11-20', effectiveUntil: '2026-11-21' });
    expect(await titles()).not.toContain('期限');
    const hidden = `/api/public/notices/${draft.id}`;
    await expectProblem(await guest.get(hidden), { status: 404, code: 'not-found' });
    await publish(draft);
    const days = [
      ['2026-11-19T15:59:59Z', false], // the 19th in Beijing
      ['2026-11-19T16:00:00Z', true],
      ['2026-11-21T15:59:59Z', true],
      ['2026-11-21T16:00:00Z', false], // the 22nd
    ] as const;
    for (const [moment, visible] of days) {
      now = new Date(moment);
      expect((await titles()).includes('期限'), moment).toBe(visible);
      expect((await guest.get(hidden)).status, moment).toBe(visible ? 200 : 404);
    }
    now = start;
    const read = await json<PublicNoticeText>(await guest.get(hidden));
    expect(read).toMatchObject({ body: aNotice().body, effectiveUntil: '2026-11-21' });
    expect(read).not.toHaveProperty('revision');
  });

  it('has pinned ones first, then the newest, page by page', async () => {
    for (const [zh, pinned, effectiveFrom] of [
      ['较早', false, '2026-11-10'],
      ['置顶较早', true, '2026-11-01'],
      ['较晚', false, '2026-11-15'],
      ['置顶', true, '2026-11-05'],
      ['同日', false, '2026-11-15'],
    ] as const) {
      await publish(await create({ ...titled(zh), pinned, effectiveFrom }));
    }
    const all = await titles();
    const expected = ['置顶', '置顶较早', '期限', '同日', '较晚', '较早'];
    expect(all).toEqual(expected);
    const paged: string[] = [];
    let next: string | undefined;
    do {
      const page = await shown(`?limit=1${next ? `&cursor=${next}` : ''}`);
      paged.push(...page.items.map(({ title }) => title.zh));
      next = page.next;
    } while (next !== undefined);
    expect(paged).toEqual(expected);
  });

  it('refuses a cursor that is none and an id that is none', async () => {
    for (const cursor of ['x', encodeCursor(['x', 'y', 'z']), encodeCursor([1, '2026-11-20'])]) {
      const refused = await guest.get(`/api/public/notices?cursor=${cursor}`);
      await expectProblem(refused, { status: 422, code: 'request.invalid', fieldCode: 'cursor.invalid' });
    }
    await expectProblem(await guest.get('/api/public/notices/1'), { status: 422, code: 'request.invalid' });
    await expectProblem(await guest.get(`/api/public/notices/${newId()}`), { status: 404, code: 'not-found' });
  });
});

describe('an editor', () => {
  it('mends a notice for everybody at once, and takes it back', async () => {
    const notice = await publish(await create({ ...titled('原题'), effectiveUntil: '2026-12-01' }));
    const edit = { ...aNotice(titled('新题')), baseRevision: notice.revision };
    const edited = await json<Notice>(await editor.put(`${at}/${notice.id}`, edit));
    expect(edited).toMatchObject({ title: { zh: '新题' }, published: true, revision: 3 });
    expect(edited).not.toHaveProperty('effectiveUntil');
    expect(await titles()).toContain('新题');
    await expectProblem(await editor.put(`${at}/${notice.id}`, edit), { status: 409, code: 'content.stale' });
    await publish(edited, false);
    expect(await titles()).not.toContain('新题');
  });

  it('lists drafts and past ones, deletes drafts, and unpublishes before deleting', async () => {
    const past = await publish(await create({ ...titled('已过期'), effectiveUntil: '2026-11-20' }));
    now = new Date('2026-11-25T02:00:00Z');
    const { items } = await json<{ items: Notice[] }>(await editor.get(at));
    expect(items.map(({ id }) => id)).toContain(past.id);
    now = start;
    await expectProblem(await editor.delete(`${at}/${past.id}`), { status: 409, code: 'content.published' });
    await publish(past, false);
    expect((await editor.delete(`${at}/${past.id}`)).status).toBe(204);
    await expectProblem(await editor.get(`${at}/${past.id}`), { status: 404, code: 'not-found' });
  });

  it('creates once when the request is sent twice, and leaves a trail', async () => {
    const key = newId();
    const first = await json<Notice>(await editor.create(at, aNotice(), key), 201);
    expect(await json(await editor.create(at, aNotice(), key), 201)).toEqual(first);
    await publish(first);
    const trail = await service.deps.orm.em
      .fork()
      .execute('select action, actor_id from audit_entry where subject = ? order by seq', [first.id]);
    const actor_id = editorActor.accountId;
    expect(trail).toEqual([
      { action: 'notice.create', actor_id },
      { action: 'notice.publish', actor_id },
    ]);
  });

  it.each([
    ['an end before the beginning', { effectiveUntil: '2026-11-19' }, '/effectiveUntil', 'notice.period'],
    ['a day that is none', { effectiveFrom: '2026-02-30' }, '/effectiveFrom', 'date.format'],
    ['no text', { body: { zh: '', en: 'x' } }, '/body/zh', 'text.empty'],
    ['an unknown field', { html: '<p>' }, '/html', 'field.unknown'],
  ])('is told of %s', async (_what, part, pointer, fieldCode) => {
    const refused = await editor.create(at, { ...aNotice(), ...part });
    await expectProblem(refused, { status: 422, code: 'request.invalid', pointer, fieldCode });
  });
});

it('editing is for content editors who are signed in, and of notices that exist', async () => {
  const { id, revision } = await create();
  const acts = [
    ['get', at, undefined],
    ['post', at, aNotice()],
    ['get', `${at}/${id}`, undefined],
    ['put', `${at}/${id}`, { ...aNotice(), baseRevision: revision }],
    ['put', `${at}/${id}/publication`, { published: true, baseRevision: revision }],
    ['delete', `${at}/${id}`, undefined],
  ] as const;
  for (const [method, path, body] of acts) {
    await expectProblem(await guest[method](path, body), { status: 401, code: 'auth.required' });
    for (const actor of [aPersonalUser(), aReviewer()]) {
      const refused = await as(service, actor)[method](path, body);
      await expectProblem(refused, { status: 403, code: 'auth.forbidden' });
    }
    const other = path.replace(id, newId());
    if (other !== path) {
      await expectProblem(await editor[method](other, body), { status: 404, code: 'not-found' });
      const unreadable = await editor[method](path.replace(id, '1'), body);
      await expectProblem(unreadable, { status: 422, code: 'request.invalid' });
    }
  }
  expect(await json(await editor.get(`${at}/${id}`))).toMatchObject({ published: false, revision });
});
