import { defineEntity, p } from '@mikro-orm/core';
import type { AccountKind, StaffRole } from '@beian/contracts/vocabulary.ts';

const AccountSchema = defineEntity({
  name: 'Account',
  tableName: 'account',
  properties: {
    id: p.uuid().primary(),
    kind: p.string().$type<AccountKind>(),
    /** Keyed hash of the provider's subject: the subject itself is not kept. */
    subjectHash: p.string(),
    /** Keyed hash of ID number and name, of filers alone (G5). */
    personHash: p.string().nullable(),
    /** PersonalData */
    sealed: p.blob(),
    uscc: p.string().nullable(),
    unitName: p.string().nullable(),
    staffNo: p.string().nullable(),
    /** Of the sign-in, taken over anew each time. */
    roles: p.json().$type<StaffRole[]>(),
    /** Those that the platform withdraws, whatever the sign-in says. */
    withdrawnRoles: p
      .json()
      .$type<StaffRole[]>()
      .onCreate(() => []),
    organCode: p.string().nullable(),
    createdAt: p.datetime(),
    signedInAt: p.datetime(),
    suspendedAt: p.datetime().nullable(),
    /** Staff number of who did it. */
    suspendedBy: p.string().nullable(),
    suspensionReason: p.string().nullable(),
  },
});
/** Somebody who has signed in at least once. */
export class AccountEntity extends AccountSchema.class {}
AccountSchema.setClass(AccountEntity);
