import { LockMode } from '@mikro-orm/core';
import type { FaqEntry, FaqOrder } from '@beian/contracts/content.ts';
import { requireStaff, type Actor } from '@beian/service-kit/actor.ts';
import { mutate } from '@beian/service-kit/mutate.ts';
import { problem } from '@beian/service-kit/problem.ts';
import type { Deps } from '../deps.ts';
import { FaqEntryEntity } from './faq-entry.entity.ts';
import { inPageOrder, presentEntry } from './read-entries.ts';

/** Puts the questions of a category into a new order. It must name each of them once: `content.order-stale` when some came or went. */
export async function orderEntries(deps: Deps, actor: Actor, { category, ids }: FaqOrder): Promise<FaqEntry[]> {
  requireStaff(actor, 'content_editor');
  return mutate(deps, actor, { action: 'faq.order' }, async (change) => {
    const lock = { lockMode: LockMode.PESSIMISTIC_WRITE, orderBy: { id: 'asc' } } as const;
    const entries = await change.em.find(FaqEntryEntity, { category }, lock);
    const places = new Map(ids.map((id, i) => [id, i + 1]));
    if (places.size !== ids.length || ids.length !== entries.length) throw problem('content.order-stale');
    for (const entry of entries) {
      const place = places.get(entry.id);
      if (place === undefined) throw problem('content.order-stale');
      entry.position = place;
    }
    change.record({ subject: category, data: { ids } });
    return entries.toSorted(inPageOrder).map(presentEntry);
  });
}
