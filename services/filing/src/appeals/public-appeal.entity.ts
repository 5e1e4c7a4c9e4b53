import { defineEntity, p } from '@mikro-orm/core';

const Schema = defineEntity({
  name: 'PublicAppeal',
  tableName: 'public_appeal',
  properties: {
    applicationId: p.uuid().primary(),
    /** Keyed hash: the code itself is the appellant's alone. */
    trackingHash: p.string(),
    /** Upheld in the appellant's favour: the filing waits, held, for an account to take it. */
    granted: p.boolean().default(false),
    claimedBy: p.uuid().nullable(),
    claimedAt: p.datetime().nullable(),
  },
});
/** What is known of an appeal that came without sign-in, beside its application. */
export class PublicAppealEntity extends Schema.class {}
Schema.setClass(PublicAppealEntity);
