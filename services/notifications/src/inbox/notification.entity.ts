import { defineEntity, p } from '@mikro-orm/core';
import type { Addressee, ApplicationKind, NotificationEntry } from '@beian/contracts/vocabulary.ts';

const NotificationSchema = defineEntity({
  name: 'Notification',
  tableName: 'notification',
  properties: {
    /** Made of the entry and the audience: however often an event comes, the row is the same. */
    id: p.uuid().primary(),
    /** Counts up in the order of commits: readers that know one number have seen all below it. */
    seq: p.bigint('string'),
    entryId: p.uuid(),
    audience: p.string(),
    addressee: p.string().$type<Addressee>(),
    entry: p.string().$type<NotificationEntry>(),
    /** Null for a delegation and an API credential. */
    applicationKind: p.string().$type<ApplicationKind>().nullable(),
    /** Null for a draft, a delegation and an API credential, as what follows. */
    applicationId: p.uuid().nullable(),
    applicationNumber: p.string().nullable(),
    organCode: p.string().nullable(),
    filingNumbers: p.json().$type<string[]>(),
    /** The unit of a delegation. */
    uscc: p.string().nullable(),
    dueAt: p.datetime().nullable(),
    at: p.datetime(),
    createdAt: p.datetime(),
    /** What it asked of staff is done: nobody needs to read it any more. */
    settledAt: p.datetime().nullable(),
  },
});
/** One entry of a timeline, a draft, a message of a delegation or an API credential for one audience. No personal data: ids, codes and numbers. */
export class NotificationEntity extends NotificationSchema.class {}
NotificationSchema.setClass(NotificationEntity);
