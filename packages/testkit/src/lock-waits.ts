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
