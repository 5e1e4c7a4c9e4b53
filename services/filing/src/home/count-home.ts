import { finalStatuses } from '@beian/contracts/allowed-actions.ts';
import type { Home } from '@beian/contracts/home.ts';
import { requireFiler, type Actor } from '@beian/service-kit/actor.ts';
import type { Deps } from '../deps.ts';

type Row = Record<'open' | 'returned' | 'ended' | 'held' | 'cancelled' | 'incoming' | 'units' | 'drafts', string>;

/** The counts of the home page (M024), of the account's own things only. One statement. A change counts as a whole, but each part that waits for a correction counts. */
export async function countHome(deps: Deps, by: Actor): Promise<Home> {
  const { accountId, personHashes = [] } = requireFiler(by);
  const now = deps.clock.now();
  const ended = finalStatuses.map(() => '?').join(',');
  const [row] = await deps.orm.em.fork().execute<Row[]>(
    `with own as (select status, parent_id from application where account_id = ?),
      holds as (select f.status from holding h join filing f on f.id = h.filing_id where h.account_id = ? and h.until_at is null)
     select
      (select count(*) from own where parent_id is null and status <> 'returned' and status not in (${ended})) "open",
      (select count(*) from own where status = 'returned') returned,
      (select count(*) from own where parent_id is null and status in (${ended})) ended,
      (select count(*) from holds where status <> 'cancelled') held,
      (select count(*) from holds where status = 'cancelled') cancelled,
      (select count(*) from transfer t join application a on a.id = t.application_id
        where t.recipient_hash = any(string_to_array(?, ',')) and t.due_at > ? and a.status = 'awaiting_recipient') incoming,
      (select count(*) from unit where account_id = ?) units,
      (select count(*) from draft where account_id = ? and expires_at > ?) drafts`,
    [accountId, accountId, ...finalStatuses, ...finalStatuses, personHashes.join(','), now, accountId, accountId, now],
  );
  if (!row) throw new Error('a count answers always');
  return {
    applications: { open: Number(row.open), returned: Number(row.returned), ended: Number(row.ended) },
    filings: { held: Number(row.held), cancelled: Number(row.cancelled) },
    incomingTransfers: Number(row.incoming),
    units: Number(row.units),
    drafts: Number(row.drafts),
  };
}
