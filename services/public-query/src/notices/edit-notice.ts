import type { Notice, NoticeEdit } from '@beian/contracts/content.ts';
import { requireStaff, type Actor } from '@beian/service-kit/actor.ts';
import { mutate } from '@beian/service-kit/mutate.ts';
import type { Deps } from '../deps.ts';
import { lockRevision } from '../editing/lock-revision.ts';
import { NoticeEntity } from './notice.entity.ts';
import { presentNotice } from './read-notices.ts';

/** Changes a notice, for the public at once when it is published. */
export async function editNotice(deps: Deps, actor: Actor, id: string, edit: NoticeEdit): Promise<Notice> {
  requireStaff(actor, 'content_editor');
  const { baseRevision, ...words } = edit;
  return mutate(deps, actor, { action: 'notice.edit' }, async (change) => {
    const notice = await lockRevision(change, NoticeEntity, { id, baseRevision });
    Object.assign(notice, words, {
      effectiveUntil: words.effectiveUntil ?? null,
      revision: notice.revision + 1,
      updatedAt: change.now,
    });
    change.record({ subject: id, data: { revision: notice.revision } });
    return presentNotice(notice);
  });
}
