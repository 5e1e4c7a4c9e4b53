import { defineEntity, p } from '@mikro-orm/core';

const Schema = defineEntity({
  name: 'SharingCredential',
  tableName: 'sharing_credential',
  properties: {
    /** The department's `client_id`. */
    id: p.uuid().primary(),
    /** Name of the department. */
    department: p.string(),
    /** Legal basis or purpose, as the operator states it: the holders of what is asked for read it. */
    purpose: p.string(),
    /** Code of a division, or `wholeCountry`. */
    area: p.string(),
    /** SHA-256 of 256 random bits: the table alone lets nobody in. */
    secretHash: p.string(),
    createdAt: p.datetime(),
    /** A year after it was made at most. */
    validUntil: p.datetime(),
    lastUsedAt: p.datetime().nullable(),
    revokedAt: p.datetime().nullable(),
  },
});
/** 共享凭证: by which another department asks what is filed in its area (0045). */
export class SharingCredentialEntity extends Schema.class {}
Schema.setClass(SharingCredentialEntity);
