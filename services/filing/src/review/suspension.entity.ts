import { defineEntity, p } from '@mikro-orm/core';
import type { Resumer, ReviewStage, SuspensionReason } from '@beian/contracts/vocabulary.ts';

const Schema = defineEntity({
  name: 'ReviewSuspension',
  tableName: 'review_suspension',
  properties: {
    id: p.uuid().primary(),
    applicationId: p.uuid(),
    reviewTaskId: p.uuid(),
    stage: p.string().$type<ReviewStage>(),
    round: p.integer(),
    staffNo: p.string(),
    organCode: p.string(),
    organName: p.string(),
    reasonCode: p.string().$type<SuspensionReason>(),
    opinion: p.string(),
    suspendedAt: p.datetime(),
    /** The day in Beijing on which the review goes on by itself. */
    resumeOn: p.date(),
    /** When the workflow took note of it, and when it wakes. */
    appliedAt: p.datetime().nullable(),
    until: p.datetime().nullable(),
    /** What ended it: the id that the signal carries, who, when. Null while it runs. */
    resumptionId: p.uuid().nullable(),
    resumedAt: p.datetime().nullable(),
    resumedBy: p.string().$type<Resumer>().nullable(),
    resumedStaffNo: p.string().nullable(),
    resumptionAppliedAt: p.datetime().nullable(),
  },
});
/** A review that stands still (挂起, I08). The database lets one run per task. */
export class SuspensionEntity extends Schema.class {}
Schema.setClass(SuspensionEntity);
