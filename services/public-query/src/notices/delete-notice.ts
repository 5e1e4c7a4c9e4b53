import { requireStaff, type Actor } from '@beian/service-kit/actor.ts';
import { mutate } from '@beian/service-kit/mutate.ts';
import { problem } from '@beian/service-kit/problem.ts';
import type { Deps } from '../deps.ts';
import { NoticeEntity } from './notice.entity.ts';

/** Deletes a draft. What is published is unpublished first: `content.published`. */
export async function deleteNotice(deps: Deps, actor: Actor, id: string): Promise<void> {
  requireStaff(actor, 'content_editor');
  await mutate(deps, actor, { action: 'notice.delete' }, async (change) => {
    const notice = await change.lock(NoticeEntity, { id });
    if (notice.publishedAt) throw problem('content.published');
    change.em.remove(notice);
    change.record({ subject: id, data: { revision: notice.revision } });
  });
}
