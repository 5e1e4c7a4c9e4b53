import type { FaqQuery, PublicFaq, PublicFaqList } from '@beian/contracts/content.ts';
import { faqCategories } from '@beian/contracts/vocabulary.ts';
import type { Deps } from '../deps.ts';
import { FaqEntryEntity } from './faq-entry.entity.ts';
import { bestAnswers } from './faq-search.rules.ts';
import { inPageOrder } from './read-entries.ts';

const presentAnswer = ({ id, category, question, answer, updatedAt }: FaqEntryEntity): PublicFaq => ({
  id,
  category,
  question,
  answer,
  updatedAt: updatedAt.toISOString(),
});

/**
 * 常见问题 for everybody (M135, M136): what is published, of one category or all, by search or in the editors' order. The page shows
 * all of it at once, so that there is no more to search than what is read anyway.
 */
export async function findAnswers(deps: Deps, { category, q }: FaqQuery): Promise<PublicFaqList> {
  const published = await deps.orm.em.fork().find(FaqEntryEntity, { publishedAt: { $ne: null } });
  const ordered = published.toSorted(inPageOrder);
  const categories = faqCategories
    .map((one) => ({ category: one, count: ordered.filter((entry) => entry.category === one).length }))
    .filter(({ count }) => count > 0);
  const chosen = ordered.filter((entry) => category === undefined || entry.category === category);
  const items = q ? bestAnswers(chosen, q) : chosen;
  return { items: items.map(presentAnswer), categories };
}
