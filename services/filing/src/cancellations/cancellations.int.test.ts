import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Application, ApplicationSummary } from '@beian/contracts/applications.ts';
import { formatFilingNumber } from '@beian/contracts/filing-number.rules.ts';
import type { Filing } from '@beian/contracts/filings.ts';
import { aLegalPerson, aPersonalUser, aReviewer } from '@beian/testkit/actors.ts';
import { aCancellation, cancelled } from '@beian/testkit/cancellation.ts';
import { expectProblem } from '@beian/testkit/expect-problem.ts';
import { aPlatform, type TestPlatform } from '@beian/testkit/platform.ts';
import {
  aFiling,
  applicationOf,
  approval,
  as,
  json,
  named,
  openedReview,
  settled,
  taskOf,
  uploaded,
  withdrawalApplied,
} from '@beian/testkit/registration.ts';

const filer = aPersonalUser();
const reviewer = aReviewer();
let platform: TestPlatform;
beforeAll(async () => {
  platform = await aPlatform();
});
afterAll(() => platform.stop());

const bodyOf = (filingNumber: string, overrides: Record<string, unknown> = {}, actor = filer) =>
  aCancellation(platform, actor, filingNumber, overrides);
const submit = (body: unknown, actor = filer) => as(platform, actor).create('/api/applications', body);
const filingOf = async (number: string) => json<Filing>(await as(platform, filer).get(`/api/filings/${number}`));
const eventsOf = async (aggregate: string) =>
  (
    await platform.orm.em
      .fork()
      .execute<{ type: string }[]>(
        `select payload ->> 'type' as type from outbox where lane = 'event' and aggregate = ? order by seq`,
        [aggregate],
      )
  ).map((row) => row.type);

describe('a cancellation', () => {
  it('goes to the filing’s organ with what is filed, and ends the filing when it is approved', async () => {
    const number = await aFiling(platform, filer, reviewer);
    const application = await cancelled(platform, filer, number);
    expect(application).toMatchObject({ kind: 'cancellation', organ: { code: '440305' }, filingNumbers: [number] });
    expect(await filingOf(number)).toMatchObject({
      status: 'valid',
      openBusiness: { kind: 'cancellation', applicationNumber: application.number },
    });
    await settled(platform, reviewer, application, approval);
    const ended = await filingOf(number);
    expect(ended).toMatchObject({ status: 'cancelled', content: { system: { deviceCount: 12 } } });
    expect(ended.cancelledAt).toMatch(/^\d{4}-/);
    expect(ended).not.toHaveProperty('openBusiness');
    expect(await applicationOf(platform, filer, application.id)).toMatchObject({
      status: 'completed',
      content: { cancellation: { reason: '系统已拆除' }, system: { safetyOfficerName: named.safetyOfficerName } },
    });
    expect(await eventsOf(number)).toEqual(['beian.filing.registered', 'beian.filing.cancelled']);
    await expectProblem(await submit(await bodyOf(number)), { status: 409, code: 'filing.not-valid' });
  });

  it('shows the reviewer the reason and the authorisation, people masked', async () => {
    const application = await cancelled(platform, filer, await aFiling(platform, filer, reviewer));
    await openedReview(platform, application);
    const task = await taskOf(platform, reviewer, application.number);
    const detail = await json<Record<string, unknown>>(
      await as(platform, reviewer).get(`/api/review/tasks/${task.id}`),
    );
    expect(detail).toMatchObject({ kind: 'cancellation', content: { cancellation: { reason: '系统已拆除' } } });
    expect(JSON.stringify(detail)).not.toContain(named.safetyOfficerName);
    expect((detail['documents'] as { kind: string }[]).map((one) => one.kind)).toContain('cancellation_authorisation');
  });

  it('needs a sign-in of the last ten minutes', async () => {
    const before = { ...filer, signedInAt: new Date(Date.now() - 11 * 60_000).toISOString() };
    const number = await aFiling(platform, filer, reviewer);
    const body = await bodyOf(number);
    const refused = await expectProblem(await submit(body, before), { status: 403, code: 'auth.step-up-required' });
    expect(refused.detail).toContain('10');
    await json(await submit(body), 201);
  });

  it('needs the authorisation of a personal user, and none of a legal person', async () => {
    const number = await aFiling(platform, filer, reviewer);
    const { authorisationId: _, ...without } = await bodyOf(number);
    const missing = { status: 422, code: 'request.invalid', pointer: '/authorisationId' } as const;
    await expectProblem(await submit(without), { ...missing, fieldCode: 'attachment.missing' });
    const other = await uploaded(platform, filer, 'registration_authorisation');
    await expectProblem(await submit({ ...without, authorisationId: other }), {
      ...missing,
      fieldCode: 'attachment.kind',
    });
    const legal = aLegalPerson('91440300MA5FX1MP11');
    const own = await aFiling(platform, legal, reviewer);
    const { authorisationId: __, ...legalBody } = await bodyOf(own, {}, legal);
    await json(await submit(legalBody, legal), 201);
  });

  it.each([
    ['no reason', { reason: ' ' }, '/reason', 'text.empty'],
    ['no confirmation', { confirmed: false }, '/confirmed', 'cancellation.unconfirmed'],
    [
      'a number whose check digit is wrong',
      { filingNumber: '440305010000019' },
      '/filingNumber',
      'filing-number.format',
    ],
    ['an unknown number', { filingNumber: formatFilingNumber('440305', 999_998) }, '/filingNumber', 'filing.unknown'],
  ])('is refused with %s', async (_what, overrides, pointer, fieldCode) => {
    const body = await bodyOf(formatFilingNumber('440305', 1), overrides);
    await expectProblem(await submit(body), { status: 422, code: 'request.invalid', pointer, fieldCode });
  });

  it('is for the holder alone', async () => {
    const number = await aFiling(platform, filer, reviewer);
    const stranger = aPersonalUser();
    await expectProblem(await submit(await bodyOf(number, {}, stranger), stranger), {
      status: 422,
      code: 'request.invalid',
      fieldCode: 'filing.unknown',
    });
    const body = await bodyOf(number);
    const nobody = as(platform, { kind: 'nobody' });
    await expectProblem(await nobody.create('/api/applications', body), { status: 401, code: 'auth.required' });
    const staff = as(platform, reviewer);
    await expectProblem(await staff.create('/api/applications', body), { status: 403, code: 'auth.forbidden' });
  });
});

describe('one business at a time', () => {
  it('holds also for submissions at the same moment; the refusal names the first', async () => {
    const number = await aFiling(platform, filer, reviewer);
    const body = await bodyOf(number);
    const answers = await Promise.all([1, 2, 3].map(() => submit(body)));
    expect(answers.map((answer) => answer.status).toSorted((a, b) => a - b)).toEqual([201, 409, 409]);
    const first = await json<ApplicationSummary>(answers.find((answer) => answer.status === 201) as Response, 201);
    const second = await expectProblem(await submit(body), { status: 409, code: 'filing.busy' });
    expect(second.detail).toContain(first.number);
    expect(second.detail).toContain('注销');
  });

  it.each([
    ['rejected', { outcome: 'reject', reasonCode: 'other', opinion: '系统仍在使用' }],
    ['approved', approval],
  ])('frees the filing when it was %s', async (_what, decision) => {
    const number = await aFiling(platform, filer, reviewer);
    await settled(platform, reviewer, await cancelled(platform, filer, number), decision);
    expect(await filingOf(number)).not.toHaveProperty('openBusiness');
  });

  it('frees the filing when it was withdrawn or its correction expired', async () => {
    const number = await aFiling(platform, filer, reviewer);
    const withdrawn = await cancelled(platform, filer, number);
    await as(platform, filer).post(`/api/applications/${withdrawn.id}/withdrawal`);
    await withdrawalApplied(platform, withdrawn.id);
    expect(await filingOf(number)).toMatchObject({ status: 'valid' });
    expect(await filingOf(number)).not.toHaveProperty('openBusiness');

    const again = await cancelled(platform, filer, number);
    await settled(platform, reviewer, again, aReturnOf('cancellation.reason'));
    const { reviews } = await applicationOf(platform, filer, again.id);
    const decisionId = reviews[0]?.decisionId ?? '';
    expect(await platform.activities.expireCorrection({ applicationId: again.id, decisionId })).toEqual({
      expired: true,
    });
    await json(await submit(await bodyOf(number)), 201);
  });
});

const aReturnOf = (field: string) => ({
  outcome: 'return',
  opinion: '请补正。',
  notice: [{ field, problem: '原因不明', advice: '写明拆除时间' }],
});

describe('correcting a cancellation', () => {
  it('changes the cited reason alone, and shows the reviewer the difference', async () => {
    const application = await cancelled(platform, filer, await aFiling(platform, filer, reviewer));
    await settled(platform, reviewer, application, aReturnOf('cancellation.reason'));
    const path = `/api/applications/${application.id}/resubmission`;
    const refused = await as(platform, filer).create(path, {
      baseVersion: 1,
      cancellation: { reason: '系统已于 2026 年 11 月 1 日拆除' },
      system: { name: '另一个系统' },
      truthful: true,
    });
    await expectProblem(refused, { status: 422, code: 'request.invalid', fieldCode: 'field.not-cited' });
    const given = { baseVersion: 1, cancellation: { reason: '系统已于 2026 年 11 月 1 日拆除' }, truthful: true };
    await json(await as(platform, filer).create(path, given), 201);
    const [version] = await platform.orm.em
      .fork()
      .execute<{ id: string }[]>('select id from application_version where application_id = ? and number = 2', [
        application.id,
      ]);
    await settled(platform, reviewer, application, approval, { kind: 'resubmission', id: version?.id ?? '' });
    const done = await json<Application>(await as(platform, filer).get(`/api/applications/${application.id}`));
    expect(done).toMatchObject({ status: 'completed', version: 2, content: { cancellation: given.cancellation } });
  });

  it('is asked for in terms of the cancellation, not of the system', async () => {
    const application = await cancelled(platform, filer, await aFiling(platform, filer, reviewer));
    await openedReview(platform, application);
    const task = await taskOf(platform, reviewer, application.number);
    await json(await as(platform, reviewer).post(`/api/review/tasks/${task.id}/claim`));
    const decision = as(platform, reviewer).post(`/api/review/tasks/${task.id}/decision`, aReturnOf('system.name'));
    await expectProblem(await decision, {
      status: 422,
      code: 'request.invalid',
      pointer: '/notice/0/field',
      fieldCode: 'notice.field-kind',
    });
  });
});
