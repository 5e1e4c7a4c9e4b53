import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Application, ApplicationSummary } from '@beian/contracts/applications.ts';
import type { Filing } from '@beian/contracts/filings.ts';
import type { Filer } from '@beian/service-kit/actor.ts';
import { aReviewer } from '@beian/testkit/actors.ts';
import { aCancellation, cancelled } from '@beian/testkit/cancellation.ts';
import { ranOut, somebodyWho } from '@beian/testkit/delegation.ts';
import { expectProblem } from '@beian/testkit/expect-problem.ts';
import { lockWaits } from '@beian/testkit/lock-waits.ts';
import { aPlatform, type TestPlatform } from '@beian/testkit/platform.ts';
import { aFiling, applicationOf, as, json, named, settled, withdrawalApplied } from '@beian/testkit/registration.ts';
import { accountOf, answered, approvedTwice, settleOutcome, somebody, transferred } from '@beian/testkit/transfer.ts';

const uscc = '91440300MA5FX1MP11';
const reviewer = aReviewer();
const missing = { status: 404, code: 'not-found' } as const;
const unknown = { status: 422, code: 'request.invalid', fieldCode: 'filing.unknown' } as const;
const expired = { status: 403, code: 'delegation.expired' } as const;
let platform: TestPlatform;
let holder: Filer;
let number: string;
beforeAll(async () => {
  platform = await aPlatform();
  holder = accountOf(somebody('张伟'));
  number = await aFiling(platform, holder, reviewer);
});
afterAll(() => platform.stop());

const submit = (actor: Filer, body: unknown) => as(platform, actor).create('/api/applications', body);
const filingOf = (actor: Filer, filingNumber = number) => as(platform, actor).get(`/api/filings/${filingNumber}`);
const withdraw = (actor: Filer, id: string) => as(platform, actor).post(`/api/applications/${id}/withdrawal`);

describe('what has ended gives nothing at once', () => {
  it('after the last day: an agent is told so, and reads no more', async () => {
    const { actor, delegation } = await somebodyWho(platform, holder, 'agent');
    const body = await aCancellation(platform, actor, number);
    await ranOut(platform, delegation);
    await expectProblem(await submit(actor, body), expired);
    await expectProblem(await filingOf(actor), missing);
    const query = new URLSearchParams({ uscc, systemName: '海岸城' });
    expect(await json(await as(platform, actor).get(`/api/filings?${query}`))).toEqual({ items: [] });
    const reader = await somebodyWho(platform, holder, 'reader');
    await ranOut(platform, reader.delegation);
    await expectProblem(await filingOf(reader.actor), missing);
  });

  it('after the revocation: also for the token issued before, and for what the agent has submitted', async () => {
    const { actor, revoke } = await somebodyWho(platform, holder, 'agent');
    const application = await cancelled(platform, actor, number);
    await settled(platform, reviewer, application, {
      outcome: 'return',
      opinion: '请补正。',
      notice: [{ field: 'cancellation.reason', problem: '原因不明', advice: '写明拆除时间' }],
    });
    await revoke();
    await expectProblem(await filingOf(actor), missing);
    await expectProblem(await submit(actor, await aCancellation(platform, actor, number)), unknown);
    const given = { baseVersion: 1, cancellation: { reason: '系统已于 11 月 1 日拆除' }, truthful: true };
    const path = `/api/applications/${application.id}`;
    await expectProblem(await as(platform, actor).create(`${path}/resubmission`, given), expired);
    await expectProblem(await as(platform, actor).post(`${path}/extension`, { reason: '出差' }), expired);
    await expectProblem(await withdraw(actor, application.id), expired);
    const record = await json<Application>(await as(platform, actor).get(path));
    expect(record.allowedActions).toEqual([]);
    expect(JSON.stringify(record)).not.toContain(named.safetyOfficerName);
    expect(await applicationOf(platform, holder, application.id)).toMatchObject({ allowedActions: ['withdraw'] });
    await json(await withdraw(holder, application.id), 202);
    await withdrawalApplied(platform, application.id);
  });

  it('after the filing was handed over: what its former holder granted is void for it', async () => {
    const own = await aFiling(platform, holder, reviewer);
    const { actor } = await somebodyWho(platform, holder, 'agent');
    const recipient = somebody('李娜');
    const application = await transferred(platform, holder, recipient, own);
    await approvedTwice(platform, application);
    await answered(platform, accountOf(recipient), application.id, { accept: true });
    await settleOutcome(platform, application.id);
    await expectProblem(await filingOf(actor, own), missing);
    await expectProblem(await submit(actor, await aCancellation(platform, actor, own)), unknown);
    await json(await filingOf(actor));
  });

  it('a revocation that commits while a submission is under way refuses it', async () => {
    const { actor, delegation } = await somebodyWho(platform, holder, 'agent');
    const body = await aCancellation(platform, actor, number);
    let answer: Promise<Response> | undefined;
    await platform.orm.em.fork().transactional(async (em) => {
      await em.execute('update delegation set revoked_at = now() where id = ?', [delegation.id]);
      answer = submit(actor, body);
      // The submission has passed its first look and waits for this transaction.
      await lockWaits(platform, 1);
    });
    await expectProblem((await answer) as Response, unknown);
    expect(await json<Filing>(await filingOf(holder))).not.toHaveProperty('openBusiness');
  });

  it('of a revocation and submissions at the same moment each submission came before it or is refused', async () => {
    const { actor, revoke } = await somebodyWho(platform, holder, 'agent');
    const body = await aCancellation(platform, actor, number);
    const [answer] = await Promise.all([submit(actor, body), revoke()]);
    expect([201, 422]).toContain(answer.status);
    await expectProblem(await submit(actor, await aCancellation(platform, actor, number)), unknown);
    if (answer.status !== 201) return;
    const { id } = await json<ApplicationSummary>(answer, 201);
    await json(await withdraw(holder, id), 202);
    await withdrawalApplied(platform, id);
  });
});
