import type { Notice, Publication } from '@beian/contracts/content.ts';
import { requireStaff, type Actor } from '@beian/service-kit/actor.ts';
import { mutate } from '@beian/service-kit/mutate.ts';
import type { Deps } from '../deps.ts';
import { lockRevision } from '../editing/lock-revision.ts';
import { NoticeEntity } from './notice.entity.ts';
import { presentNotice } from './read-notices.ts';

/** Shows a notice to the public within its days, or takes it back. */
export async function publishNotice(deps: Deps, actor: Actor, id: string, publication: Publication): Promise<Notice> {
  requireStaff(actor, 'content_editor');
  const { published, baseRevision } = publication;
  return mutate(deps, actor, { action: published ? 'notice.publish' : 'notice.unpublish' }, async (change) => {
    const notice = await lockRevision(change, NoticeEntity, { id, baseRevision });
    notice.publishedAt = published ? (notice.publishedAt ?? change.now) : null;
    notice.revision += 1;
    change.record({ subject: id, data: { revision: notice.revision } });
    return presentNotice(notice);
  });
}
