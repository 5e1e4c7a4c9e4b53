import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Application, ApplicationSummary } from '@beian/contracts/applications.ts';
import type { Filing } from '@beian/contracts/filings.ts';
import type { ClaimCode, PaperFiling } from '@beian/contracts/paper-filings.ts';
import type { Actor } from '@beian/service-kit/actor.ts';
import { aLegalPerson, aPersonalUser, aReviewer, organs } from '@beian/testkit/actors.ts';
import { expectProblem } from '@beian/testkit/expect-problem.ts';
import { aPaper, approvedPaper, enteredPaper } from '@beian/testkit/paper.ts';
import { aPlatform, type TestPlatform } from '@beian/testkit/platform.ts';
import {
  approval,
  aReturn,
  as,
  aSystem,
  json,
  named,
  openedReview,
  settled,
  uploaded,
} from '@beian/testkit/registration.ts';

const clerk = aReviewer();
const reviewer = aReviewer();
const uscc = '91350100M000100Y43';
const nobody = { kind: 'nobody' } as const;
let platform: TestPlatform;

beforeAll(async () => {
  platform = await aPlatform();
});
afterAll(() => platform.stop());

const entered = (overrides?: Record<string, unknown>) => enteredPaper(platform, clerk, overrides);
async function approved(): Promise<{ application: ApplicationSummary; number: string; code: string }> {
  const { application, filingNumber, claimCode } = await approvedPaper(platform, clerk, reviewer);
  return { application, number: filingNumber, code: claimCode };
}
const claim = (actor: Parameters<typeof as>[1], body: unknown) => as(platform, actor).post('/api/filings/claims', body);
const holders = async (number: string) =>
  platform.orm.em
    .fork()
    .execute<{ account_id: string }[]>(
      'select h.account_id from holding h join filing f on f.id = h.filing_id where f.number = ? and h.until_at is null',
      [number],
    );

describe('a filing on paper', () => {
  it('is entered by a clerk with its scan, reviewed by somebody else, and held by nobody at first', async () => {
    const application = await entered();
    expect(application).toMatchObject({ kind: 'registration', status: 'submitted', organ: { code: '440305' } });
    await openedReview(platform, application);
    const queue = await json<{ items: { id: string }[] }>(
      await as(platform, clerk).get(`/api/review/tasks?q=${application.number}`),
    );
    const claimed = await as(platform, clerk).post(`/api/review/tasks/${queue.items[0]?.id}/claim`);
    await expectProblem(claimed, { status: 409, code: 'task.own-entry' });
    const detail = await json<{ documents: { kind: string }[]; application: { filerKind: string } }>(
      await as(platform, reviewer).get(`/api/review/tasks/${queue.items[0]?.id}`),
    );
    expect(detail.documents.map((one) => one.kind)).toContain('paper_form');
    expect(detail.application.filerKind).toBe('paper');
    await settled(platform, reviewer, application, approval);
    const { items } = await json<{ items: PaperFiling[] }>(await as(platform, clerk).get('/api/paper-filings'));
    const listed = items.find((one) => one.id === application.id);
    expect(listed).toMatchObject({ status: 'completed', receivedOn: '2026-11-02', clerkStaffNo: clerk.staffNo });
    expect(listed).not.toHaveProperty('claimedAt');
    expect(await holders(listed?.filingNumbers[0] ?? '')).toEqual([]);
  });

  it('is corrected by the organ’s staff in the filer’s place, who reads people masked', async () => {
    const application = await entered();
    await settled(platform, reviewer, application, aReturn);
    const path = `/api/applications/${application.id}`;
    const shown = await json<Application>(await as(platform, clerk).get(path));
    expect(shown).toMatchObject({ status: 'returned', allowedActions: ['resubmit', 'extend', 'withdraw'] });
    expect(JSON.stringify(shown)).not.toContain(named.safetyOfficerPhone);
    const body = { baseVersion: 1, system: { retentionDays: 90 }, truthful: true };
    const colleague = as(platform, aReviewer());
    await json(await colleague.create(`${path}/resubmission`, body), 201);
    expect((await json<Application>(await as(platform, clerk).get(path))).status).toBe('resubmitted');
    for (const stranger of [aReviewer(organs.futian), aPersonalUser()]) {
      await expectProblem(await as(platform, stranger).get(path), { status: 404, code: 'not-found' });
    }
  });

  it('tells the clerk every wrong field', async () => {
    const enter = async (overrides: Record<string, unknown>) =>
      as(platform, clerk).create('/api/paper-filings', await aPaper(platform, clerk, overrides));
    const wrong = { status: 422, code: 'request.invalid' } as const;
    await expectProblem(await enter({ receivedOn: '2099-01-01' }), { ...wrong, pointer: '/receivedOn' });
    const table = await uploaded(platform, clerk, 'device_table');
    await expectProblem(await enter({ formId: table }), { ...wrong, fieldCode: 'attachment.kind' });
    const elsewhere = { system: aSystem(table, { countyCode: '440304' }) };
    await expectProblem(await enter(elsewhere), { ...wrong, fieldCode: 'division.elsewhere' });
    const bare = { unit: { ...(await aPaper(platform, clerk)).unit, attachments: [] } };
    await expectProblem(await enter(bare), { ...wrong, pointer: '/attachments/business_licence' });
  });

  it('is entered by reviewing staff alone', async () => {
    const body = await aPaper(platform, clerk);
    const enter = (actor: Parameters<typeof as>[1]) => as(platform, actor).create('/api/paper-filings', body);
    await expectProblem(await enter(nobody), { status: 401, code: 'auth.required' });
    await expectProblem(await enter(aPersonalUser()), { status: 403, code: 'auth.forbidden' });
    await expectProblem(await enter(aReviewer(organs.shenzhen, ['auditor'])), { status: 403, code: 'auth.forbidden' });
  });
});

describe('the claim of a filing on paper', () => {
  it('gives filing and application to the owner, with the code of the notice', async () => {
    const { application, number, code } = await approved();
    const owner = aPersonalUser();
    const filing = await json<Filing>(await claim(owner, { filingNumber: number, claimCode: code }), 201);
    expect(filing).toMatchObject({ number, status: 'valid' });
    const own = await json<Application>(await as(platform, owner).get(`/api/applications/${application.id}`));
    expect(own.timeline.map((entry) => entry.kind)).toContain('claimed');
    const { items } = await json<{ items: PaperFiling[] }>(await as(platform, clerk).get('/api/paper-filings'));
    expect(items.find((one) => one.id === application.id)).toHaveProperty('claimedAt');
    // From now on it is the owner's alone.
    const late = await as(platform, clerk).get(`/api/applications/${application.id}`);
    await expectProblem(late, { status: 404, code: 'not-found' });
    const again = await as(platform, clerk).post(`/api/paper-filings/${application.id}/claim-code`);
    await expectProblem(again, { status: 409, code: 'filing.not-completed' });
  });

  it('needs no code of the legal person whose credit code it bears', async () => {
    const { number } = await approved();
    await json(await claim(aLegalPerson(uscc), { filingNumber: number }), 201);
  });

  it('is refused alike with a wrong code, without one, for an unknown number and a second time', async () => {
    const { number, code } = await approved();
    const refused = { status: 422, code: 'request.invalid', fieldCode: 'claim.refused' } as const;
    const claimCode = code.startsWith('0') ? `1${code.slice(1)}` : `0${code.slice(1)}`;
    await expectProblem(await claim(aPersonalUser(), { filingNumber: number, claimCode }), refused);
    await expectProblem(await claim(aPersonalUser(), { filingNumber: number }), refused);
    await expectProblem(await claim(aLegalPerson('91110000101623741K'), { filingNumber: number }), refused);
    await expectProblem(await claim(aPersonalUser(), { filingNumber: '440399010000010', claimCode }), {
      status: 422,
      code: 'request.invalid',
    });
    await json(await claim(aPersonalUser(), { filingNumber: number, claimCode: code.toLowerCase() }), 201);
    await expectProblem(await claim(aPersonalUser(), { filingNumber: number, claimCode: code }), refused);
    const odd = await claim(aPersonalUser(), { filingNumber: number, claimCode: 'ABC' });
    await expectProblem(odd, { status: 422, code: 'request.invalid', fieldCode: 'claim-code.format' });
  });

  it('bars who tried ten wrong codes from that filing, and nobody else', async () => {
    const { application, number, code } = await approved();
    const [stranger, owner] = [aPersonalUser(), aPersonalUser()];
    const claimedBy = (actor: Actor, claimCode: string, filingNumber = number) =>
      claim(actor, { filingNumber, claimCode });
    const wrong = 'AAAA-AAAA-AAAA-AAAA';
    // At the same moment too: each is counted.
    const guesses = await Promise.all(Array.from({ length: 10 }, () => claimedBy(stranger, wrong)));
    expect(guesses.map(({ status }) => status)).toEqual(Array(10).fill(422));
    const refused = { status: 422, code: 'request.invalid', fieldCode: 'claim.refused' } as const;
    await expectProblem(await claimedBy(stranger, code), refused);
    const other = await approved();
    await json(await claimedBy(stranger, other.code, other.number), 201);

    // Another code forgives wrong tries and makes the one before void.
    for (let tries = 0; tries < 9; tries += 1) await expectProblem(await claimedBy(owner, wrong), refused);
    const path = `/api/paper-filings/${application.id}/claim-code`;
    const renewed = await json<ClaimCode>(await as(platform, clerk).post(path), 201);
    await expectProblem(await claimedBy(owner, code), refused);
    await expectProblem(await claimedBy(stranger, code), refused);
    await json(await claimedBy(owner, renewed.claimCode), 201);
    const left = await platform.orm.em
      .fork()
      .execute('select * from claim_tries where application_id = ?', [application.id]);
    expect(left).toEqual([]);
  });

  it('is open to its owner whatever strangers have tried', async () => {
    const { number, code } = await approved();
    const guess = { filingNumber: number, claimCode: 'AAAA-AAAA-AAAA-AAAA' };
    for (const stranger of [aPersonalUser(), aLegalPerson('91110000101623741K')]) {
      for (let tries = 0; tries < 11; tries += 1) expect((await claim(stranger, guess)).status).toBe(422);
    }
    await json(await claim(aPersonalUser(), { filingNumber: number, claimCode: code }), 201);
  });

  it('by many at the same moment has exactly one holder', async () => {
    const { number, code } = await approved();
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => claim(aPersonalUser(), { filingNumber: number, claimCode: code })),
    );
    expect(answers.map((answer) => answer.status).filter((status) => status === 201)).toHaveLength(1);
    expect(await holders(number)).toHaveLength(1);
  });

  it('has a code only when the filing has its number, and is for filers who are signed in', async () => {
    const application = await entered();
    const issue = (actor: Parameters<typeof as>[1]) =>
      as(platform, actor).post(`/api/paper-filings/${application.id}/claim-code`);
    await expectProblem(await issue(clerk), { status: 409, code: 'filing.not-completed' });
    await expectProblem(await issue(aReviewer(organs.futian)), { status: 404, code: 'not-found' });
    await expectProblem(await issue(nobody), { status: 401, code: 'auth.required' });
    const body = { filingNumber: '440305010000013' };
    await expectProblem(await claim(clerk, body), { status: 403, code: 'auth.forbidden' });
    await expectProblem(await claim(nobody, body), { status: 401, code: 'auth.required' });
  });

  it('is told by a code that stands nowhere in the database', async () => {
    const { code } = await approved();
    const [dump] = await platform.orm.em
      .fork()
      .execute<{ all: string }[]>(`select string_agg(p::text, '') "all" from paper_filing p`);
    expect(dump?.all).toBeTruthy();
    expect(dump?.all).not.toContain(code);
  });
});
