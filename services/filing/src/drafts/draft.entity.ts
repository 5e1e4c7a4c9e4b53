import { defineEntity, p } from '@mikro-orm/core';
import type { ApplicationKind } from '@beian/contracts/vocabulary.ts';

const DraftSchema = defineEntity({
  name: 'Draft',
  tableName: 'draft',
  properties: {
    id: p.uuid().primary(),
    accountId: p.uuid(),
    kind: p.string().$type<ApplicationKind>(),
    title: p.string(),
    step: p.string(),
    revision: p.integer(),
    /** The filing that the form names, if it names one: such a draft goes when the filing goes to somebody else. */
    filingNumber: p.string().nullable(),
    /** The whole form: it may hold anything that people type. */
    sealed: p.blob(),
    /** Sent since the last save. */
    reminders: p.integer().default(0),
    updatedAt: p.datetime(),
    expiresAt: p.datetime(),
  },
});
export class DraftEntity extends DraftSchema.class {}
DraftSchema.setClass(DraftEntity);
