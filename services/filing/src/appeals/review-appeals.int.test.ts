import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ApplicationSummary } from '@beian/contracts/applications.ts';
import type { ReviewTaskDetail } from '@beian/contracts/review.ts';
import { aPersonalUser, aReviewer, bearer } from '@beian/testkit/actors.ts';
import { appealWords, dismissed, lodged, stagePlayed, takenUp, upheld } from '@beian/testkit/appeals.ts';
import { aPlatform, type TestPlatform } from '@beian/testkit/platform.ts';
import { aFiling, applicationOf, as, json, taskOf } from '@beian/testkit/registration.ts';

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
