import type { Actor } from '@beian/service-kit/actor.ts';
import { mutate } from '@beian/service-kit/mutate.ts';
import { problem } from '@beian/service-kit/problem.ts';
import { accountAudience } from '../audience/audience.rules.ts';
import type { Deps } from '../deps.ts';
import { marks, readerOf } from './inbox-reader.ts';

/** Marks one notification as read by this account; marked twice it is marked. One of somebody else's inbox is `not-found`. */
export async function markRead(deps: Deps, by: Actor, id: string): Promise<void> {
  const { accountId, audiences } = readerOf(by);
  await mutate(deps, by, { action: 'inbox.read' }, async (change) => {
    const visible = await change.em.execute<unknown[]>(
      `select id from notification where id = ? and audience in (${marks(audiences)})`,
      [id, ...audiences],
    );
    if (visible.length === 0) throw problem('not-found');
    await change.em.execute(
      'insert into read_mark (account_id, notification_id, at) values (?, ?, ?) on conflict do nothing',
      [accountId, id, change.now],
      'run',
    );
    change.record({ subject: id });
    change.after(() => deps.live.tell([accountAudience(accountId)]));
  });
}

/** Marks all that this account may read. Colleagues of the same groups keep theirs. */
export async function markAllRead(deps: Deps, by: Actor): Promise<void> {
  const { accountId, audiences } = readerOf(by);
  await mutate(deps, by, { action: 'inbox.read-all' }, async (change) => {
    const marked = await change.em.execute<unknown[]>(
      `insert into read_mark (account_id, notification_id, at)
       select ?::uuid, n.id, ?::timestamptz from notification n where n.audience in (${marks(audiences)}) and n.settled_at is null
       on conflict do nothing returning notification_id`,
      [accountId, change.now, ...audiences],
    );
    change.record({ subject: accountId, data: { count: marked.length } });
    change.after(() => deps.live.tell([accountAudience(accountId)]));
  });
}
