import type { BeianEvent } from '@beian/contracts/events.ts';
import type { Change } from '@beian/service-kit/mutate.ts';
import { settles } from '../audience/audience.rules.ts';
import type { Deps } from '../deps.ts';
import type { NotificationEntity } from './notification.entity.ts';

/**
 * What staff was asked to do is done: nobody of theirs need read older notices any more. It is kept, so that an older notice that comes
 * only now is settled as well (`settledBy`): the inbox is the same in whatever order events come.
 */
export async function settleOlder(
  deps: Deps,
  change: Change,
  { data, time }: BeianEvent<'timeline.added'>,
): Promise<void> {
  const { entryId, entry, applicationId } = data;
  const scope = settles[entry];
  if (!scope) return;
  const organCode = scope === 'organ' ? data.organCode : null;
  const at = new Date(time);
  await change.em.execute(
    'insert into settlement (entry_id, application_id, organ_code, at) values (?, ?, ?, ?) on conflict do nothing',
    [entryId, applicationId, organCode, at],
    'run',
  );
  const settled = await change.em.execute<{ audience: string }[]>(
    `update notification set settled_at = ? where application_id = ? and addressee = 'staff'
       and organ_code = coalesce(?, organ_code) and (at, entry_id) < (?, ?) and coalesce(settled_at > ?, true)
     returning audience`,
    [at, applicationId, organCode, at, entryId, at],
  );
  if (settled.length > 0) change.after(() => deps.live.tell([...new Set(settled.map(({ audience }) => audience))]));
}

type Notice = Pick<NotificationEntity, 'applicationId' | 'organCode' | 'at' | 'entryId'>;

/** The first of what is known to have settled a notice of staff; null while nothing has. */
export async function settledBy(
  change: Change,
  { applicationId, organCode, at, entryId }: Notice,
): Promise<string | null> {
  const [first] = await change.em.execute<{ at: string | null }[]>(
    `select min(at) as at from settlement
     where application_id = ? and coalesce(organ_code = ?, true) and (at, entry_id) > (?, ?)`,
    [applicationId, organCode, at, entryId],
  );
  return first?.at ?? null;
}
