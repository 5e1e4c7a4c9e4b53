import type { Notice, NoticeInput } from '@beian/contracts/content.ts';
import { requireStaff, type Actor } from '@beian/service-kit/actor.ts';
import type { Idempotency } from '@beian/service-kit/idempotency.ts';
import { newId } from '@beian/service-kit/ids.ts';
import { mutate } from '@beian/service-kit/mutate.ts';
import type { Deps } from '../deps.ts';
import { NoticeEntity } from './notice.entity.ts';
import { presentNotice } from './read-notices.ts';

/** A new notice (I33), a draft until it is published. */
export async function createNotice(
  deps: Deps,
  by: { actor: Actor; idempotency: Idempotency | undefined },
  input: NoticeInput,
): Promise<Notice> {
  const { actor, idempotency } = by;
  requireStaff(actor, 'content_editor');
  return mutate(deps, actor, { action: 'notice.create', idempotency }, async (change) => {
    const notice = change.create(NoticeEntity, {
      id: newId(),
      ...input,
      effectiveUntil: input.effectiveUntil ?? null,
      revision: 1,
      createdAt: change.now,
      updatedAt: change.now,
    });
    change.record({ subject: notice.id });
    return presentNotice(notice);
  });
}
