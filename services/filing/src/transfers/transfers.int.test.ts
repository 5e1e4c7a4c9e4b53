import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ApplicationSummary } from '@beian/contracts/applications.ts';
import { beijingDay, endOfBeijingDay, shiftDay } from '@beian/contracts/beijing-day.rules.ts';
import { formatFilingNumber } from '@beian/contracts/filing-number.rules.ts';
import type { Filing } from '@beian/contracts/filings.ts';
import { defaultPolicy } from '@beian/contracts/workflows.ts';
import type { ReviewTaskDetail } from '@beian/contracts/review.ts';
import { aLegalPerson, aReviewer, organs } from '@beian/testkit/actors.ts';
import { expectProblem } from '@beian/testkit/expect-problem.ts';
import { aPlatform, type TestPlatform } from '@beian/testkit/platform.ts';
import {
  aFiling,
  applicationOf,
  approval,
  as,
  decided,
  json,
  settled,
  shortPolicy,
  taskOf,
  uploaded,
} from '@beian/testkit/registration.ts';
import { accountOf, aTransfer, incomingOf, somebody, transferred } from '@beian/testkit/transfer.ts';

const myself = somebody('张伟');
const filer = accountOf(myself);
const lina = somebody('李娜');
const reviewer = aReviewer();
const senior = aReviewer(organs.nanshan, ['senior_reviewer']);
let platform: TestPlatform;
let number: string;
beforeAll(async () => {
  platform = await aPlatform();
  number = await aFiling(platform, filer, reviewer);
});
afterAll(() => platform.stop());

const submit = (body: unknown, actor = filer) => as(platform, actor).create('/api/applications', body);
const invalid = { status: 422, code: 'request.invalid' } as const;

describe('submitting a transfer', () => {
  it('goes to the filing’s organ, and the filing reads as being transferred', async () => {
    const own = await aFiling(platform, filer, reviewer);
    const application = await transferred(platform, filer, lina, own);
    expect(application).toMatchObject({ kind: 'transfer', status: 'submitted', organ: { code: '440305' } });
    expect(await json<Filing>(await as(platform, filer).get(`/api/filings/${own}`))).toMatchObject({
      status: 'transferring',
      openBusiness: { kind: 'transfer', applicationNumber: application.number },
    });
    const second = await submit(await aTransfer(platform, filer, lina, own));
    expect((await expectProblem(second, { status: 409, code: 'filing.busy' })).detail).toContain(application.number);
  });

  it('keeps the recipient sealed, and shows even the initiator only a mask', async () => {
    const own = await aFiling(platform, filer, reviewer);
    const { id } = await transferred(platform, filer, lina, own);
    const { content } = await applicationOf(platform, filer, id);
    expect(content?.transfer).toMatchObject({ recipientName: '李*', description: '物业管理单位变更' });
    expect(content?.transfer?.recipientIdNumber).toMatch(/^1101\*{10}[\dX]{4}$/);
    const em = platform.orm.em.fork();
    for (const table of [
      'application',
      'application_version',
      'transfer',
      'outbox',
      'audit_entry',
      'idempotency_key',
    ]) {
      const [row] = await em.execute<{ all: string | null }[]>(`select string_agg(t::text, ' ') "all" from ${table} t`);
      for (const secret of [lina.name, lina.idNumber, Buffer.from(lina.name).toString('hex')]) {
        expect(row?.all ?? '').not.toContain(secret);
      }
    }
  });

  it.each([
    ['no name', { recipientName: ' ' }, '/recipientName', 'text.empty'],
    ['an ID number of 17 digits', { recipientIdNumber: '35010219920705002' }, '/recipientIdNumber', 'id-number.format'],
    ['a wrong check character', { recipientIdNumber: '440305198803120012' }, '/recipientIdNumber', 'id-number.format'],
    ['no description', { description: '' }, '/description', 'text.empty'],
    ['no form', { formId: undefined }, '/formId', 'transfer.form-missing'],
    ['no confirmation', { confirmed: false }, '/confirmed', 'transfer.unconfirmed'],
    ['a wrong number', { filingNumber: '440305010000019' }, '/filingNumber', 'filing-number.format'],
    ['an unknown number', { filingNumber: formatFilingNumber('440305', 999_998) }, '/filingNumber', 'filing.unknown'],
  ])('is refused with %s', async (_what, overrides, pointer, fieldCode) => {
    const body = await aTransfer(platform, filer, lina, number, overrides);
    await expectProblem(await submit(body), { ...invalid, pointer, fieldCode });
  });

  it('needs the form of a legal person too, and no other paper in its place', async () => {
    const legal = accountOf(somebody('林国栋'), aLegalPerson('91440300MA5FX1MP11'));
    const own = await aFiling(platform, legal, reviewer);
    const body = await aTransfer(platform, legal, lina, own);
    const missing = { ...invalid, pointer: '/formId' };
    await expectProblem(await submit({ ...body, formId: undefined }, legal), missing);
    const formId = await uploaded(platform, legal, 'cancellation_authorisation');
    await expectProblem(await submit({ ...body, formId }, legal), { ...missing, fieldCode: 'attachment.kind' });
    const theirs = await uploaded(platform, filer, 'transfer_form');
    const unknown = { ...missing, fieldCode: 'attachment.unknown' };
    await expectProblem(await submit({ ...body, formId: theirs }, legal), unknown);
    await json(await submit(body, legal), 201);
  });

  it('needs a sign-in of the last ten minutes', async () => {
    const before = { ...filer, signedInAt: new Date(Date.now() - 11 * 60_000).toISOString() };
    const body = await aTransfer(platform, filer, lina, number);
    await expectProblem(await submit(body, before), { status: 403, code: 'auth.step-up-required' });
  });

  it('is never to oneself, however the name is typed', async () => {
    for (const name of ['张伟', ' 张 伟 ']) {
      const body = await aTransfer(platform, filer, { ...myself, name }, number);
      const toSelf = { pointer: '/recipientIdNumber', fieldCode: 'transfer.to-self' };
      await expectProblem(await submit(body), { ...invalid, ...toSelf });
    }
  });

  it('is for the holder alone', async () => {
    const stranger = accountOf(somebody('王芳'));
    const theirs = await aTransfer(platform, stranger, lina, number);
    await expectProblem(await submit(theirs, stranger), { ...invalid, fieldCode: 'filing.unknown' });
    const body = await aTransfer(platform, filer, lina, number);
    const nobody = as(platform, { kind: 'nobody' });
    await expectProblem(await nobody.create('/api/applications', body), { status: 401, code: 'auth.required' });
    const staff = as(platform, reviewer);
    await expectProblem(await staff.create('/api/applications', body), { status: 403, code: 'auth.forbidden' });
  });
});

describe('the reviews of a transfer', () => {
  async function inReview() {
    const application = await transferred(platform, filer, lina, await aFiling(platform, filer, reviewer));
    const policy = shortPolicy.review;
    const cause = { kind: 'submission' } as const;
    await platform.activities.openReview({ applicationId: application.id, stage: 'first', cause, policy });
    return application;
  }

  it('show the recipient masked, and reveal who it is for a purpose', async () => {
    const { number: accepted, id } = await inReview();
    const task = await taskOf(platform, reviewer, accepted);
    const detail = await json<ReviewTaskDetail>(await as(platform, reviewer).get(`/api/review/tasks/${task.id}`));
    expect(detail.content?.transfer).toMatchObject({ recipientName: '李*', description: '物业管理单位变更' });
    expect(detail.documents.map((one) => one.kind)).toContain('transfer_form');
    expect(JSON.stringify(detail)).not.toContain(lina.idNumber);
    const asked = as(platform, reviewer).post(`/api/review/tasks/${task.id}/personal-data`, {
      purpose: '核对移入人身份',
    });
    expect(await json(await asked)).toMatchObject({ recipient: lina });
    const audit = await platform.orm.em
      .fork()
      .execute<{ data: unknown }[]>(
        `select data from audit_entry where action = 'personal-data.read' and subject = ?`,
        [id],
      );
    expect(audit).toMatchObject([{ data: { purpose: '核对移入人身份', taskId: task.id } }]);
  });

  it('are two, by two persons, the second a senior reviewer', async () => {
    const application = await transferred(platform, filer, lina, await aFiling(platform, filer, reviewer));
    const id = await settled(platform, senior, application, approval);
    expect(await applicationOf(platform, filer, application.id)).toMatchObject({ status: 'in_review' });
    const policy = shortPolicy.review;
    const cause = { kind: 'approval', id } as const;
    await platform.activities.openReview({ applicationId: application.id, stage: 'second', cause, policy });
    const task = await taskOf(platform, reviewer, application.number);
    expect(task.stage).toBe('second');
    const claim = (by = reviewer) => as(platform, by).post(`/api/review/tasks/${task.id}/claim`);
    await expectProblem(await claim(), { status: 403, code: 'auth.forbidden' });
    await expectProblem(await claim(senior), { status: 409, code: 'task.second-person' });
    const other = aReviewer(organs.nanshan, ['senior_reviewer']);
    await json(await decided(platform, other, application.number, approval), 202);
  });

  it('leave the recipient out of it until the second has approved', async () => {
    const to = somebody('赵敏');
    const application = await transferred(platform, filer, to, await aFiling(platform, filer, reviewer));
    const id = await settled(platform, reviewer, application, approval);
    expect(await incomingOf(platform, accountOf(to))).toEqual([]);
    const policy = shortPolicy.review;
    const second = { applicationId: application.id, stage: 'second', cause: { kind: 'approval', id }, policy } as const;
    const opening = await platform.activities.openReview(second);
    if (!opening.opened) throw new Error('the second review did not open');
    const answer = await decided(platform, senior, application.number, approval);
    const { decisionId } = await json<{ decisionId: string }>(answer, 202);
    const of = { applicationId: application.id, taskId: opening.taskId, decisionId, policy: shortPolicy.correction };
    await platform.activities.applyDecision({ ...of, acceptance: defaultPolicy.acceptance });
    const times = await platform.activities.tellRecipient({ applicationId: application.id });
    expect(await platform.activities.tellRecipient({ applicationId: application.id })).toEqual(times);
    expect(times.remindAt).toHaveLength(2);
    const awaiting = await applicationOf(platform, filer, application.id);
    expect(awaiting).toMatchObject({ status: 'awaiting_recipient', allowedActions: ['revoke'] });
    const told = beijingDay(new Date(awaiting.timeline.at(-1)?.at ?? 0));
    // The whole last day.
    expect(awaiting.transfer?.dueAt).toBe(endOfBeijingDay(shiftDay(told, 15)).toISOString());
    expect(awaiting.timeline.map((entry) => entry.kind).slice(-3)).toEqual([
      'second_review_opened',
      'approved',
      'awaiting_recipient',
    ]);
    expect(await incomingOf(platform, accountOf(to))).toMatchObject([{ applicationNumber: application.number }]);
  });

  it('may reject in the second, which frees the filing', async () => {
    const own = await aFiling(platform, filer, reviewer);
    const application = await transferred(platform, filer, lina, own);
    const id = await settled(platform, reviewer, application, approval);
    const rejection = { outcome: 'reject', reasonCode: 'other', opinion: '申请表未盖章' };
    await settled(platform, senior, application, rejection, { kind: 'approval', id });
    expect(await applicationOf(platform, filer, application.id)).toMatchObject({ status: 'rejected' });
    await json<ApplicationSummary>(await submit(await aTransfer(platform, filer, lina, own)), 201);
  });

  it('may ask for another recipient; the one named first never hears of it', async () => {
    const [wrong, right] = [somebody('李丽'), somebody('李娜')];
    const application = await transferred(platform, filer, wrong, await aFiling(platform, filer, reviewer));
    const notice = [{ field: 'transfer.recipientName', problem: '与申请表不一致', advice: '按申请表填写' }];
    await settled(platform, reviewer, application, { outcome: 'return', opinion: '请补正。', notice });
    const resubmit = (transfer: Record<string, unknown>) =>
      as(platform, filer).create(`/api/applications/${application.id}/resubmission`, {
        baseVersion: 1,
        transfer,
        truthful: true,
      });
    const notCited = await resubmit({ description: '另行说明' });
    await expectProblem(notCited, { ...invalid, pointer: '/transfer/description', fieldCode: 'field.not-cited' });
    const toSelf = await resubmit({ recipientName: myself.name, recipientIdNumber: myself.idNumber });
    await expectProblem(toSelf, { ...invalid, pointer: '/transfer/recipientIdNumber', fieldCode: 'transfer.to-self' });
    await json(await resubmit({ recipientName: right.name, recipientIdNumber: right.idNumber }), 201);
    const [version] = await platform.orm.em
      .fork()
      .execute<{ id: string }[]>('select id from application_version where application_id = ? and number = 2', [
        application.id,
      ]);
    const again = { kind: 'resubmission', id: version?.id ?? '' } as const;
    const id = await settled(platform, reviewer, application, approval, again);
    await settled(platform, senior, application, approval, { kind: 'approval', id });
    expect(await incomingOf(platform, accountOf(wrong))).toEqual([]);
    expect(await incomingOf(platform, accountOf(right))).toHaveLength(1);
  });
});
