import { faqCategories } from '@beian/contracts/vocabulary.ts';
import type { FaqEntry } from '@beian/contracts/content.ts';
import { requireStaff, type Actor } from '@beian/service-kit/actor.ts';
import { problem } from '@beian/service-kit/problem.ts';
import type { Deps } from '../deps.ts';
import { FaqEntryEntity } from './faq-entry.entity.ts';

/** An entry as editors see it. */
export const presentEntry = (entry: FaqEntryEntity): FaqEntry => ({
  id: entry.id,
  category: entry.category,
  question: entry.question,
  answer: entry.answer,
  position: entry.position,
  revision: entry.revision,
  published: Boolean(entry.publishedAt),
  ...(entry.publishedAt ? { publishedAt: entry.publishedAt.toISOString() } : {}),
  updatedAt: entry.updatedAt.toISOString(),
});

/** The order of the page: by category, then as editors put them. */
export const inPageOrder = (a: FaqEntryEntity, b: FaqEntryEntity): number =>
  faqCategories.indexOf(a.category) - faqCategories.indexOf(b.category) ||
  a.position - b.position ||
  a.id.localeCompare(b.id);

/** All entries, drafts too, for content editors. */
export async function listEntries(deps: Deps, actor: Actor): Promise<FaqEntry[]> {
  requireStaff(actor, 'content_editor');
  const entries = await deps.orm.em.fork().findAll(FaqEntryEntity);
  return entries.toSorted(inPageOrder).map(presentEntry);
}

/** One entry for content editors; `not-found` when there is none. */
export async function readEntry(deps: Deps, actor: Actor, id: string): Promise<FaqEntry> {
  requireStaff(actor, 'content_editor');
  const entry = await deps.orm.em.fork().findOne(FaqEntryEntity, { id });
  if (!entry) throw problem('not-found');
  return presentEntry(entry);
}
