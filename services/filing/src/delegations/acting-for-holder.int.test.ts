import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ApplicationSummary } from '@beian/contracts/applications.ts';
import type { Filing } from '@beian/contracts/filings.ts';
import type { Filer } from '@beian/service-kit/actor.ts';
import { aLegalPerson, aPersonalUser, aReviewer } from '@beian/testkit/actors.ts';
import { aChange, aSubmittedChange, inFutian, partsOf } from '@beian/testkit/change.ts';
import { aCancellation, cancelled } from '@beian/testkit/cancellation.ts';
import { dayFromNow, delegated, somebodyWho } from '@beian/testkit/delegation.ts';
import { expectProblem } from '@beian/testkit/expect-problem.ts';
import { aPlatform, type TestPlatform } from '@beian/testkit/platform.ts';
import {
  aFiling,
  applicationOf,
  approval,
  as,
  json,
  settled,
  uploaded,
  withdrawalApplied,
} from '@beian/testkit/registration.ts';
import { accountOf, aTransfer, somebody } from '@beian/testkit/transfer.ts';

const uscc = '91440300MA5FX1MP11';
const reviewer = aReviewer();
const missing = { status: 404, code: 'not-found' } as const;
const unknown = { status: 422, code: 'request.invalid', fieldCode: 'filing.unknown' } as const;
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

describe('an agent', () => {
  it('cancels a filing in the holder’s place; both find the application, the reviewer the letter', async () => {
    const own = await aFiling(platform, holder, reviewer);
    const { actor, delegation } = await somebodyWho(platform, holder, 'agent');
    const application = await cancelled(platform, actor, own);
    expect(application).toMatchObject({ byAgent: true, filingNumbers: [own] });
    for (const one of [actor, holder]) {
      const { items } = await json<{ items: ApplicationSummary[] }>(await as(platform, one).get('/api/applications'));
      expect(items[0]).toMatchObject({ id: application.id, byAgent: true });
    }
    expect(await applicationOf(platform, holder, application.id)).toMatchObject({ allowedActions: ['withdraw'] });
    await expectProblem(await as(platform, aPersonalUser()).get(`/api/applications/${application.id}`), missing);
    const em = platform.orm.em.fork();
    const [version] = await em.execute<{ letters: number }[]>(
      `select count(*)::int letters from application_version where application_id = ? and document_ids @> ?::jsonb`,
      [application.id, JSON.stringify([delegation.letterId])],
    );
    expect(version?.letters).toBe(1);
    const [audit] = await em.execute<{ actor: string; behalf: string }[]>(
      `select actor_id actor, data ->> 'onBehalfOf' behalf from audit_entry
       where subject = ? and action = 'application.submit'`,
      [application.id],
    );
    expect(audit).toEqual({ actor: actor.accountId, behalf: holder.accountId });
    await settled(platform, reviewer, application, approval);
    expect(await json<Filing>(await filingOf(holder, own))).toMatchObject({ status: 'cancelled' });
  });

  it('changes filings in the holder’s place: the whole and each part are the holder’s business too', async () => {
    const [stays, moves] = [await aFiling(platform, holder, reviewer), await aFiling(platform, holder, reviewer)];
    const { actor } = await somebodyWho(platform, holder, 'agent');
    const perFiling = [{ filingNumber: moves, system: inFutian }];
    const unit = { headName: '陈致远' };
    const { id } = await aSubmittedChange(platform, actor, [stays, moves], { unit, perFiling });
    const part = (await partsOf(platform, holder, id)).get('440305');
    expect(await applicationOf(platform, holder, part?.id ?? '')).toMatchObject({ byAgent: true, parent: { id } });
    await settled(platform, reviewer, { id: part?.id ?? '', number: part?.number ?? '' }, approval);
    expect(await json<Filing>(await filingOf(holder, stays))).toMatchObject({ version: 2 });
    const { items } = await json<{ items: unknown[] }>(await as(platform, holder).get('/api/units'));
    expect(items).toMatchObject([unit]);
    const theirs = await aFiling(platform, actor, reviewer);
    const mixed = await aChange(platform, actor, [theirs, stays]);
    await expectProblem(await submit(actor, mixed), { ...unknown, fieldCode: 'change.other-holder' });
  });

  it('changes filings of one holder, never of two in one application', async () => {
    const { person, actor, revoke } = await somebodyWho(platform, holder, 'agent');
    const other = aPersonalUser();
    const own = [await aFiling(platform, holder, reviewer), await aFiling(platform, holder, reviewer)];
    const application = await aSubmittedChange(platform, actor, own);
    expect(application).toMatchObject({ byAgent: true, filingNumbers: own });
    await settled(platform, reviewer, application, approval);
    expect(await json<Filing>(await filingOf(holder, own[0]))).toMatchObject({
      version: 2,
      content: { system: { retentionDays: 90 } },
    });
    expect((await as(platform, actor).get(`/api/filings/${own[0]}/versions/1`)).status).toBe(200);
    const foreign = await aFiling(platform, other, reviewer);
    const mixed = await submit(actor, await aChange(platform, actor, [own[0] ?? '', foreign]));
    await expectProblem(mixed, unknown);
    await delegated(platform, other, person);
    const both = await submit(actor, await aChange(platform, actor, [own[0] ?? '', foreign]));
    await expectProblem(both, { ...unknown, fieldCode: 'change.other-holder' });
    await revoke();
    await expectProblem(await submit(actor, await aChange(platform, actor, own)), unknown);
    expect((await as(platform, actor).get(`/api/filings/${own[0]}/versions/1`)).status).toBe(404);
  });

  it('needs the authorisation of the business also with a legal person’s account', async () => {
    const person = somebody();
    await delegated(platform, holder, person);
    const actor = accountOf(person, aLegalPerson());
    const { authorisationId: _, ...without } = await aCancellation(platform, actor, number);
    await expectProblem(await submit(actor, without), {
      status: 422,
      code: 'request.invalid',
      fieldCode: 'attachment.missing',
    });
  });

  it('may be stopped by the holder, who corrects nothing', async () => {
    const { actor } = await somebodyWho(platform, holder, 'agent');
    const application = await cancelled(platform, actor, number);
    const resubmission = { baseVersion: 1, cancellation: { reason: '拆除' }, truthful: true };
    const path = `/api/applications/${application.id}/resubmission`;
    await expectProblem(await as(platform, holder).create(path, resubmission), missing);
    await json(await withdraw(holder, application.id), 202);
    await withdrawalApplied(platform, application.id);
    expect(await applicationOf(platform, actor, application.id)).toMatchObject({ status: 'withdrawn' });
  });

  it('never transfers and never delegates further', async () => {
    const { actor } = await somebodyWho(platform, holder, 'agent');
    const body = await aTransfer(platform, actor, somebody(), number);
    await expectProblem(await submit(actor, body), { status: 403, code: 'delegation.not-allowed' });
    const letterId = await uploaded(platform, actor, 'delegation_letter');
    const { idNumber, name } = somebody();
    const further = { role: 'agent', uscc, granteeName: name, granteeIdNumber: idNumber, letterId };
    const answer = await as(platform, actor).create('/api/delegations', { ...further, validUntil: dayFromNow(30) });
    await expectProblem(answer, { status: 422, code: 'request.invalid', fieldCode: 'delegation.no-filings' });
  });
});

describe('a reader', () => {
  it('reads the holder’s filing, its list, its certificate and its papers, and submits nothing', async () => {
    const { actor } = await somebodyWho(platform, holder, 'reader');
    const filing = await json<Filing>(await filingOf(actor));
    expect(filing.actingFor).toMatchObject({ role: 'reader', unitName: '深圳海岸城商业管理有限公司' });
    expect(await json<Filing>(await filingOf(holder))).not.toHaveProperty('actingFor');
    const query = new URLSearchParams({ uscc, systemName: '海岸城' });
    const list = await json<{ items: Filing[] }>(await as(platform, actor).get(`/api/filings?${query}`));
    expect(list.items).toContainEqual(filing);
    expect((await as(platform, actor).get(`/api/filings/${number}/receipt.pdf`)).status).toBe(200);
    const licence = filing.content.unit.attachments[0]?.documentId;
    const paper = (of: Filer) => as({ app: platform.documentsApp }, of).get(`/api/documents/${licence}/content`);
    expect((await paper(actor)).status).toBe(200);
    expect((await paper(accountOf(somebody()))).status).toBe(404);
    await expectProblem(await submit(actor, await aCancellation(platform, actor, number)), {
      status: 403,
      code: 'delegation.not-allowed',
    });
  });
});
