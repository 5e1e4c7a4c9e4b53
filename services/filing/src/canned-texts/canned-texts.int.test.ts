import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CannedText } from '@beian/contracts/canned-texts.ts';
import { aPersonalUser, aReviewer, organs } from '@beian/testkit/actors.ts';
import { expectProblem } from '@beian/testkit/expect-problem.ts';
import { aPlatform, type TestPlatform } from '@beian/testkit/platform.ts';
import { as, json } from '@beian/testkit/registration.ts';

const reviewer = aReviewer();
const lead = aReviewer(organs.nanshan, ['senior_reviewer']);
const elsewhere = aReviewer(organs.futian, ['senior_reviewer']);
const editor = aReviewer(organs.ministry, ['content_editor']);
const auditor = aReviewer(organs.nanshan, ['auditor']);
const filer = aPersonalUser();
const nobody = { kind: 'nobody' } as const;
const path = '/api/review/canned-texts';
let platform: TestPlatform;
beforeAll(async () => {
  platform = await aPlatform();
});
afterAll(() => platform.stop());

type By = Parameters<typeof as>[1];
const textsFor = async (by: By, query = '') =>
  (await json<{ items: CannedText[] }>(await as(platform, by).get(`${path}${query}`))).items;
const create = (by: By, body: object) => as(platform, by).create(path, body);
const notice = { use: 'notice', field: 'system.address', text: '街道有误', advice: '按门牌填写' };

describe('canned texts', () => {
  it('begin with those of the whole country, by use and business', async () => {
    const all = await textsFor(reviewer);
    expect(all.length).toBeGreaterThanOrEqual(15);
    expect(all.every((text) => text.national && !text.editable)).toBe(true);
    const rejections = await textsFor(reviewer, '?use=rejection');
    expect(new Set(rejections.map((text) => text.use))).toEqual(new Set(['rejection']));
    expect(rejections.map((text) => text.reasonCode)).toContain('no_filing_duty');
    const cancelling = await textsFor(reviewer, '?use=opinion&kind=cancellation');
    expect(cancelling.map((text) => text.text)).toContain('注销原因属实，予以注销。');
    expect(cancelling.map((text) => text.kind)).not.toContain('registration');
    expect(cancelling.some((text) => text.kind === undefined)).toBe(true);
    await expectProblem(await as(platform, reviewer).get(`${path}?use=joke`), {
      status: 422,
      code: 'request.invalid',
      pointer: '/use',
    });
  });

  it('of an organ are kept by who leads its reviewers, and read by the organ alone, before the country’s', async () => {
    const text = await json<CannedText>(await create(lead, notice), 201);
    expect(text).toMatchObject({ ...notice, national: false, editable: true });
    expect((await textsFor(reviewer, '?use=notice'))[0]).toEqual({ ...text, editable: false });
    expect((await textsFor(elsewhere)).map((one) => one.id)).not.toContain(text.id);
    const changed = { ...notice, text: '街道与门牌不符', kind: 'registration' };
    await expectProblem(await as(platform, elsewhere).put(`${path}/${text.id}`, changed), {
      status: 404,
      code: 'not-found',
    });
    await expectProblem(await as(platform, reviewer).put(`${path}/${text.id}`, changed), {
      status: 403,
      code: 'auth.forbidden',
    });
    expect(await json(await as(platform, lead).put(`${path}/${text.id}`, changed))).toMatchObject(changed);
    await expectProblem(await as(platform, reviewer).delete(`${path}/${text.id}`), { status: 404, code: 'not-found' });
    expect((await as(platform, lead).delete(`${path}/${text.id}`)).status).toBe(204);
    expect((await textsFor(reviewer)).every((one) => one.national)).toBe(true);
  });

  it('of the whole country are kept by content editors', async () => {
    const body = { use: 'opinion', outcome: 'approve', text: '予以通过。', national: true };
    await expectProblem(await create(lead, body), { status: 403, code: 'auth.forbidden' });
    const text = await json<CannedText>(await create(editor, body), 201);
    expect(await textsFor(reviewer)).toContainEqual({ ...text, editable: false });
    await expectProblem(await create(editor, { ...body, national: false }), { status: 403, code: 'auth.forbidden' });
    await expectProblem(await as(platform, lead).delete(`${path}/${text.id}`), { status: 404, code: 'not-found' });
    expect((await as(platform, editor).delete(`${path}/${text.id}`)).status).toBe(204);
  });

  it.each([
    ['no text', { ...notice, text: ' ' }, '/text', 'text.empty'],
    ['a notice without advice', { ...notice, advice: undefined }, '/advice', 'required'],
    ['a notice about no field', { ...notice, field: undefined }, '/field', 'required'],
    ['a notice too long for its place', { ...notice, text: '长'.repeat(201) }, '/text', 'canned.too-long'],
    ['an unknown use', { ...notice, use: 'joke' }, '/use', 'value.not-allowed'],
  ])('are refused: %s', async (_what, body, pointer, fieldCode) => {
    await expectProblem(await create(lead, body), { status: 422, code: 'request.invalid', pointer, fieldCode });
  });

  it('are for reviewing staff and content editors', async () => {
    for (const [by, status, code] of [
      [nobody, 401, 'auth.required'],
      [filer, 403, 'auth.forbidden'],
      [auditor, 403, 'auth.forbidden'],
    ] as const) {
      await expectProblem(await as(platform, by).get(path), { status, code });
      await expectProblem(await create(by, notice), { status, code });
    }
  });
});
