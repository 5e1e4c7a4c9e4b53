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
    claimedAt: p.datetime().nullable(),
  },
});
/** What is known of a filing that came on paper, beside its application. */
export class PaperFilingEntity extends Schema.class {}
Schema.setClass(PaperFilingEntity);

const TriesSchema = defineEntity({
  name: 'ClaimTries',
  tableName: 'claim_tries',
  properties: { applicationId: p.uuid().primary(), accountId: p.uuid().primary(), wrong: p.integer() },
});
/** How often an account has tried a wrong claim code on a filing, since its code was issued. */
export class ClaimTries extends TriesSchema.class {}
TriesSchema.setClass(ClaimTries);
