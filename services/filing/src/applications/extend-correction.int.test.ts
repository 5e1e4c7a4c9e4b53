import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ApplicationSummary } from '@beian/contracts/applications.ts';
import type { Unit } from '@beian/contracts/units.ts';
import type { Span } from '@beian/contracts/workflows.ts';
import { newId } from '@beian/service-kit/ids.ts';
import { aPersonalUser, aReviewer } from '@beian/testkit/actors.ts';
import { expectProblem } from '@beian/testkit/expect-problem.ts';
import { aPlatform, type TestPlatform } from '@beian/testkit/platform.ts';
import { applicationOf, aRegistration, aReturn, as, aUnit, settled } from '@beian/testkit/registration.ts';

const filer = aPersonalUser();
const reviewer = aReviewer();
const minute: Span = { amount: 60, unit: 'seconds' };
const policy = { due: minute, remindBefore: [{ amount: 20, unit: 'seconds' } as Span] };
let now = new Date();
let platform: TestPlatform;
let unit: Unit;
beforeAll(async () => {
  platform = await aPlatform({ clock: { now: () => now } });
  unit = await aUnit(platform, filer);
});
afterAll(() => platform.stop());

async function returned(): Promise<ApplicationSummary> {
  const application = await aRegistration(platform, filer, unit);
  await settled(platform, reviewer, application, aReturn);
  return application;
}
const extend = (id: string, body: unknown = { reason: '等待单位盖章' }, actor = filer) =>
  as(platform, actor).post(`/api/applications/${id}/extension`, body);
const extensionOf = async (id: string) =>
  (
    await platform.orm.em
      .fork()
      .execute<{ id: string }[]>('select id from correction_extension where application_id = ?', [id])
  )[0]?.id ?? '';

describe('more time for a correction', () => {
  it('moves the deadline by the same span once more, however often it is applied', async () => {
    const { id } = await returned();
    const before = await applicationOf(platform, filer, id);
    expect(before.allowedActions).toContain('extend');
    expect(before.correction?.extended).toBe(false);
    expect((await extend(id)).status).toBe(202);
    const input = { applicationId: id, extensionId: await extensionOf(id), policy };
    const first = await platform.activities.applyExtension(input);
    const dueAt = new Date(Date.parse(before.correction?.dueAt ?? '') + 60_000).toISOString();
    const remindAt = [new Date(Date.parse(dueAt) - 20_000).toISOString()];
    expect(first).toEqual({ applied: true, dueAt, remindAt });
    expect(await platform.activities.applyExtension(input)).toEqual(first);
    const after = await applicationOf(platform, filer, id);
    expect(after.correction).toMatchObject({ dueAt, extended: true });
    expect(after.allowedActions).not.toContain('extend');
    expect(after.timeline.map((entry) => entry.kind).filter((kind) => kind === 'correction_extended')).toHaveLength(1);
  });

  it('is given once, also to two windows at the same moment', async () => {
    const { id } = await returned();
    const answers = await Promise.all([1, 2, 3].map(async () => extend(id)));
    expect(answers.map((answer) => answer.status).toSorted((a, b) => a - b)).toEqual([202, 409, 409]);
    await expectProblem(await extend(id), { status: 409, code: 'application.extended' });
  });

  it('that was asked for in time holds the expiry up until it is applied', async () => {
    const { id } = await returned();
    await extend(id);
    const decisionId = (await applicationOf(platform, filer, id)).reviews[0]?.decisionId ?? '';
    const expire = () => platform.activities.expireCorrection({ applicationId: id, decisionId });
    expect(await expire()).toEqual({ expired: false });
    await platform.activities.applyExtension({ applicationId: id, extensionId: await extensionOf(id), policy });
    expect(await expire()).toEqual({ expired: true });
  });

  it('comes too late after the deadline, and needs a reason', async () => {
    const { id } = await returned();
    await expectProblem(await extend(id, { reason: ' ' }), {
      status: 422,
      code: 'request.invalid',
      pointer: '/reason',
      fieldCode: 'text.empty',
    });
    const asked = now;
    now = new Date(asked.getTime() + 61_000);
    await expectProblem(await extend(id), { status: 409, code: 'application.not-open' });
    now = asked;
  });

  it('is for a returned application of one’s own', async () => {
    const { id } = await returned();
    await expectProblem(await extend(id, undefined, aPersonalUser()), { status: 404, code: 'not-found' });
    const nobody = as(platform, { kind: 'nobody' });
    const path = `/api/applications/${id}/extension`;
    await expectProblem(await nobody.post(path, { reason: '等' }), { status: 401, code: 'auth.required' });
    await expectProblem(await as(platform, reviewer).post(path, { reason: '等' }), {
      status: 404,
      code: 'not-found',
    });
    const fresh = await aRegistration(platform, filer, unit);
    await expectProblem(await extend(fresh.id), { status: 409, code: 'application.not-open' });
  });

  it('that nobody asked for changes nothing and is noted as an attack', async () => {
    const { id } = await returned();
    const forged = { applicationId: id, extensionId: newId(), policy };
    expect(await platform.activities.applyExtension(forged)).toEqual({ applied: false });
    const audit = await platform.orm.em
      .fork()
      .execute<{ action: string }[]>(`select action from audit_entry where subject = ?`, [id]);
    expect(audit.map((row) => row.action)).toContain('attack.forged-signal');
  });
});
