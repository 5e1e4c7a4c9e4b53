import type { Notice } from '@beian/contracts/content.ts';
import { requireStaff, type Actor } from '@beian/service-kit/actor.ts';
import { problem } from '@beian/service-kit/problem.ts';
import type { Deps } from '../deps.ts';
import { NoticeEntity } from './notice.entity.ts';

type Shown = Pick<NoticeEntity, 'id' | 'title' | 'pinned' | 'effectiveFrom' | 'effectiveUntil' | 'updatedAt'>;
/** The part that everybody may read, without the text. */
export const presentShown = (notice: Shown) => ({
  id: notice.id,
  title: notice.title,
  pinned: notice.pinned,
  effectiveFrom: notice.effectiveFrom,
  ...(notice.effectiveUntil ? { effectiveUntil: notice.effectiveUntil } : {}),
  updatedAt: notice.updatedAt.toISOString(),
});

/** A notice as editors see it. */
export const presentNotice = (notice: NoticeEntity): Notice => ({
  ...presentShown(notice),
  body: notice.body,
  revision: notice.revision,
  published: Boolean(notice.publishedAt),
  ...(notice.publishedAt ? { publishedAt: notice.publishedAt.toISOString() } : {}),
});

/** All notices, drafts and past ones too, for content editors. */
export async function listNotices(deps: Deps, actor: Actor): Promise<Notice[]> {
  requireStaff(actor, 'content_editor');
  const notices = await deps.orm.em
    .fork()
    .findAll(NoticeEntity, { orderBy: { pinned: 'desc', effectiveFrom: 'desc', id: 'desc' }, limit: 1000 });
  return notices.map(presentNotice);
}

/** One notice for content editors; `not-found` when there is none. */
export async function readNotice(deps: Deps, actor: Actor, id: string): Promise<Notice> {
  requireStaff(actor, 'content_editor');
  const notice = await deps.orm.em.fork().findOne(NoticeEntity, { id });
  if (!notice) throw problem('not-found');
  return presentNotice(notice);
}
