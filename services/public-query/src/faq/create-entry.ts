import type { FaqEntry, FaqInput } from '@beian/contracts/content.ts';
import type { FaqCategory } from '@beian/contracts/vocabulary.ts';
import { requireStaff, type Actor } from '@beian/service-kit/actor.ts';
import type { Idempotency } from '@beian/service-kit/idempotency.ts';
import { newId } from '@beian/service-kit/ids.ts';
import { mutate, type Change } from '@beian/service-kit/mutate.ts';
import type { Deps } from '../deps.ts';
import { FaqEntryEntity } from './faq-entry.entity.ts';
import { presentEntry } from './read-entries.ts';

/** A new question (I32), a draft at the end of its category until it is published. */
export async function createEntry(
  deps: Deps,
  by: { actor: Actor; idempotency: Idempotency | undefined },
  input: FaqInput,
): Promise<FaqEntry> {
  const { actor, idempotency } = by;
  requireStaff(actor, 'content_editor');
  return mutate(deps, actor, { action: 'faq.create', idempotency }, async (change) => {
    const entry = change.create(FaqEntryEntity, {
      id: newId(),
      ...input,
      position: await endOf(change, input.category),
      revision: 1,
      createdAt: change.now,
      updatedAt: change.now,
    });
    change.record({ subject: entry.id, data: { category: input.category } });
    return presentEntry(entry);
  });
}

/** The place behind the last entry of a category. */
export async function endOf({ em }: Change, category: FaqCategory): Promise<number> {
  const [last] = await em.find(FaqEntryEntity, { category }, { orderBy: { position: 'desc' }, limit: 1 });
  return (last?.position ?? 0) + 1;
}
