import { requireStaff, type Actor } from '@beian/service-kit/actor.ts';
import { mutate } from '@beian/service-kit/mutate.ts';
import { problem } from '@beian/service-kit/problem.ts';
import type { Deps } from '../deps.ts';
import { FaqEntryEntity } from './faq-entry.entity.ts';

/** Deletes a draft. What the public sees is unpublished first: `content.published`. */
export async function deleteEntry(deps: Deps, actor: Actor, id: string): Promise<void> {
  requireStaff(actor, 'content_editor');
  await mutate(deps, actor, { action: 'faq.delete' }, async (change) => {
    const entry = await change.lock(FaqEntryEntity, { id });
    if (entry.publishedAt) throw problem('content.published');
    change.em.remove(entry);
    change.record({ subject: id, data: { revision: entry.revision } });
  });
}
