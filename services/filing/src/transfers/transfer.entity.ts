import { defineEntity, p } from '@mikro-orm/core';
import type { TransferOutcome } from '@beian/contracts/vocabulary.ts';

const TransferSchema = defineEntity({
  name: 'Transfer',
  tableName: 'transfer',
  properties: {
    applicationId: p.uuid().primary(),
    /** Keyed hash of the recipient's ID number and name (G5): whoever signs in with it may answer, with an account now or later. */
    recipientHash: p.string(),
    /** Of the initiator, for the recipient: a person's name masked, a legal person's unit. */
    fromName: p.string().nullable(),
    /** Null until the reviews have approved. */
    dueAt: p.datetime().nullable(),
    /** RFC 3339 */
    remindAt: p.json().$type<string[]>().nullable(),
    reminders: p.integer().default(0),
    /** The recipient's account, where there was one when the recipient was told last: who knows that it waits hears how it ends. */
    toldAccountId: p.uuid().nullable(),
  },
});
/** What a transfer adds to its application. */
export class TransferEntity extends TransferSchema.class {}
TransferSchema.setClass(TransferEntity);

const OutcomeSchema = defineEntity({
  name: 'TransferOutcome',
  tableName: 'transfer_outcome',
  properties: {
    id: p.uuid().primary(),
    applicationId: p.uuid(),
    outcome: p.string().$type<TransferOutcome>(),
    /** Who answered or revoked; null when the time ran out. */
    accountId: p.uuid().nullable(),
    reason: p.string().nullable(),
    at: p.datetime(),
    /** When the workflow settled it. */
    appliedAt: p.datetime().nullable(),
  },
});
/** How a transfer ended: of accepting, declining, revoking and expiring the database lets exactly one happen (N2). */
export class TransferOutcomeEntity extends OutcomeSchema.class {}
OutcomeSchema.setClass(TransferOutcomeEntity);
