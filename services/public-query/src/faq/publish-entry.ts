import type { FaqEntry, Publication } from '@beian/contracts/content.ts';
import { requireStaff, type Actor } from '@beian/service-kit/actor.ts';
import { mutate } from '@beian/service-kit/mutate.ts';
import type { Deps } from '../deps.ts';
import { lockRevision } from '../editing/lock-revision.ts';
import { FaqEntryEntity } from './faq-entry.entity.ts';
import { presentEntry } from './read-entries.ts';

/** Shows a question to the public, or takes it back. What is published is what the editor saw: the revision must be the one he read. */
export async function publishEntry(deps: Deps, actor: Actor, id: string, publication: Publication): Promise<FaqEntry> {
  requireStaff(actor, 'content_editor');
  const { published, baseRevision } = publication;
  return mutate(deps, actor, { action: published ? 'faq.publish' : 'faq.unpublish' }, async (change) => {
    const entry = await lockRevision(change, FaqEntryEntity, { id, baseRevision });
    entry.publishedAt = published ? (entry.publishedAt ?? change.now) : null;
    entry.revision += 1;
    change.record({ subject: id, data: { revision: entry.revision } });
    return presentEntry(entry);
  });
}
