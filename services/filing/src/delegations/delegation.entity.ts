import { defineEntity, p } from '@mikro-orm/core';
import type { DelegationMessage, DelegationRole } from '@beian/contracts/vocabulary.ts';

const Schema = defineEntity({
  name: 'Delegation',
  tableName: 'delegation',
  properties: {
    id: p.uuid().primary(),
    holderAccountId: p.uuid(),
    /** Of the holder, for who may act: a person's name masked, a legal person's unit. */
    holderName: p.string().nullable(),
    uscc: p.string(),
    unitName: p.string(),
    /** Keyed hash of the person's ID number and name: whoever signs in with it is meant, with an account now or later. */
    granteeHash: p.string(),
    /** Grantee: nobody needs more of the person than this. */
    sealed: p.blob(),
    role: p.string().$type<DelegationRole>(),
    /** An agent's letter of authorisation. */
    letterDocumentId: p.uuid().nullable(),
    /** First and last day in Beijing. The database allows a person one delegation of a holder for a unit at a time. */
    validFrom: p.date(),
    validUntil: p.date(),
    createdAt: p.datetime(),
    revokedAt: p.datetime().nullable(),
    /** The last message that was told of it, and when to look for the next; null when none will come. */
    told: p.string().$type<DelegationMessage>().nullable(),
    tellAt: p.datetime().nullable(),
  },
});
/** A holder lets another person act or read in its place, for every filing of a unit that it holds (I02). */
export class DelegationEntity extends Schema.class {}
Schema.setClass(DelegationEntity);
