import { defineEntity, p } from '@mikro-orm/core';

const Schema = defineEntity({
  name: 'PaperFiling',
  tableName: 'paper_filing',
  properties: {
    applicationId: p.uuid().primary(),
    formId: p.uuid(),
    /** YYYY-MM-DD */
    receivedOn: p.string(),
    clerkAccountId: p.uuid(),
    clerkStaffNo: p.string(),
    /** Keyed hash: the code itself is on the unit's notice alone. */
    claimCodeHash: p.string().nullable(),
    wrongTries: p.integer().default(0),
    claimedAt: p.datetime().nullable(),
  },
});
/** What is known of a filing that came on paper, beside its application. */
export class PaperFilingEntity extends Schema.class {}
Schema.setClass(PaperFilingEntity);
