import { defineEntity, p } from '@mikro-orm/core';
import type { DictionaryName, DictionaryRule } from '@beian/contracts/vocabulary.ts';

const Schema = defineEntity({
  name: 'DictionaryEntry',
  tableName: 'dictionary_entry',
  properties: {
    dictionary: p.string().$type<DictionaryName>().primary(),
    code: p.string().primary(),
    zh: p.string(),
    en: p.string(),
    position: p.integer(),
    rule: p.string().$type<DictionaryRule>().nullable(),
    /** Days in Beijing; the last one is excluded. */
    validFrom: p.date(),
    validUntil: p.date().nullable(),
    revision: p.integer(),
    /** Staff number. */
    changedBy: p.string(),
    changedAt: p.datetime(),
  },
});
/** One choice of a dictionary. Never deleted: what was filed with it keeps its name. */
export class DictionaryEntryEntity extends Schema.class {}
Schema.setClass(DictionaryEntryEntity);
