import { IsolationLevel } from '@mikro-orm/core';
import { z } from 'zod';
import type { Inbox, InboxItem, InboxNews, InboxQuery } from '@beian/contracts/notifications.ts';
import type { Locale } from '@beian/contracts/problems.ts';
import type { SqlEntityManager } from '@beian/service-kit/database.ts';
import { decodeCursor, page } from '@beian/service-kit/pagination.ts';
import type { Deps } from '../deps.ts';
import { marks, type Reader } from './inbox-reader.ts';
import { NotificationEntity } from './notification.entity.ts';
import { linkOf, wordsOf } from './notification.rules.ts';

const Position = z.tuple([z.string().regex(/^\d{1,18}$/)]);

const isRead = `(n.settled_at is not null
  or exists (select 1 from read_mark m where m.account_id = ? and m.notification_id = n.id))`;

/** Lists and counts as of one moment: what comes between two reads would be in one of them alone. */
const ofOneMoment = { isolationLevel: IsolationLevel.REPEATABLE_READ, readOnly: true };

/** The reader's inbox (I20), newest first, in a language; all or what is unread. */
export const readInbox = (deps: Deps, reader: Reader, query: InboxQuery, locale: Locale): Promise<Inbox> =>
  deps.orm.em.fork().transactional((em) => listed(em, reader, query, locale), ofOneMoment);

async function listed(
  em: SqlEntityManager,
  { accountId, audiences }: Reader,
  { unread, cursor, limit }: InboxQuery,
  locale: Locale,
): Promise<Inbox> {
  const [below] = decodeCursor(cursor, Position) ?? [];
  const rows = await em.execute<{ id: string; seq: string; read: boolean }[]>(
    `select n.id, n.seq, ${isRead} as read from notification n
     where n.audience in (${marks(audiences)})
       ${below === undefined ? '' : 'and n.seq < ?'}
       ${unread === undefined ? '' : `and ${isRead} = ?`}
     order by n.seq desc limit ?`,
    [
      accountId,
      ...audiences,
      ...(below === undefined ? [] : [below]),
      ...(unread === undefined ? [] : [accountId, unread === 'false']),
      limit + 1,
    ],
  );
  const found = await em.find(NotificationEntity, { id: { $in: rows.map(({ id }) => id) } });
  const byId = new Map(found.map((one) => [one.id, one]));
  const { items, ...rest } = page(rows, limit, ({ seq }) => [seq]);
  return {
    items: items.flatMap(({ id, read }) => {
      const notification = byId.get(id);
      return notification ? [presented(notification, read, locale)] : [];
    }),
    ...rest,
    unread: await countUnread(em, { accountId, audiences }),
  };
}

const presented = (notification: NotificationEntity, read: boolean, locale: Locale): InboxItem => ({
  id: notification.id,
  entry: notification.entry,
  ...(notification.applicationKind ? { kind: notification.applicationKind } : {}),
  ...wordsOf(notification, locale),
  ...(notification.applicationId ? { applicationId: notification.applicationId } : {}),
  ...(notification.applicationNumber ? { applicationNumber: notification.applicationNumber } : {}),
  link: linkOf(notification),
  at: notification.at.toISOString(),
  read,
});

async function countUnread(em: SqlEntityManager, { accountId, audiences }: Reader): Promise<number> {
  const [counted] = await em.execute<{ n: string }[]>(
    `select count(*) n from notification n where n.audience in (${marks(audiences)}) and not ${isRead}`,
    [...audiences, accountId],
  );
  return Number(counted?.n ?? 0);
}

/** More at once are not named: whoever was away so long reads the list. */
const mostNamed = 50;

/** What a live reader is told: how many are unread, and the ids after `since`. Without `since` none is named: `position` is where to go on. */
export async function readNews(
  deps: Deps,
  reader: Reader,
  since: string | undefined,
): Promise<InboxNews & { position: string }> {
  const { unread, newest } = await deps.orm.em.fork().transactional(async (em) => {
    const newest = await em.execute<{ id: string; seq: string }[]>(
      `select id, seq from notification where audience in (${marks(reader.audiences)}) ${since === undefined ? '' : 'and seq > ?'}
       order by seq desc limit ?`,
      [...reader.audiences, ...(since === undefined ? [] : [since]), since === undefined ? 1 : mostNamed],
    );
    return { unread: await countUnread(em, reader), newest };
  }, ofOneMoment);
  return {
    unread,
    items: since === undefined ? [] : newest.map(({ id }) => id).toReversed(),
    position: newest[0]?.seq ?? since ?? '0',
  };
}
