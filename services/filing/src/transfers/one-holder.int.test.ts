import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { TransferOutcome } from '@beian/contracts/vocabulary.ts';
import type { Filer } from '@beian/service-kit/actor.ts';
import { aLegalPerson, aReviewer } from '@beian/testkit/actors.ts';
import { aPlatform, type TestPlatform } from '@beian/testkit/platform.ts';
import { aFiling, as } from '@beian/testkit/registration.ts';
import { statementClock } from '@beian/testkit/statement-clock.ts';
import { accountOf, answered, approvedTwice, settleOutcome, somebody, transferred } from '@beian/testkit/transfer.ts';

const statements = statementClock();
let platform: TestPlatform;
let number: string;
let holder: Filer;
beforeAll(async () => {
  platform = await aPlatform({ outcomePatienceMs: 1, onStatement: statements.onStatement });
  holder = accountOf(somebody('张伟'));
  number = await aFiling(platform, holder, aReviewer());
});
afterAll(() => platform.stop());

/** By how many statements, those of who watches among them, the last begins after the first. */
const latest = 20;
const acts = ['accept', 'acceptElsewhere', 'decline', 'revoke', 'expire', 'settle'] as const;
type Act = (typeof acts)[number];
const outcomeOf: Partial<Record<Act, TransferOutcome>> = {
  accept: 'accepted',
  acceptElsewhere: 'accepted',
  decline: 'declined',
  revoke: 'revoked',
  expire: 'expired',
};

/** Who holds the filing, as somebody outside every transaction sees it. */
const holdersOf = async (filing: string): Promise<string[]> =>
  (
    await platform.orm.em.fork().execute<{ account: string }[]>(
      `select h.account_id account from holding h join filing f on f.id = h.filing_id
         where f.number = ? and h.until_at is null`,
      [filing],
    )
  ).map((row) => row.account);

/** Looks without pause until it is told to stop, and once more; answers all that it saw. */
function watching(filing: string) {
  const seen: string[][] = [];
  let over = false;
  const watch = async () => {
    do seen.push(await holdersOf(filing));
    while (!over);
  };
  const watched = watch();
  return async () => {
    over = true;
    await watched;
    return [...seen, await holdersOf(filing)];
  };
}

it('whatever comes together, exactly one end of a transfer happens and at every instant exactly one account holds the filing', async () => {
  const schedule = fc.array(fc.record({ act: fc.constantFrom(...acts), after: fc.nat({ max: latest }) }), {
    minLength: 2,
    maxLength: 8,
  });
  const ends = new Set<TransferOutcome>();
  await fc.assert(
    fc.asyncProperty(schedule, async (planned) => {
      const person = somebody();
      const [recipient, elsewhere] = [accountOf(person), accountOf(person, aLegalPerson())];
      const initiator = holder;
      const { id, number: accepted } = await transferred(platform, initiator, person, number);
      await approvedTwice(platform, { id, number: accepted });
      // 202 when it is recorded, 200 when it has been settled by the time it is answered.
      const act: Record<Act, () => Promise<boolean>> = {
        accept: async () => (await answered(platform, recipient, id, { accept: true })).ok,
        acceptElsewhere: async () => (await answered(platform, elsewhere, id, { accept: true })).ok,
        decline: async () => (await answered(platform, recipient, id, { accept: false })).ok,
        revoke: async () => (await as(platform, initiator).post(`/api/transfers/${id}/revocation`)).ok,
        expire: async () => (await platform.activities.expireAcceptance({ applicationId: id })).expired,
        settle: async () => {
          await settleOutcomeIfAny(id);
          return false;
        },
      };
      const stopWatching = watching(number);
      // Something ends it in any case.
      const done = await Promise.all(
        [...planned, { act: 'expire' as const, after: latest }].map(async ({ act: name, after }) => {
          await statements.after(after);
          return { name, won: await act[name]() };
        }),
      );
      await settleOutcomeIfAny(id);
      const seen = await stopWatching();

      const [ended, ...more] = await outcomesOf(id);
      if (!ended) throw new Error('nothing ended it');
      expect(more).toEqual([]);
      ends.add(ended.outcome);
      const won = done.filter((one) => one.won).map((one) => outcomeOf[one.name]);
      expect(new Set(won)).toEqual(new Set([ended.outcome]));
      // Of the answers one counts; only revoking and expiring may be said twice.
      if (ended.outcome === 'accepted' || ended.outcome === 'declined') expect(won).toHaveLength(1);

      const expected = ended.outcome === 'accepted' ? ended.account : initiator.accountId;
      for (const holders of seen) expect(holders).toHaveLength(1);
      const inOrder = seen.flat().filter((account, i, all) => account !== all[i - 1]);
      expect(inOrder).toEqual([...new Set([initiator.accountId, expected])].slice(-inOrder.length));
      holder = [initiator, recipient, elsewhere].find((one) => one.accountId === expected) ?? initiator;
    }),
    { numRuns: 25, includeErrorInReport: true },
  );
  expect(ends.size).toBeGreaterThan(2);
}, 300_000);

const outcomesOf = (id: string) =>
  platform.orm.em
    .fork()
    .execute<{ outcome: TransferOutcome; account: string | null }[]>(
      'select outcome, account_id account from transfer_outcome where application_id = ?',
      [id],
    );

async function settleOutcomeIfAny(id: string): Promise<void> {
  if ((await outcomesOf(id)).length > 0) await settleOutcome(platform, id);
}
