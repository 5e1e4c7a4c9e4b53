import type { FaqEdit, FaqEntry } from '@beian/contracts/content.ts';
import { requireStaff, type Actor } from '@beian/service-kit/actor.ts';
import { mutate } from '@beian/service-kit/mutate.ts';
import type { Deps } from '../deps.ts';
import { lockRevision } from '../editing/lock-revision.ts';
import { endOf } from './create-entry.ts';
import { FaqEntryEntity } from './faq-entry.entity.ts';
import { presentEntry } from './read-entries.ts';

/** Changes a question or its answer, for the public at once when it is published. In another category it comes last. */
export async function editEntry(deps: Deps, actor: Actor, id: string, edit: FaqEdit): Promise<FaqEntry> {
  requireStaff(actor, 'content_editor');
  const { baseRevision, category, question, answer } = edit;
  return mutate(deps, actor, { action: 'faq.edit' }, async (change) => {
    const entry = await lockRevision(change, FaqEntryEntity, { id, baseRevision });
    if (entry.category !== category) entry.position = await endOf(change, category);
    Object.assign(entry, { category, question, answer, revision: entry.revision + 1, updatedAt: change.now });
    change.record({ subject: id, data: { revision: entry.revision } });
    return presentEntry(entry);
  });
}
