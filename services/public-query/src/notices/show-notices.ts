import type { FilterQuery } from '@mikro-orm/core';
import { z } from 'zod';
import { beijingDay } from '@beian/contracts/beijing-day.rules.ts';
import { CalendarDate, Id, type PageQuery } from '@beian/contracts/common.ts';
import type { PublicNotice, PublicNoticeText } from '@beian/contracts/content.ts';
import { decodeCursor, page } from '@beian/service-kit/pagination.ts';
import { problem } from '@beian/service-kit/problem.ts';
import type { Deps } from '../deps.ts';
import { NoticeEntity } from './notice.entity.ts';
import { presentShown } from './read-notices.ts';

const Position = z.tuple([z.literal([0, 1]), CalendarDate, Id]);

/** What the public may see on a day: published, begun and not over. */
const shownOn = (day: string): FilterQuery<NoticeEntity> => ({
  publishedAt: { $ne: null },
  effectiveFrom: { $lte: day },
  $or: [{ effectiveUntil: null }, { effectiveUntil: { $gte: day } }],
});

/** 公告 for everybody (I33): pinned ones first, then the newest. */
export async function showNotices(
  deps: Deps,
  { cursor, limit }: PageQuery,
): Promise<{ items: PublicNotice[]; next?: string }> {
  const shown = shownOn(beijingDay(deps.clock.now()));
  const notices = await deps.orm.em.fork().find(
    NoticeEntity,
    { $and: [shown, after(cursor)] },
    {
      orderBy: { pinned: 'desc', effectiveFrom: 'desc', id: 'desc' },
      exclude: ['body'],
      limit: limit + 1,
    },
  );
  const found = page(notices, limit, ({ pinned, effectiveFrom, id }) => [pinned ? 1 : 0, effectiveFrom, id]);
  return { ...found, items: found.items.map(presentShown) };
}

function after(cursor: string | undefined): FilterQuery<NoticeEntity> {
  const position = decodeCursor(cursor, Position);
  if (!position) return {};
  const [pinnedBit, effectiveFrom, id] = position;
  const pinned = pinnedBit === 1;
  const later: FilterQuery<NoticeEntity>[] = [
    { pinned, effectiveFrom: { $lt: effectiveFrom } },
    { pinned, effectiveFrom, id: { $lt: id } },
  ];
  return { $or: pinned ? [{ pinned: false }, ...later] : later };
}

/** One notice for everybody; one that is not shown now is `not-found`. */
export async function showNotice(deps: Deps, id: string): Promise<PublicNoticeText> {
  const shown = shownOn(beijingDay(deps.clock.now()));
  const notice = await deps.orm.em.fork().findOne(NoticeEntity, { $and: [{ id }, shown] });
  if (!notice) throw problem('not-found');
  return { ...presentShown(notice), body: notice.body };
}
