import { defineEntity, p } from '@mikro-orm/core';

const Schema = defineEntity({
  name: 'ApiCredential',
  tableName: 'api_credential',
  properties: {
    /** The program's `client_id`. */
    id: p.uuid().primary(),
    accountId: p.uuid(),
    /** Of the program, as its account calls it. */
    name: p.string(),
    /** SHA-256 of 256 random bits: the table alone lets nobody in. */
    secretHash: p.string(),
    /** Keyed hash of the person who made it: its program reads what waits for that person, whoever else uses the account. */
    personHash: p.string().nullable(),
    createdAt: p.datetime(),
    /** A year after it was made at most. */
    validUntil: p.datetime(),
    lastUsedAt: p.datetime().nullable(),
    revokedAt: p.datetime().nullable(),
  },
});
/** 接口凭证: by which a program signs in for a filer's account (0042). */
export class ApiCredentialEntity extends Schema.class {}
Schema.setClass(ApiCredentialEntity);
