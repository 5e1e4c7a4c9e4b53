import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ProblemDetails } from '@beian/contracts/problems.ts';
import type { TransferOutcome } from '@beian/contracts/vocabulary.ts';
import type { Filer } from '@beian/service-kit/actor.ts';
import { aReviewer } from '@beian/testkit/actors.ts';
import { manyFilings } from '@beian/testkit/change.ts';
import { aPlatform, type TestPlatform } from '@beian/testkit/platform.ts';
import { as, json, uploaded } from '@beian/testkit/registration.ts';
import { statementClock } from '@beian/testkit/statement-clock.ts';
import {
  accountOf,
  answered,
  aTransfer,
  holdersOf,
  settleOutcome,
  somebody,
  type Person,
} from '@beian/testkit/transfer.ts';

const races = 200;
const statements = statementClock();
let platform: TestPlatform;
let holder: Filer;
let numbers: string[];
let formId: string;
beforeAll(async () => {
  platform = await aPlatform({ outcomePatienceMs: 1, onStatement: statements.onStatement });
  holder = accountOf(somebody('张伟'));
  numbers = await manyFilings(platform, holder, aReviewer(), races);
  formId = await uploaded(platform, holder, 'transfer_form');
});
afterAll(() => platform.stop());

const rows = <T>(sql: string, values: unknown[]): Promise<T[]> => platform.orm.em.fork().execute(sql, values);

/** A transfer that both reviews have approved: as rows, for what is raced is its end. */
async function awaiting(number: string, person: Person): Promise<string> {
  const body = await aTransfer(platform, holder, person, number, { formId });
  const { id } = await json<{ id: string }>(await as(platform, holder).create('/api/applications', body), 201);
  await rows(`update application set status = 'awaiting_recipient' where id = ?`, [id]);
  await rows(`update transfer set due_at = now() + interval '1 day', remind_at = '[]' where application_id = ?`, [id]);
  return id;
}

type Ended = { by: TransferOutcome; won: boolean; code: string | undefined };

it(`accepting, declining, revoking and expiring at once end a transfer in exactly one way, ${races} times`, async () => {
  const ends = new Map<TransferOutcome, number>();
  for (const [race, number] of numbers.entries()) {
    const person = somebody();
    const recipient = accountOf(person);
    const id = await awaiting(number, person);
    const ask = async (by: TransferOutcome, asked: Promise<Response>): Promise<Ended> => {
      const answer = await asked;
      const { code } = (await answer.json()) as Partial<ProblemDetails>;
      return { by, won: answer.status === 202, code };
    };
    const acts = [
      () => ask('accepted', answered(platform, recipient, id, { accept: true })),
      () => ask('declined', answered(platform, recipient, id, { accept: false })),
      () => ask('revoked', as(platform, holder).post(`/api/transfers/${id}/revocation`)),
      async (): Promise<Ended> => {
        const { expired } = await platform.activities.expireAcceptance({ applicationId: id });
        return { by: 'expired', won: expired, code: expired ? undefined : 'transfer.settled' };
      },
    ];
    // Each begins first in a quarter of the races, level with the others or up to eight statements ahead: the longer ways win as well.
    const inTurn = [...acts.slice(race % 4), ...acts.slice(0, race % 4)];
    const behind = statements.after(2 * (Math.floor(race / 4) % 5));
    const answers = await Promise.all(
      inTurn.map(async (act, place) => {
        if (place > 0) await behind;
        return act();
      }),
    );

    const outcomes = await rows<{ outcome: TransferOutcome }>(
      'select outcome from transfer_outcome where application_id = ?',
      [id],
    );
    expect(outcomes).toHaveLength(1);
    const ended = outcomes[0]?.outcome ?? 'expired';
    expect(answers.filter(({ won }) => won).map(({ by }) => by)).toEqual([ended]);
    for (const lost of answers.filter(({ won }) => !won)) {
      expect(['transfer.settled', 'application.not-open']).toContain(lost.code);
    }
    if (ended !== 'expired') await settleOutcome(platform, id);
    const expected = ended === 'accepted' ? recipient.accountId : holder.accountId;
    const open = (await holdersOf(platform, number)).filter((holding) => holding.open);
    expect(open).toEqual([{ accountId: expected, open: true }]);
    ends.set(ended, (ends.get(ended) ?? 0) + 1);
  }
  // They were races: every end was seen.
  expect([...ends.keys()].toSorted()).toEqual(['accepted', 'declined', 'expired', 'revoked']);
}, 300_000);
