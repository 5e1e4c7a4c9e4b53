import { defineEntity, p } from '@mikro-orm/core';
import type { CorrectableField } from '@beian/contracts/correctable-fields.ts';
import type { ApplicationKind, CannedUse, DecisionOutcome, RejectionReason } from '@beian/contracts/vocabulary.ts';

const Schema = defineEntity({
  name: 'CannedText',
  tableName: 'canned_text',
  properties: {
    id: p.uuid().primary(),
    /** Null for what every organ may use. */
    organCode: p.string().nullable(),
    use: p.string().$type<CannedUse>(),
    kind: p.string().$type<ApplicationKind>().nullable(),
    outcome: p.string().$type<DecisionOutcome>().nullable(),
    reasonCode: p.string().$type<RejectionReason>().nullable(),
    field: p.string().$type<CorrectableField>().nullable(),
    text: p.string(),
    advice: p.string().nullable(),
    /** Staff number. */
    updatedBy: p.string(),
    updatedAt: p.datetime(),
  },
});
/** A text that reviewers put into opinions, notices and rejections. */
export class CannedTextEntity extends Schema.class {}
Schema.setClass(CannedTextEntity);
