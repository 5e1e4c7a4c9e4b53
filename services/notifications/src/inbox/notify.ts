import type { BeianEvent } from '@beian/contracts/events.ts';
import type { Handlers } from '@beian/service-kit/consumer.ts';
import { idOf } from '@beian/service-kit/ids.ts';
import type { Change } from '@beian/service-kit/mutate.ts';
import { audienceOf, settles, type Told } from '../audience/audience.rules.ts';
import { queueDeliveries } from '../deliveries/queue-deliveries.ts';
import type { Deps } from '../deps.ts';
import { NotificationEntity } from './notification.entity.ts';

type Added = BeianEvent<'timeline.added'>;

// Any number that no other lock of this database uses.
const orderLock = 4620_2025;

/** Every entry of a timeline becomes one notification for each audience that it concerns (I20, I46), with what goes out by mail and SMS. */
export const notifyOfEntries = (deps: Deps): Handlers => ({
  'timeline.added': async (change, event) => {
    // Numbers are given in the order of commits: who has seen one has seen all before it.
    await change.em.execute('select pg_advisory_xact_lock(?)', [orderLock]);
    await settleOlder(deps, change, event);
    const fresh: NotificationEntity[] = [];
    for (const told of audienceOf(event.data)) {
      const notification = await add(change, event, told);
      if (notification) fresh.push(notification);
    }
    await queueDeliveries(deps, change, fresh);
    if (fresh.length > 0) change.after(() => deps.live.tell(fresh.map(({ audience }) => audience)));
  },
});

/** Adds it unless it is there: the id is the same however often an entry comes, and by whichever event. */
async function add(change: Change, event: Added, told: Told): Promise<NotificationEntity | null> {
  const { entryId, entry, kind, applicationId, applicationNumber, organCode, filingNumbers = [], dueAt } = event.data;
  const id = idOf('notification', entryId, told.audience);
  const inserted = await change.em.execute<unknown[]>(
    `insert into notification (id, entry_id, audience, addressee, entry, application_kind, application_id, application_number,
       organ_code, filing_numbers, due_at, at, created_at)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing returning id`,
    [
      id,
      entryId,
      told.audience,
      told.addressee,
      entry,
      kind,
      applicationId,
      applicationNumber,
      organCode,
      JSON.stringify(filingNumbers),
      dueAt ? new Date(dueAt) : null,
      new Date(event.time),
      change.now,
    ],
  );
  return inserted.length > 0 ? change.em.findOneOrFail(NotificationEntity, { id }) : null;
}

/** What staff was asked to do is done: nobody of theirs need read it any more. */
async function settleOlder(deps: Deps, change: Change, { data }: Added): Promise<void> {
  const scope = settles[data.entry];
  if (!scope) return;
  const settled = await change.em.execute<{ audience: string }[]>(
    `update notification set settled_at = ? where application_id = ? and addressee = 'staff' and settled_at is null
       ${scope === 'organ' ? 'and organ_code = ?' : ''} returning audience`,
    [change.now, data.applicationId, ...(scope === 'organ' ? [data.organCode] : [])],
  );
  if (settled.length > 0) change.after(() => deps.live.tell([...new Set(settled.map(({ audience }) => audience))]));
}
