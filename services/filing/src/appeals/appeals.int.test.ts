import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { formatFilingNumber } from '@beian/contracts/filing-number.rules.ts';
import type { ReviewTaskDetail } from '@beian/contracts/review.ts';
import { evidenceLimitBytes } from '@beian/contracts/vocabulary.ts';
import { newId } from '@beian/service-kit/ids.ts';
import { aPersonalUser, aReviewer, bearer } from '@beian/testkit/actors.ts';
import { anAppeal, appealWords, lodged, stagePlayed, takenUp } from '@beian/testkit/appeals.ts';
import { expectProblem } from '@beian/testkit/expect-problem.ts';
import { aPlatform, type TestPlatform } from '@beian/testkit/platform.ts';
import { servers } from '@beian/testkit/servers.ts';
import { aFiling, applicationOf, as, files, json, taskOf, uploaded } from '@beian/testkit/registration.ts';

const holder = aPersonalUser();
const appellant = aPersonalUser();
const reviewer = aReviewer();
let platform: TestPlatform;
let number: string;
beforeAll(async () => {
  platform = await aPlatform();
  number = await aFiling(platform, holder, reviewer);
});
afterAll(() => platform.stop());

const submit = (body: unknown, actor = appellant) => as(platform, actor).create('/api/applications', body);

describe('lodging an appeal', () => {
  it('goes with its words and its evidence to the organ of the disputed filing, which goes on as before', async () => {
    const application = await lodged(platform, appellant, { filingNumber: number });
    expect(application).toMatchObject({ kind: 'appeal', status: 'submitted', organ: { code: '440305' } });
    expect(application).toMatchObject({ filingNumbers: [number] });
    const shown = await applicationOf(platform, appellant, application.id);
    expect(shown.appeal).toMatchObject({ ground: 'ownership', filingNumber: number, description: appealWords });
    expect(shown.allowedActions).toEqual(['withdraw']);
    expect(await json(await as(platform, holder).get(`/api/filings/${number}`))).toMatchObject({ status: 'valid' });
  });

  it('tells the appellant nothing of what somebody else has filed', async () => {
    const { id } = await lodged(platform, appellant, { filingNumber: number });
    const text = await (await as(platform, appellant).get(`/api/applications/${id}`)).text();
    for (const theirs of ['海岸城', '91440300MA5FX1MP11']) expect(text).not.toContain(theirs);
    expect((await as(platform, appellant).get(`/api/applications/${id}/receipt.pdf`)).status).toBe(200);
    await expectProblem(await as(platform, holder).get(`/api/applications/${id}`), { status: 404, code: 'not-found' });
  });

  it('about signing in needs no filing, and goes to the organ of the county', async () => {
    const matter = { ground: 'login', countyCode: '440304' };
    expect(await lodged(platform, appellant, matter)).toMatchObject({ organ: { code: '440304' }, filingNumbers: [] });
    const own = { ground: 'other', filingNumber: number };
    expect(await lodged(platform, holder, own)).toMatchObject({ systemName: '海岸城购物中心视频监控系统' });
  });

  it.each([
    ['no ground', { ground: undefined, countyCode: '440305' }, '/ground', 'required'],
    ['no words', { ground: 'login', countyCode: '440305', description: ' ' }, '/description', 'text.empty'],
    [
      'no evidence',
      { ground: 'login', countyCode: '440305', evidenceIds: [] },
      '/evidenceIds',
      'appeal.evidence-required',
    ],
    ['a dispute about nothing', { countyCode: '440305' }, '/filingNumber', 'appeal.filing-required'],
    ['neither filing nor county', { ground: 'other' }, '/countyCode', 'appeal.place-required'],
    ['an unknown county', { ground: 'other', countyCode: '999999' }, '/countyCode', 'division.unknown'],
    [
      'an unknown filing',
      { filingNumber: formatFilingNumber('440305', 999_998) },
      '/filingNumber',
      'appeal.filing-unknown',
    ],
    [
      'evidence of nobody',
      { ground: 'login', countyCode: '440305', evidenceIds: [newId()] },
      '/evidenceIds/0',
      'attachment.unknown',
    ],
  ])('is refused with %s', async (_what, overrides, pointer, fieldCode) => {
    const body = await anAppeal(platform, appellant, overrides);
    await expectProblem(await submit(body), { status: 422, code: 'request.invalid', pointer, fieldCode });
  });

  it('takes evidence of the appellant alone, uploaded as evidence', async () => {
    const matter = { ground: 'login', countyCode: '440305' };
    const invalid = { status: 422, code: 'request.invalid', pointer: '/evidenceIds/0' } as const;
    const theirs = await anAppeal(platform, holder, matter);
    await expectProblem(await submit(theirs), { ...invalid, fieldCode: 'attachment.unknown' });
    const other = { ...matter, evidenceIds: [await uploaded(platform, appellant, 'transfer_form')] };
    await expectProblem(await submit(await anAppeal(platform, appellant, other)), {
      ...invalid,
      fieldCode: 'attachment.kind',
    });
  });

  it('is no way to speak of another’s filing but to dispute it, nor to dispute one’s own', async () => {
    const invalid = { status: 422, code: 'request.invalid', pointer: '/filingNumber' } as const;
    const foreign = await anAppeal(platform, appellant, { ground: 'login', filingNumber: number });
    await expectProblem(await submit(foreign), { ...invalid, fieldCode: 'filing.unknown' });
    const own = await anAppeal(platform, holder, { filingNumber: number });
    await expectProblem(await submit(own, holder), { ...invalid, fieldCode: 'appeal.filing-own' });
  });

  it('is for who has signed in as a filer', async () => {
    const body = await anAppeal(platform, appellant, { filingNumber: number });
    const nobody = as(platform, { kind: 'nobody' });
    await expectProblem(await nobody.create('/api/applications', body), { status: 401, code: 'auth.required' });
    const staff = as(platform, reviewer);
    await expectProblem(await staff.create('/api/applications', body), { status: 403, code: 'auth.forbidden' });
  });

  it('with evidence of 10,485,759 bytes is taken; at 10,485,760 the refusal names size and limit', async () => {
    const sized = async (bytes: number) => {
      const pdf = await readFile(files.pdf);
      // A comment before the end of the file: still a whole PDF, as long as one wants.
      const end = pdf.lastIndexOf('%%EOF');
      const filling = Buffer.alloc(bytes - pdf.length, '%');
      const path = join(servers().dir, `evidence-${bytes}.pdf`);
      await writeFile(path, Buffer.concat([pdf.subarray(0, end - 1), Buffer.from('\n'), filling, pdf.subarray(end)]));
      return path;
    };
    const below = await uploaded(platform, appellant, 'appeal_evidence', await sized(evidenceLimitBytes - 1));
    await lodged(platform, appellant, { filingNumber: number, evidenceIds: [below] });
    const form = new FormData();
    form.set('kind', 'appeal_evidence');
    form.set('file', new File([await readFile(await sized(evidenceLimitBytes))], 'evidence.pdf'));
    const answer = await platform.documentsApp.request('/api/documents', {
      method: 'POST',
      headers: await bearer(appellant),
      body: form,
    });
    const refused = await expectProblem(answer, { status: 413, code: 'document.too-large' });
    expect(refused.detail.match(/\d+/g)).toEqual(['10485760', '10485760']);
  });
});

describe('correcting an appeal', () => {
  it('changes the cited words or evidence alone, and goes back to the check it came from', async () => {
    const application = await lodged(platform, appellant, { ground: 'login', countyCode: '440305' });
    const notice = [{ field: 'appeal.description', problem: '请求不明', advice: '写明请求' }];
    const decision = { outcome: 'return', opinion: '请补正。', notice };
    await stagePlayed(platform, application, { stage: 'validity', reviewer, decision });
    const path = `/api/applications/${application.id}/resubmission`;
    const resubmit = (appeal: Record<string, unknown>) =>
      as(platform, appellant).create(path, { baseVersion: 1, appeal, truthful: true });
    const invalid = { status: 422, code: 'request.invalid' } as const;
    const other = await uploaded(platform, appellant, 'appeal_evidence');
    await expectProblem(await resubmit({ description: '请求恢复账号', evidenceIds: [other] }), {
      ...invalid,
      pointer: '/appeal/evidenceIds',
      fieldCode: 'field.not-cited',
    });
    await expectProblem(await resubmit({}), {
      ...invalid,
      pointer: '/appeal/description',
      fieldCode: 'field.not-corrected',
    });
    await json(await resubmit({ description: '请求恢复账号' }), 201);
    const corrected = await applicationOf(platform, appellant, application.id);
    expect(corrected).toMatchObject({ version: 2, status: 'resubmitted', appeal: { description: '请求恢复账号' } });
    const [version] = await platform.orm.em
      .fork()
      .execute<{ id: string }[]>('select id from application_version where application_id = ? and number = 2', [
        application.id,
      ]);
    const cause = { kind: 'resubmission', id: version?.id ?? '' } as const;
    const { openReview } = platform.activities;
    const policy = { due: { amount: 60, unit: 'seconds' as const }, remindAfter: [], escalateAfter: [] };
    await openReview({ applicationId: application.id, stage: 'validity', cause, policy });
    const task = await taskOf(platform, reviewer, application.number);
    const { diff } = await json<ReviewTaskDetail>(await as(platform, reviewer).get(`/api/review/tasks/${task.id}`));
    expect(diff).toEqual([{ field: 'appeal.description', before: appealWords, after: '请求恢复账号' }]);
    await stagePlayed(platform, application, { stage: 'validity', reviewer, decision: takenUp, cause });
    expect((await applicationOf(platform, appellant, application.id)).status).toBe('valid');
  });
});

it('what an appeal says lies sealed in the database, and no event holds it', async () => {
  await lodged(platform, appellant, { filingNumber: number });
  const [row] = await platform.orm.em.fork().execute<{ all: string }[]>(
    `select string_agg(v.appeal::text, '') || (select string_agg(o.payload::text, '') from outbox o) as all
     from application_version v where v.appeal is not null`,
  );
  expect(row?.all).toContain(number);
  expect(row?.all).not.toContain('陈志远');
});
