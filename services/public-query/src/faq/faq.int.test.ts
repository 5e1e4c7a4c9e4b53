import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FaqEntry, FaqInput, PublicFaqList } from '@beian/contracts/content.ts';
import { newId } from '@beian/service-kit/ids.ts';
import { migrate } from '@beian/service-kit/database.ts';
import { aPersonalUser, aReviewer, organs } from '@beian/testkit/actors.ts';
import { expectProblem } from '@beian/testkit/expect-problem.ts';
import { aPublicQuery } from '@beian/testkit/public-query.ts';
import { as, json } from '@beian/testkit/registration.ts';
import { faqEntries } from '../migrations/0003-faq-entries.ts';

const nobody = { kind: 'nobody' } as const;
const editorActor = aReviewer(organs.shenzhen, ['content_editor']);
const colleagueActor = aReviewer(organs.shenzhen, ['content_editor']);
const at = '/api/content/faq';
let service: Awaited<ReturnType<typeof aPublicQuery>>;
let editor: ReturnType<typeof as>;
let guest: ReturnType<typeof as>;
beforeAll(async () => {
  service = await aPublicQuery();
  editor = as(service, editorActor);
  guest = as(service, nobody);
});
afterAll(() => service.deps.orm.close());

const aQuestion = (overrides: Partial<FaqInput> = {}): FaqInput => ({
  category: 'query',
  question: { zh: '收据二维码怎样核验？', en: 'How do I verify the QR code of a receipt?' },
  answer: { zh: '用手机扫描。\n\n结果只显示编号。', en: 'Scan it.\n\nOnly the number is shown.' },
  ...overrides,
});
const create = async (overrides?: Partial<FaqInput>) =>
  json<FaqEntry>(await editor.create(at, aQuestion(overrides)), 201);
const publish = (entry: FaqEntry, published = true) =>
  editor.put(`${at}/${entry.id}/publication`, { published, baseRevision: entry.revision });
const asked = async (query: Record<string, string> = {}) =>
  json<PublicFaqList>(await guest.get(`/api/public/faq?${new URLSearchParams(query)}`));

describe('常见问题 for everybody', () => {
  it('begins with the questions of the manual, in both languages, by category', async () => {
    const { items, categories } = await asked();
    expect(items.map(({ question }) => question)).toEqual(
      expect.arrayContaining(faqEntries.map(({ question }) => question)),
    );
    expect(categories.reduce((sum, { count }) => sum + count, 0)).toBe(items.length);
    const businesses = ['registration', 'query', 'change', 'cancellation', 'transfer', 'appeal'];
    expect(categories.map(({ category }) => category)).toEqual(expect.arrayContaining(businesses));
    for (const { question, answer } of items) {
      for (const { zh, en } of [question, answer]) {
        expect(zh).toMatch(/\p{Script=Han}/u);
        expect(en).not.toMatch(/\p{Script=Han}/u);
      }
    }
  });

  it('shows one category, searches Chinese and English, and both together', async () => {
    const { items } = await asked({ category: 'transfer' });
    expect(items.map(({ category }) => category)).toEqual(['transfer']);
    expect((await asked({ q: '怎么移交备案' })).items[0]?.category).toBe('transfer');
    expect((await asked({ q: 'transfer a filing' })).items[0]?.category).toBe('transfer');
    expect((await asked({ q: '移交', category: 'appeal' })).items).toEqual([]);
    expect((await asked({ q: '\u0000%' })).items).toEqual([]);
    expect((await asked({ q: '  ' })).items.length).toBeGreaterThan(10);
  });

  it('refuses a category that is none and a query without end', async () => {
    const invalid = { status: 422, code: 'request.invalid' } as const;
    await expectProblem(await guest.get('/api/public/faq?category=weather'), { ...invalid, pointer: '/category' });
    await expectProblem(await guest.get(`/api/public/faq?q=${'长'.repeat(101)}`), { ...invalid, pointer: '/q' });
  });
});

describe('an editor', () => {
  it('writes a draft that nobody sees, publishes it, mends it and takes it back', async () => {
    const draft = await create();
    expect(draft).toMatchObject({ ...aQuestion(), published: false, revision: 1 });
    const search = async () => (await asked({ q: '二维码' })).items.map(({ question }) => question.zh);
    expect(await search()).toEqual([]);
    const shown = await json<FaqEntry>(await publish(draft));
    expect(shown).toMatchObject({ published: true, revision: 2 });
    expect(await search()).toEqual(['收据二维码怎样核验？']);
    const mended = { ...aQuestion({ question: { zh: '回执二维码怎样核验？', en: 'How do I verify?' } }) };
    const edited = await json<FaqEntry>(await editor.put(`${at}/${draft.id}`, { ...mended, baseRevision: 2 }));
    expect(await search()).toEqual(['回执二维码怎样核验？']);
    await json(await publish(edited, false));
    expect(await search()).toEqual([]);
    expect(await json(await editor.get(`${at}/${draft.id}`))).toMatchObject({ published: false, revision: 4 });
  });

  it('does not overwrite or publish what a colleague has changed meanwhile', async () => {
    const draft = await create();
    const edit = { ...aQuestion(), baseRevision: draft.revision };
    const both = await Promise.all([
      editor.put(`${at}/${draft.id}`, edit),
      as(service, colleagueActor).put(`${at}/${draft.id}`, edit),
    ]);
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
    await expectProblem(await publish(draft), { status: 409, code: 'content.stale' });
  });

  it('sees drafts in the list, deletes them, and unpublishes before deleting', async () => {
    const draft = await create();
    const shown = await json<FaqEntry>(await publish(draft));
    const listed = async () => (await json<{ items: FaqEntry[] }>(await editor.get(at))).items.map(({ id }) => id);
    expect(await listed()).toContain(draft.id);
    await expectProblem(await editor.delete(`${at}/${draft.id}`), { status: 409, code: 'content.published' });
    await publish(shown, false);
    expect((await editor.delete(`${at}/${draft.id}`)).status).toBe(204);
    await expectProblem(await editor.delete(`${at}/${draft.id}`), { status: 404, code: 'not-found' });
    expect(await listed()).not.toContain(draft.id);
  });

  it('puts a category in order; the public reads it so', async () => {
    const idsOf = async () => (await asked({ category: 'materials' })).items.map(({ id }) => id);
    const ids = await idsOf();
    const turned = ids.toReversed();
    await json(await editor.put(`${at}/order`, { category: 'materials', ids: turned }));
    expect(await idsOf()).toEqual(turned);
    const added = await create({ category: 'materials' });
    for (const wrong of [turned, [...turned, turned[0]], [...turned, newId()], [...turned, added.id, added.id]]) {
      const refused = await editor.put(`${at}/order`, { category: 'materials', ids: wrong });
      await expectProblem(refused, { status: 409, code: 'content.order-stale' });
    }
    await json(await publish(added));
    expect(await idsOf()).toEqual([...turned, added.id]);
    const moved = { ...aQuestion({ category: 'appeal' }), baseRevision: 2 };
    await json(await editor.put(`${at}/${added.id}`, moved));
    expect((await asked({ category: 'appeal' })).items.at(-1)?.id).toBe(added.id);
  });

  it('creates once when the request is sent twice, and leaves a trail', async () => {
    const key = newId();
    const first = await json<FaqEntry>(await editor.create(at, aQuestion(), key), 201);
    expect(await json(await editor.create(at, aQuestion(), key), 201)).toEqual(first);
    const other = await editor.create(at, aQuestion({ category: 'duty' }), key);
    await expectProblem(other, { status: 422, code: 'idempotency.conflict' });
    const trail = await service.deps.orm.em
      .fork()
      .execute('select action, actor_id from audit_entry where subject = ?', [first.id]);
    expect(trail).toEqual([{ action: 'faq.create', actor_id: editorActor.accountId }]);
  });

  it('keeps plain text: line ends are one kind, other control characters are refused', async () => {
    const answer = { zh: '  第一段\r\n\r\n第二段 <b>不是标签</b> ', en: 'one' };
    expect((await create({ answer })).answer.zh).toBe('第一段\n\n第二段 <b>不是标签</b>');
    for (const zh of ['响铃\u0007', '半个字\ud800']) {
      const refused = await editor.create(at, aQuestion({ answer: { zh, en: 'bell' } }));
      await expectProblem(refused, {
        status: 422,
        code: 'request.invalid',
        pointer: '/answer/zh',
        fieldCode: 'text.control',
      });
    }
  });

  it.each([
    ['no English', { question: { zh: '只有中文', en: ' ' } }, '/question/en', 'text.empty'],
    ['a question of 201 characters', { question: { zh: '长'.repeat(201), en: 'x' } }, '/question/zh', 'text.too-long'],
    ['an unknown category', { category: 'weather' }, '/category', 'value.not-allowed'],
    ['an unknown field', { html: '<p>' }, '/html', 'field.unknown'],
  ])('is told of %s', async (_what, part, pointer, fieldCode) => {
    const refused = await editor.create(at, { ...aQuestion(), ...part });
    await expectProblem(refused, { status: 422, code: 'request.invalid', pointer, fieldCode });
  });
});

it('editing is for content editors who are signed in, and of entries that exist', async () => {
  const { id, revision } = await create();
  const edit = { ...aQuestion(), baseRevision: revision };
  const acts = [
    ['get', at, undefined],
    ['post', at, aQuestion()],
    ['put', `${at}/order`, { category: 'query', ids: [id] }],
    ['get', `${at}/${id}`, undefined],
    ['put', `${at}/${id}`, edit],
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

it('migrating again brings no deleted question back', async () => {
  const { items } = await asked({ category: 'account' });
  for (const entry of items) {
    await json(await editor.put(`${at}/${entry.id}/publication`, { published: false, baseRevision: 1 }));
    await editor.delete(`${at}/${entry.id}`);
  }
  await migrate(service.deps.orm);
  expect((await asked({ category: 'account' })).items).toEqual([]);
});
