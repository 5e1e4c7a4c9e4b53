import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  templateLimitBytes,
  type Template,
  type TemplateName,
  type TemplateVersion,
} from '@beian/contracts/templates.ts';
import type { Actor } from '@beian/service-kit/actor.ts';
import { newId } from '@beian/service-kit/ids.ts';
import { aPersonalUser, aReviewer, bearer, organs } from '@beian/testkit/actors.ts';
import { expectProblem } from '@beian/testkit/expect-problem.ts';
import { aPlatform, type TestPlatform } from '@beian/testkit/platform.ts';
import { json } from '@beian/testkit/registration.ts';
import { builtInFile } from './built-in.ts';
import { paper, title } from './paper.ts';

const editor = aReviewer(organs.shenzhen, ['content_editor']);
const nobody: Actor = { kind: 'nobody' };
// Half past midnight in Beijing, still the day before in UTC.
const start = new Date('2026-11-19T16:30:00Z');
const [today, tomorrow, nextMonth] = ['2026-11-20', '2026-11-21', '2026-12-20'];
let now = start;
let platform: TestPlatform;
beforeAll(async () => {
  platform = await aPlatform({ clock: { now: () => now } });
});
afterAll(() => platform.stop());

const headersOf = async (actor: Actor) => (actor.kind === 'nobody' ? {} : bearer(actor));
const aLetter = async (words: string) => new Uint8Array(await paper(words, [title(words)]));
type Given = {
  bytes?: Uint8Array<ArrayBuffer>;
  effectiveFrom?: string;
  note?: string;
  actor?: Actor;
  key?: string;
};
async function add(name: string, given: Given = {}) {
  const { bytes, effectiveFrom = tomorrow, note = '更新措辞', actor = editor, key = newId() } = given;
  const body = new FormData();
  body.set('file', new File([bytes ?? (await aLetter(`${name} 新版`))], '随便.pdf'));
  body.set('effectiveFrom', effectiveFrom);
  body.set('note', note);
  const headers = { ...(await headersOf(actor)), 'idempotency-key': key };
  return platform.documentsApp.request(`/api/templates/${name}/versions`, { method: 'POST', headers, body });
}
const get = (path: string) => platform.documentsApp.request(`/api/templates${path}`);
const bytesOf = async (path: string) => Buffer.from(await (await get(path)).arrayBuffer());
const withdraw = async (name: string, id: string, actor: Actor = editor) =>
  platform.documentsApp.request(`/api/templates/${name}/versions/${id}`, {
    method: 'DELETE',
    headers: await headersOf(actor),
  });
const versionsOf = async (name: string) =>
  (await json<{ items: TemplateVersion[] }>(await get(`/${name}/versions`))).items;
const listed = async (name: TemplateName) =>
  (await json<{ items: Template[] }>(await get(''))).items.find((one) => one.name === name);

describe('a version of a template', () => {
  it('waits for its day, is then what everybody gets, and later gives way while it stays to be read', async () => {
    const name = 'change-authorisation';
    const builtIn = await builtInFile(name);
    const [second, third] = [await aLetter('第二版'), await aLetter('第三版')];
    const added = await json<TemplateVersion>(await add(name, { bytes: second, note: '增加附页说明' }), 201);
    expect(added).toMatchObject({ version: '2', effectiveFrom: tomorrow, state: 'upcoming', note: '增加附页说明' });
    const later = await json<TemplateVersion>(await add(name, { bytes: third, effectiveFrom: nextMonth }), 201);

    expect(await listed(name)).toMatchObject({ version: '1', effectiveFrom: '2025-04-01' });
    expect((await bytesOf(`/${name}`)).equals(builtIn)).toBe(true);
    expect((await bytesOf(`/${name}?on=${tomorrow}`)).equals(second)).toBe(true);
    expect((await bytesOf(`/${name}/versions/${later.id}`)).equals(third)).toBe(true);

    now = new Date('2026-11-20T16:00:00Z'); // tomorrow begins in Beijing
    expect(await listed(name)).toMatchObject({ version: '2', effectiveFrom: tomorrow, size: second.byteLength });
    expect((await bytesOf(`/${name}`)).equals(second)).toBe(true);
    expect((await bytesOf(`/${name}?on=${today}`)).equals(builtIn)).toBe(true);
    expect((await bytesOf(`/${name}/versions/built-in`)).equals(builtIn)).toBe(true);
    expect((await versionsOf(name)).map(({ version, state }) => `${version} ${state}`)).toEqual([
      '3 upcoming',
      '2 in_force',
      '1 superseded',
    ]);
    now = start;
  });

  it('may begin today; of two that do, the one added last counts', async () => {
    const name = 'transfer-form';
    const [first, corrected] = [await aLetter('今日'), await aLetter('今日更正')];
    expect(await json(await add(name, { bytes: first, effectiveFrom: today }), 201)).toMatchObject({
      state: 'in_force',
    });
    await json(await add(name, { bytes: corrected, effectiveFrom: today }), 201);
    expect((await bytesOf(`/${name}`)).equals(corrected)).toBe(true);
  });

  it('is kept with who added it in the audit trail', async () => {
    const { id } = await json<TemplateVersion>(await add('filing-notice'), 201);
    const rows = await platform.documents.orm.em.fork().execute(
      `select action, actor_id, data ->> 'number' "number" from audit_entry
         where subject = 'filing-notice' and data ->> 'versionId' = ?`,
      [id],
    );
    expect(rows).toEqual([{ action: 'template.add-version', actor_id: editor.accountId, number: '2' }]);
  });

  it('sent twice is added once', async () => {
    const [name, bytes, key] = ['filing-notice', await aLetter('只此一次'), newId()];
    const first = await json<TemplateVersion>(await add(name, { bytes, key }), 201);
    expect(await json(await add(name, { bytes, key }), 201)).toEqual(first);
    expect((await versionsOf(name)).filter(({ version }) => version === first.version)).toHaveLength(1);
    const other = await add(name, { bytes, key, note: '另一说明' });
    await expectProblem(other, { status: 422, code: 'idempotency.conflict' });
    expect((await bytesOf(`/${name}/versions/${first.id}`)).equals(bytes)).toBe(true);
  });

  it('added by three editors at the same moment has one number each, or is asked for again', async () => {
    const name = 'offline-templates';
    const answers = await Promise.all([1, 2, 3].map(() => add(name)));
    for (const answer of answers.filter(({ status }) => status !== 201)) {
      await expectProblem(answer, { status: 409, code: 'template.version-raced' });
    }
    const numbers = (await versionsOf(name)).map(({ version }) => version);
    expect(numbers).toHaveLength(1 + answers.filter(({ status }) => status === 201).length);
    expect(new Set(numbers).size).toBe(numbers.length);
  });
});

describe('withdrawing', () => {
  it('takes back a version that is still to come, once; its number is not used again', async () => {
    const name = 'material-templates';
    const { id } = await json<TemplateVersion>(await add(name), 201);
    expect((await withdraw(name, id)).status).toBe(204);
    await expectProblem(await withdraw(name, id), { status: 404, code: 'not-found' });
    await expectProblem(await get(`/${name}/versions/${id}`), { status: 404, code: 'not-found' });
    expect((await bytesOf(`/${name}?on=${tomorrow}`)).equals(await builtInFile(name))).toBe(true);
    expect(await json(await add(name), 201)).toMatchObject({ version: '3' });
  });

  it('is too late once it has been in force, even when another has taken its place', async () => {
    const name = 'registration-authorisation';
    const first = await json<TemplateVersion>(await add(name, { effectiveFrom: today }), 201);
    await json(await add(name, { effectiveFrom: today }), 201);
    for (const id of [first.id, 'built-in']) {
      await expectProblem(await withdraw(name, id), { status: 409, code: 'template.in-force' });
    }
  });

  it('is for content editors, and of versions that exist', async () => {
    const name = 'cancellation-authorisation';
    const { id } = await json<TemplateVersion>(await add(name), 201);
    await expectProblem(await withdraw(name, id, nobody), { status: 401, code: 'auth.required' });
    for (const actor of [aPersonalUser(), aReviewer()]) {
      await expectProblem(await withdraw(name, id, actor), { status: 403, code: 'auth.forbidden' });
    }
    await expectProblem(await withdraw('filing-notice', id), { status: 404, code: 'not-found' });
    await expectProblem(await withdraw(name, newId()), { status: 404, code: 'not-found' });
    await expectProblem(await withdraw(name, '1'), { status: 422, code: 'request.invalid' });
  });
});

describe('adding', () => {
  it('is for content editors', async () => {
    await expectProblem(await add('transfer-form', { actor: nobody }), { status: 401, code: 'auth.required' });
    for (const actor of [aPersonalUser(), aReviewer()]) {
      await expectProblem(await add('transfer-form', { actor }), { status: 403, code: 'auth.forbidden' });
    }
  });

  it('wants a day that is one, today or later, and a template that is one', async () => {
    const at = '/effectiveFrom';
    const invalid = { status: 422, code: 'request.invalid' } as const;
    const past = await add('transfer-form', { effectiveFrom: '2026-11-19' });
    await expectProblem(past, { ...invalid, pointer: at, fieldCode: 'date.past' });
    await expectProblem(await add('transfer-form', { effectiveFrom: '明天' }), { ...invalid, pointer: at });
    const long = await add('transfer-form', { note: '长'.repeat(201) });
    await expectProblem(long, { ...invalid, pointer: '/note', fieldCode: 'text.too-long' });
    await expectProblem(await add('love-letter'), invalid);
  });

  it('wants a file that can be used: the right kind, not empty, not too large, nothing active', async () => {
    const table = await builtInFile('device-table');
    await expectProblem(await add('transfer-form', { bytes: table }), { status: 415, code: 'document.type' });
    const letter = await aLetter('不是表格');
    await expectProblem(await add('device-table', { bytes: letter }), { status: 415, code: 'document.type' });
    const empty = await add('transfer-form', { bytes: new Uint8Array() });
    await expectProblem(empty, { status: 422, code: 'document.empty' });
    const large = await add('transfer-form', { bytes: new Uint8Array(templateLimitBytes) });
    await expectProblem(large, { status: 413, code: 'document.too-large' });
    const headers = await bearer(editor);
    const without = new FormData();
    without.set('effectiveFrom', tomorrow);
    const path = '/api/templates/transfer-form/versions';
    const answer = await platform.documentsApp.request(path, { method: 'POST', headers, body: without });
    await expectProblem(answer, { status: 422, code: 'request.invalid', pointer: '/file' });
    expect(await json(await add('device-table', { bytes: table }), 201)).toMatchObject({ version: '2' });
  });
});

describe('reading', () => {
  it('finds nothing before the first version, and of ids that are not there', async () => {
    await expectProblem(await get('/transfer-form?on=2025-03-31'), { status: 404, code: 'not-found' });
    await expectProblem(await get('/transfer-form?on=yesterday'), { status: 422, code: 'request.invalid' });
    await expectProblem(await get(`/transfer-form/versions/${newId()}`), { status: 404, code: 'not-found' });
    await expectProblem(await get('/love-letter/versions'), { status: 422, code: 'request.invalid' });
  });
});
