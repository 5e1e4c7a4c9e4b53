import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Dictionaries, DictionaryEntry } from '@beian/contracts/dictionaries.ts';
import { choicesOf, entryOf } from '@beian/contracts/dictionary.rules.ts';
import type { DictionaryName } from '@beian/contracts/vocabulary.ts';
import { aPersonalUser, aReviewer, organs } from '@beian/testkit/actors.ts';
import { expectProblem } from '@beian/testkit/expect-problem.ts';
import { aPlatform, type TestPlatform } from '@beian/testkit/platform.ts';
import { as, json } from '@beian/testkit/registration.ts';

const operator = aReviewer(organs.ministry, ['operator']);
const nobody = { kind: 'nobody' } as const;
let now = '2026-11-25T10:00:00+08:00';
let platform: TestPlatform;
beforeAll(async () => {
  platform = await aPlatform({ clock: { now: () => new Date(now) } });
});
afterAll(() => platform.stop());

const read = async () => json<Dictionaries>(await as(platform, nobody).get('/api/dictionaries'));
const entries = (dictionary: DictionaryName) => `/api/review/dictionaries/${dictionary}/entries`;
const codes = async (dictionary: DictionaryName) => choicesOf(await read(), dictionary).map(({ code }) => code);
const lawFirm = {
  code: 'law_firm',
  label: { zh: '律师事务所', en: 'Law firm' },
  position: 35,
  rule: 'business_licence',
};
const added = async (overrides: Record<string, unknown> = {}, dictionary: DictionaryName = 'unit_type') =>
  json<DictionaryEntry>(await as(platform, operator).create(entries(dictionary), { ...lawFirm, ...overrides }), 201);

describe('the dictionaries', () => {
  it('are read by everybody, begin with what was chosen from before, and are sent anew only when they changed', async () => {
    const all = await read();
    expect(all.day).toBe('2026-11-25');
    expect(await codes('unit_type')).toHaveLength(11);
    expect(await codes('place_category')).toEqual(['road', 'gathering', 'transport_hub', 'vehicle', 'service_area']);
    expect(await codes('appeal_ground')).toEqual(['login', 'ownership', 'other']);
    expect(entryOf(all, 'unit_type', 'foundation')).toMatchObject({
      label: { zh: '基金会', en: 'Foundation' },
      rule: 'legal_person_certificate',
      fixed: false,
    });
    const ask = async (etag: string) =>
      platform.app.request('/api/dictionaries', { headers: { 'if-none-match': etag } });
    const first = await ask('');
    const etag = first.headers.get('etag') ?? '';
    expect(first.headers.get('cache-control')).toContain('no-cache');
    expect((await ask(etag)).status).toBe(304);
    await added({ code: 'etag_test' });
    expect((await ask(etag)).status).toBe(200);
  });

  it('are kept by operators: an entry is added, called anew, moved, retired and brought back, and the audit chain says by whom', async () => {
    const entry = await added();
    expect(entry).toMatchObject({ ...lawFirm, validFrom: '2026-11-25', fixed: false, revision: 1 });
    const path = `${entries('unit_type')}/law_firm`;
    const label = { zh: '律所', en: 'Law office' };
    const edit = { label, position: 1, rule: 'legal_person_certificate', baseRevision: 1 };
    expect(await json(await as(platform, operator).put(path, edit))).toMatchObject({ label, position: 1, revision: 2 });
    expect((await codes('unit_type'))[0]).toBe('law_firm');
    await expectProblem(await as(platform, operator).put(path, edit), { status: 409, code: 'content.stale' });
    await json(await as(platform, operator).put(`${path}/retirement`, { from: '2026-11-25' }));
    expect(await codes('unit_type')).not.toContain('law_firm');
    expect(entryOf(await read(), 'unit_type', 'law_firm')).toMatchObject({ label, validUntil: '2026-11-25' });
    await json(await as(platform, operator).delete(`${path}/retirement`));
    expect(await codes('unit_type')).toContain('law_firm');
    const audit = await platform.orm.em
      .fork()
      .execute<{ action: string; actor_id: string; data: unknown }[]>(
        `select action, actor_id, data from audit_entry where subject = 'dictionary:unit_type/law_firm' order by seq`,
      );
    expect(audit.map(({ action }) => action)).toEqual([
      'dictionary.add',
      'dictionary.change',
      'dictionary.retire',
      'dictionary.restore',
    ]);
    expect(audit[1]?.data).toMatchObject({ before: { label: lawFirm.label }, label });
    expect(new Set(audit.map(({ actor_id }) => actor_id))).toEqual(new Set([operator.accountId]));
  });

  it('retire an entry at midnight in Beijing, and begin with one likewise', async () => {
    await json(
      await as(platform, operator).put(`${entries('unit_type')}/foundation/retirement`, { from: '2026-11-27' }),
    );
    await added({ code: 'embassy', validFrom: '2026-11-27' });
    for (const [at, isIn, notIn] of [
      ['2026-11-26T23:59:59+08:00', 'foundation', 'embassy'],
      ['2026-11-27T00:00:00+08:00', 'embassy', 'foundation'],
    ] as const) {
      now = at;
      expect(await codes('unit_type')).toContain(isIn);
      expect(await codes('unit_type')).not.toContain(notIn);
    }
    now = '2026-11-25T10:00:00+08:00';
  });

  it('keep what the regulation and the rules of the platform name: it is called anew, never retired', async () => {
    for (const [dictionary, code, rule] of [
      ['place_category', 'gathering', 'gathering'],
      ['rejection_reason', 'other', 'all'],
      ['appeal_ground', 'ownership', undefined],
    ] as const) {
      const path = `${entries(dictionary)}/${code}`;
      const retired = await as(platform, operator).put(`${path}/retirement`, { from: '2026-12-01' });
      await expectProblem(retired, { status: 409, code: 'dictionary.fixed' });
      const label = { zh: '改名', en: 'Renamed' };
      await json(await as(platform, operator).put(path, { label, position: 15, rule, baseRevision: 1 }));
      expect(entryOf(await read(), dictionary, code)).toMatchObject({ label, fixed: true });
    }
    const moved = { label: lawFirm.label, position: 1, rule: 'road', baseRevision: 2 };
    await expectProblem(await as(platform, operator).put(`${entries('place_category')}/gathering`, moved), {
      status: 422,
      code: 'request.invalid',
      pointer: '/rule',
      fieldCode: 'dictionary.rule-fixed',
    });
  });

  it('are kept by nobody else', async () => {
    const path = `${entries('unit_type')}/other`;
    const edit = { label: lawFirm.label, position: 1, rule: 'business_licence', baseRevision: 1 };
    for (const [by, status, code] of [
      [aReviewer(undefined, ['reviewer', 'senior_reviewer', 'supervisor', 'content_editor']), 403, 'auth.forbidden'],
      [aPersonalUser(), 403, 'auth.forbidden'],
      [nobody, 401, 'auth.required'],
    ] as const) {
      await expectProblem(await as(platform, by).create(entries('unit_type'), lawFirm), { status, code });
      await expectProblem(await as(platform, by).put(path, edit), { status, code });
      for (const from of ['2026-12-01', '2020-01-01']) {
        await expectProblem(await as(platform, by).put(`${path}/retirement`, { from }), { status, code });
      }
      await expectProblem(await as(platform, by).delete(`${path}/retirement`), { status, code });
    }
  });

  it.each([
    ['a code in capitals', { code: 'LawFirm' }, '/code', 'dictionary.code'],
    ['a name in one language', { label: { zh: '律所', en: ' ' } }, '/label/en', 'text.empty'],
    ['no rule', { rule: undefined }, '/rule', 'dictionary.rule'],
    ['the rule of another dictionary', { rule: 'appeal' }, '/rule', 'dictionary.rule'],
    ['a first day that is past', { validFrom: '2026-11-24' }, '/validFrom', 'date.past'],
    ['no position', { position: 0 }, '/position', 'number.too-small'],
  ])('take no entry with %s', async (_what, overrides, pointer, fieldCode) => {
    const body = { ...lawFirm, code: 'wrong', ...overrides };
    await expectProblem(await as(platform, operator).create(entries('unit_type'), body), {
      status: 422,
      code: 'request.invalid',
      pointer,
      fieldCode,
    });
  });

  it('have each code once, retired or not, however often and by how many it is added', async () => {
    const taken = { ...lawFirm, code: 'enterprise' };
    await expectProblem(await as(platform, operator).create(entries('unit_type'), taken), {
      status: 409,
      code: 'dictionary.code-taken',
    });
    const raced = { ...lawFirm, code: 'raced' };
    const answers = await Promise.all([1, 2, 3].map(() => as(platform, operator).create(entries('unit_type'), raced)));
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409, 409]);
    // The same code may stand in another dictionary.
    await added({ code: 'enterprise', rule: 'all' }, 'rejection_reason');
  });

  it('retire no entry in the past, before its first day, or that there is not', async () => {
    await added({ code: 'planned', validFrom: '2026-12-10' });
    const retire = (code: string, from: string) =>
      as(platform, operator).put(`${entries('unit_type')}/${code}/retirement`, { from });
    const wrong = { status: 422, code: 'request.invalid', pointer: '/from' } as const;
    await expectProblem(await retire('other', '2026-11-24'), { ...wrong, fieldCode: 'date.past' });
    await expectProblem(await retire('planned', '2026-12-09'), { ...wrong, fieldCode: 'dictionary.before-start' });
    await expectProblem(await retire('nowhere', '2026-12-09'), { status: 404, code: 'not-found' });
  });
});
