import { defineEntity, p } from '@mikro-orm/core';
import type { FaqCategory, Label } from '@beian/contracts/vocabulary.ts';

const FaqEntrySchema = defineEntity({
  name: 'FaqEntry',
  tableName: 'faq_entry',
  properties: {
    id: p.uuid().primary(),
    category: p.string().$type<FaqCategory>(),
    question: p.json().$type<Label>(),
    answer: p.json().$type<Label>(),
    /** Place within its category. */
    position: p.integer(),
    /** The public sees it; null for a draft. */
    publishedAt: p.datetime().nullable(),
    revision: p.integer(),
    createdAt: p.datetime(),
    updatedAt: p.datetime(),
  },
});
/** A frequently asked question with its answer. */
export class FaqEntryEntity extends FaqEntrySchema.class {}
FaqEntrySchema.setClass(FaqEntryEntity);
