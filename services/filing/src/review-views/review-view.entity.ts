import { defineEntity, p } from '@mikro-orm/core';
import type { ReviewTaskFilter } from '@beian/contracts/review.ts';

const Schema = defineEntity({
  name: 'ReviewView',
  tableName: 'review_view',
  properties: {
    id: p.uuid().primary(),
    /** Who keeps it; a name is unique per person. */
    accountId: p.uuid(),
    staffNo: p.string(),
    organCode: p.string(),
    name: p.string(),
    query: p.json().$type<ReviewTaskFilter>(),
    /** Seen by the whole organ. */
    shared: p.boolean(),
    updatedAt: p.datetime(),
  },
});
/** A filter of the queue that somebody has saved. */
export class ReviewViewEntity extends Schema.class {}
Schema.setClass(ReviewViewEntity);
