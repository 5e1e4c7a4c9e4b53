import { expect } from 'vitest';
import type { TestPlatform } from './platform.ts';
import { eventually } from './registration.ts';

/** Comes back when so many transactions of filing wait for what another one has locked. */
export const lockWaits = ({ orm }: Pick<TestPlatform, 'orm'>, transactions: number): Promise<unknown> =>
  eventually(
    () =>
      orm.em
        .fork()
        .execute<unknown[]>(
          `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
        ),
    (waiting) => waiting.length >= transactions,
  );

/** What several requests answer that began while a transaction was changing a row, and all waited for it, which then gave up. */
export async function answersAfterGivenUp(
  platform: Pick<TestPlatform, 'orm'>,
  change: { sql: string; id: string },
  begin: readonly (() => Promise<Response>)[],
): Promise<Response[]> {
  let answers: Promise<Response>[] = [];
  const givenUp = platform.orm.em.fork().transactional(async (em) => {
    await em.execute(change.sql, [change.id]);
    answers = begin.map((ask) => ask());
    await lockWaits(platform, begin.length);
    throw new Error('given up');
  });
  await expect(givenUp).rejects.toThrow('given up');
  return Promise.all(answers);
}
