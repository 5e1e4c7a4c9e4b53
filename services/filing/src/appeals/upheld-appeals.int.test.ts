import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aPersonalUser, aReviewer } from '@beian/testkit/actors.ts';
import { determined, heldByAppeal, stagePlayed, upheld } from '@beian/testkit/appeals.ts';
import { cancelled } from '@beian/testkit/cancellation.ts';
import { expectProblem } from '@beian/testkit/expect-problem.ts';
import { aPlatform, type TestPlatform } from '@beian/testkit/platform.ts';
import { aFiling, applicationOf, as, decided, json, withdrawalApplied } from '@beian/testkit/registration.ts';
import { accountOf, holdersOf, somebody } from '@beian/testkit/transfer.ts';

const holder = accountOf(somebody('张伟'));
const appellant = aPersonalUser();
const reviewer = aReviewer();
const senior = aReviewer(undefined, ['senior_reviewer']);
const moving = { ...upheld, holderChange: 'appellant' };
let platform: TestPlatform;
beforeAll(async () => {
  platform = await aPlatform();
});
afterAll(() => platform.stop());

const sql = <T>(statement: string, params: unknown[]) => platform.orm.em.fork().execute<T[]>(statement, params);
const filingOf = (number: string, actor = holder) => as(platform, actor).get(`/api/filings/${number}`);
const file = () => aFiling(platform, holder, reviewer);

const held = (number: string) => heldByAppeal(platform, { appellant, reviewer }, number);
const concluded = (
  dispute: Awaited<ReturnType<typeof held>>,
  proposal: Record<string, unknown>,
  confirmation: Record<string, unknown>,
) => determined(platform, dispute, [reviewer, proposal], [senior, confirmation]);

describe('an upheld appeal about ownership', () => {
  it('gives the filing to the appellant in one transaction, once two people agree: at every instant it has one holder', async () => {
    const number = await file();
    const dispute = await held(number);
    await concluded(dispute, moving, upheld);
    expect(await holdersOf(platform, number)).toEqual([
      { accountId: holder.accountId, open: false },
      { accountId: appellant.accountId, open: true },
    ]);
    expect(await json(await filingOf(number, appellant))).toMatchObject({ status: 'valid', version: 1 });
    await expectProblem(await filingOf(number), { status: 404, code: 'not-found' });
    const { determination, timeline } = await applicationOf(platform, appellant, dispute.appeal.id);
    expect(determination).toMatchObject({ finding: 'upheld', holderChange: 'appellant' });
    expect(timeline.map((entry) => entry.kind).slice(-4)).toEqual([
      'upheld',
      'holder_changed',
      'released',
      'completed',
    ]);
  });

  it('settles once, however often the engine asks', async () => {
    const number = await file();
    const { appeal, found } = await held(number);
    const first = { stage: 'first', reviewer, decision: moving, cause: { kind: 'approval', id: found } } as const;
    const { decisionId } = await stagePlayed(platform, appeal, first);
    const opened = await platform.activities.openReview({
      applicationId: appeal.id,
      stage: 'second',
      cause: { kind: 'approval', id: decisionId },
      policy: { due: { amount: 60, unit: 'seconds' }, remindAfter: [], escalateAfter: [] },
    });
    if (!opened.opened) throw new Error('the second review did not open');
    const answer = await json<{ decisionId: string }>(await decided(platform, senior, appeal.number, upheld), 202);
    const policy = { due: { amount: 60, unit: 'seconds' as const }, remindBefore: [] };
    const input = { applicationId: appeal.id, taskId: opened.taskId, decisionId: answer.decisionId, policy };
    await Promise.all([1, 2, 3].map(() => platform.activities.applyDecision(input)));
    expect((await holdersOf(platform, number)).map((one) => one.open)).toEqual([false, true]);
  });

  it('moves nothing on the word of the first reviewer alone, and nothing that nobody asked to move', async () => {
    const number = await file();
    const { appeal, found } = await held(number);
    const first = { stage: 'first', reviewer, decision: moving, cause: { kind: 'approval', id: found } } as const;
    const { decisionId } = await stagePlayed(platform, appeal, first);
    expect(await holdersOf(platform, number)).toEqual([{ accountId: holder.accountId, open: true }]);
    const cause = { kind: 'approval', id: decisionId } as const;
    const more = { ...upheld, holderChange: 'appellant' };
    const second = stagePlayed(platform, appeal, { stage: 'second', reviewer: senior, decision: more, cause });
    await expect(second).rejects.toThrow('decision.holder-change');
  });

  it('ends what the former holder had begun', async () => {
    const number = await file();
    const cancellation = await cancelled(platform, holder, number);
    await concluded(await held(number), moving, upheld);
    await withdrawalApplied(platform, cancellation.id);
    const ended = await applicationOf(platform, holder, cancellation.id);
    expect(ended.status).toBe('withdrawn');
    expect(ended.timeline.at(-1)).toMatchObject({ kind: 'ended_by_appeal', by: 'platform' });
    const [outbox] = await sql<{ n: string }>(
      `select count(*) n from outbox where aggregate = ? and lane = 'workflow' and payload ->> 'signal' = 'withdrawn'`,
      [cancellation.id],
    );
    expect(Number(outbox?.n)).toBe(1);
    expect(await json(await filingOf(number, appellant))).not.toHaveProperty('openBusiness');
  });
});
