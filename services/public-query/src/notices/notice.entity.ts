import { defineEntity, p } from '@mikro-orm/core';
import type { Label } from '@beian/contracts/vocabulary.ts';

const NoticeSchema = defineEntity({
  name: 'Notice',
  tableName: 'notice',
  properties: {
    id: p.uuid().primary(),
    title: p.json().$type<Label>(),
    body: p.json().$type<Label>(),
    pinned: p.boolean(),
    /** First and last day, Beijing time, on which the public sees it. */
    effectiveFrom: p.date(),
    effectiveUntil: p.date().nullable(),
    /** Null for a draft. */
    publishedAt: p.datetime().nullable(),
    revision: p.integer(),
    createdAt: p.datetime(),
    updatedAt: p.datetime(),
  },
});
/** 公告: what the platform tells everybody. */
export class NoticeEntity extends NoticeSchema.class {}
NoticeSchema.setClass(NoticeEntity);
