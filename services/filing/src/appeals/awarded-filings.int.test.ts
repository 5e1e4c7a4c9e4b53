import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PublicAppealReceipt, TrackedAppeal } from '@beian/contracts/appeals.ts';
import { aPersonalUser, aReviewer } from '@beian/testkit/actors.ts';
import { lodged, determinedPublicly, lodgedPublicly, stagePlayed, takenUp, upheld } from '@beian/testkit/appeals.ts';
import { expectProblem } from '@beian/testkit/expect-problem.ts';
import { aPlatform, type TestPlatform } from '@beian/testkit/platform.ts';
import { aFiling, as, json } from '@beian/testkit/registration.ts';

const holder = aPersonalUser();
const reviewer = aReviewer();
const senior = aReviewer(undefined, ['senior_reviewer']);
let platform: TestPlatform;
let number: string;
beforeAll(async () => {
  platform = await aPlatform({ publicQuery: true });
  number = await aFiling(platform, holder, reviewer);
});
afterAll(() => platform.stop());

const nobody = () => as(platform, { kind: 'nobody' });
const receiptOf = async (overrides: Record<string, string> = {}) =>
  json<PublicAppealReceipt>(await lodgedPublicly(platform, { filingNumber: number, ...overrides }), 201);
const track = (trackingCode: string) => nobody().post('/api/public/appeals/tracking', { trackingCode });
const tracked = async (code: string) => json<TrackedAppeal>(await track(code));
const claim = (trackingCode: string, actor = aPersonalUser()) =>
  as(platform, actor).post('/api/appeals/claim', { trackingCode });
const sql = <T>(statement: string, params: unknown[] = []) => platform.orm.em.fork().execute<T[]>(statement, params);

const determined = (
  receipt: PublicAppealReceipt,
  proposal: Record<string, unknown>,
  confirmation: Record<string, unknown>,
) => determinedPublicly(platform, receipt.number, [reviewer, proposal], [senior, confirmation]);
const moving = { ...upheld, holderChange: 'appellant' };

describe('a filing that was awarded without an account', () => {
  it('stays held until the one with the code signs in and takes it, once', async () => {
    const own = await aFiling(platform, holder, reviewer);
    const receipt = await receiptOf({ filingNumber: own });
    await determined(receipt, moving, upheld);
    expect(await tracked(receipt.trackingCode)).toMatchObject({ status: 'completed', claimable: true });
    expect(await json(await as(platform, holder).get(`/api/filings/${own}`))).toMatchObject({ status: 'held' });
    await expectProblem(await nobody().post('/api/appeals/claim', { trackingCode: receipt.trackingCode }), {
      status: 401,
      code: 'auth.required',
    });
    await expectProblem(await as(platform, reviewer).post('/api/appeals/claim', receiptCode(receipt)), {
      status: 403,
      code: 'auth.forbidden',
    });
    const owner = aPersonalUser();
    const answers = await Promise.all([claim(receipt.trackingCode, owner), claim(receipt.trackingCode, owner)]);
    for (const answer of answers) expect(await json(answer)).toEqual({ filingNumber: own });
    await expectProblem(await claim(receipt.trackingCode), { status: 409, code: 'appeal.not-claimable' });
    expect(await json(await as(platform, owner).get(`/api/filings/${own}`))).toMatchObject({ status: 'valid' });
    await expectProblem(await as(platform, holder).get(`/api/filings/${own}`), { status: 404, code: 'not-found' });
    const holdings = await sql<{ open: boolean }>(
      `select h.until_at is null as open from holding h join filing f on f.id = h.filing_id where f.number = ? order by h.from_at`,
      [own],
    );
    expect(holdings).toEqual([{ open: false }, { open: true }]);
    expect(await tracked(receipt.trackingCode)).toMatchObject({ claimable: false });
  });

  it('can be appealed for again while it waits: the new appeal takes the hold over, and the code gives nothing any more', async () => {
    const own = await aFiling(platform, holder, reviewer);
    const receipt = await receiptOf({ filingNumber: own });
    await determined(receipt, moving, upheld);
    const other = await lodged(platform, aPersonalUser(), { filingNumber: own });
    await stagePlayed(platform, other, { stage: 'validity', reviewer, decision: takenUp });
    expect(await tracked(receipt.trackingCode)).toMatchObject({ claimable: false });
    await expectProblem(await claim(receipt.trackingCode), { status: 409, code: 'appeal.not-claimable' });
  });
});

const receiptCode = ({ trackingCode }: PublicAppealReceipt) => ({ trackingCode });
