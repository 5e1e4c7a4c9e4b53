import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ApplicationSummary } from '@beian/contracts/applications.ts';
import { formatFilingNumber } from '@beian/contracts/filing-number.rules.ts';
import type { ReviewTaskDetail } from '@beian/contracts/review.ts';
import { evidenceLimitBytes } from '@beian/contracts/vocabulary.ts';
import { newId } from '@beian/service-kit/ids.ts';
import { aPersonalUser, aReviewer, bearer } from '@beian/testkit/actors.ts';
import { anAppeal, appealWords, dismissed, lodged, stagePlayed, takenUp, upheld } from '@beian/testkit/appeals.ts';
import { expectProblem } from '@beian/testkit/expect-problem.ts';
import { aPlatform, type TestPlatform } from '@beian/testkit/platform.ts';
import { servers } from '@beian/testkit/servers.ts';
import { aFiling, applicationOf, as, files, json, taskOf, uploaded } from '@beian/testkit/registration.ts';

const holder = aPersonalUser();
const appellant = aPersonalUser();
const reviewer = aReviewer();
const senior = aReviewer(undefined, ['senior_reviewer']);
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
    ['no ground', { ground: undefined, countyCode: '440305' }, '/ground', 'value.not-allowed'],
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

describe('reviewing an appeal', () => {
  const detailOf = async (application: ApplicationSummary): Promise<ReviewTaskDetail> => {
    const task = await taskOf(platform, reviewer, application.number);
    return json<ReviewTaskDetail>(await as(platform, reviewer).get(`/api/review/tasks/${task.id}`));
  };

  it('shows the reviewer the words, the evidence and the disputed filing', async () => {
    const application = await lodged(platform, appellant, { filingNumber: number });
    const { openReview } = platform.activities;
    const policy = { due: { amount: 60, unit: 'seconds' as const }, remindAfter: [], escalateAfter: [] };
    await openReview({ applicationId: application.id, stage: 'validity', cause: { kind: 'submission' }, policy });
    const detail = await detailOf(application);
    expect(detail).toMatchObject({
      kind: 'appeal',
      stage: 'validity',
      appeal: { ground: 'ownership', description: appealWords },
      disputed: { number, status: 'valid', unitName: '深圳海岸城商业管理有限公司' },
    });
    expect(detail.documents.map((one) => one.kind)).toEqual(['appeal_evidence']);
    const [document] = detail.documents;
    const content = await platform.documentsApp.request(`/api/documents/${document?.id}/content`, {
      headers: await bearer(reviewer),
    });
    expect(content.status).toBe(200);
  });

  it('goes lodged → valid → in review → second review → determined', async () => {
    const application = await lodged(platform, holder, { ground: 'login', countyCode: '440305' });
    const statusOf = async () => (await applicationOf(platform, holder, application.id)).status;
    expect(await statusOf()).toBe('submitted');
    const found = await stagePlayed(platform, application, { stage: 'validity', reviewer, decision: takenUp });
    expect(await statusOf()).toBe('valid');
    const cause = { kind: 'approval', id: found.decisionId } as const;
    const first = await stagePlayed(platform, application, { stage: 'first', reviewer, decision: upheld, cause });
    expect(await statusOf()).toBe('in_review');
    const next = { kind: 'approval', id: first.decisionId } as const;
    const second = { stage: 'second', reviewer: senior, decision: upheld, cause: next } as const;
    expect((await stagePlayed(platform, application, second)).effect).toEqual({ applied: true, outcome: 'approve' });
    const determined = await applicationOf(platform, holder, application.id);
    expect(determined).toMatchObject({
      status: 'completed',
      determination: { finding: 'upheld', words: upheld.opinion },
      allowedActions: [],
    });
    expect(determined.timeline.map((entry) => entry.kind)).toEqual([
      'submitted',
      'validity_opened',
      'found_valid',
      'review_opened',
      'first_determined',
      'second_review_opened',
      'upheld',
      'completed',
    ]);
  });

  it('that is not valid ends with the reason, and holds nothing', async () => {
    const application = await lodged(platform, appellant, { filingNumber: number });
    const decision = { outcome: 'reject', reasonCode: 'not_appealable', opinion: '不属于申诉事项。' };
    const { effect } = await stagePlayed(platform, application, { stage: 'validity', reviewer, decision });
    expect(effect).toEqual({ applied: true, outcome: 'reject' });
    expect(await applicationOf(platform, appellant, application.id)).toMatchObject({
      status: 'rejected',
      determination: { finding: 'not_valid', reasonCode: 'not_appealable', words: '不属于申诉事项。' },
    });
    expect(await json(await as(platform, holder).get(`/api/filings/${number}`))).toMatchObject({ status: 'valid' });
  });

  it('keeps what the first review proposes from the appellant until the second has confirmed it', async () => {
    const application = await lodged(platform, holder, { ground: 'login', countyCode: '440305' });
    const { decisionId: id } = await stagePlayed(platform, application, {
      stage: 'validity',
      reviewer,
      decision: takenUp,
    });
    const first = { stage: 'first', reviewer, decision: dismissed, cause: { kind: 'approval', id } } as const;
    const { decisionId } = await stagePlayed(platform, application, first);
    const waiting = await applicationOf(platform, holder, application.id);
    expect(waiting.reviews.map((one) => one.stage)).toEqual(['validity']);
    expect(JSON.stringify(waiting)).not.toContain(dismissed.opinion);
    const cause = { kind: 'approval', id: decisionId } as const;
    await stagePlayed(platform, application, { stage: 'second', reviewer: senior, decision: dismissed, cause });
    const determined = await applicationOf(platform, holder, application.id);
    expect(determined).toMatchObject({ status: 'completed', determination: { finding: 'dismissed' } });
    expect(determined.reviews.map((one) => one.stage)).toEqual(['validity', 'second']);
  });

  it('is by two people: who made the first review cannot make the second', async () => {
    const application = await lodged(platform, holder, { ground: 'login', countyCode: '440305' });
    const by = { reviewer: senior, decision: takenUp };
    const { decisionId: id } = await stagePlayed(platform, application, { stage: 'validity', ...by });
    const cause = { kind: 'approval', id } as const;
    const first = await stagePlayed(platform, application, { stage: 'first', ...by, decision: upheld, cause });
    const again = {
      stage: 'second',
      ...by,
      decision: upheld,
      cause: { kind: 'approval', id: first.decisionId },
    } as const;
    await expect(stagePlayed(platform, application, again)).rejects.toThrow('task.second-person');
    const junior = { ...again, reviewer };
    await expect(stagePlayed(platform, application, junior)).rejects.toThrow('auth.forbidden');
    const [row] = await platform.orm.em
      .fork()
      .execute<{ id: string }[]>(`select id from decision where application_id = ? and stage = 'first'`, [
        application.id,
      ]);
    const forged = platform.orm.em
      .fork()
      .execute(`update decision set stage = 'second', first_reviewer_account_id = reviewer_account_id where id = ?`, [
        row?.id,
      ]);
    await expect(forged).rejects.toThrow('two_reviewers');
  });

  it('begins anew when the second review differs from the first, until both come to the same', async () => {
    const application = await lodged(platform, holder, { ground: 'login', countyCode: '440305' });
    const { decisionId: id } = await stagePlayed(platform, application, {
      stage: 'validity',
      reviewer,
      decision: takenUp,
    });
    const first = { stage: 'first', reviewer, decision: upheld, cause: { kind: 'approval', id } } as const;
    const proposed = await stagePlayed(platform, application, first);
    const second = { stage: 'second', reviewer: senior, decision: dismissed } as const;
    const cause = { kind: 'approval', id: proposed.decisionId } as const;
    const differing = await stagePlayed(platform, application, { ...second, cause });
    expect(differing.effect).toEqual({ applied: true, outcome: 'disagree' });
    expect(await applicationOf(platform, holder, application.id)).not.toHaveProperty('determination');
    const anew = { kind: 'disagreement', id: differing.decisionId } as const;
    const again = await stagePlayed(platform, application, {
      stage: 'first',
      reviewer,
      decision: dismissed,
      cause: anew,
    });
    await stagePlayed(platform, application, { ...second, cause: { kind: 'approval', id: again.decisionId } });
    const { determination, timeline } = await applicationOf(platform, holder, application.id);
    expect(determination).toMatchObject({ finding: 'dismissed', reasonCode: 'evidence_insufficient' });
    expect(timeline.filter((entry) => entry.kind === 'disagreed')).toHaveLength(1);
  });

  it.each([
    [
      'a reason of registrations',
      { outcome: 'reject', reasonCode: 'forbidden_place', opinion: '不行' },
      '/reasonCode',
      'decision.reason-kind',
    ],
    [
      'a change of holder before it is reviewed',
      { ...takenUp, holderChange: 'appellant' },
      '/holderChange',
      'decision.holder-change',
    ],
    [
      'a notice about a system',
      { outcome: 'return', opinion: '请补正', notice: [{ field: 'system.name', problem: '有误', advice: '改' }] },
      '/notice/0/field',
      'notice.field-kind',
    ],
  ])('knows no %s', async (_what, decision, pointer, fieldCode) => {
    const application = await lodged(platform, holder, { ground: 'login', countyCode: '440305' });
    const refused = stagePlayed(platform, application, { stage: 'validity', reviewer, decision });
    await expect(refused).rejects.toThrow(fieldCode);
    await expect(refused).rejects.toThrow(pointer);
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
