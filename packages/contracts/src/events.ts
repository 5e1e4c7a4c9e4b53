import { z } from 'zod';
import { CalendarDate, EntryCode, FilingNumber, Id, Timestamp, Uscc } from './common.ts';
import {
  accountKinds,
  applicationKinds,
  delegationMessages,
  delegationRoles,
  documentKinds,
  timelineKinds,
} from './vocabulary.ts';

/**
 * The one catalogue of events: type without the prefix `beian.` → schema of `data`. Ids, numbers and codes; never personal data.
 * The subject on JetStream is `beian.` + type.
 */
const application = {
  applicationId: Id,
  kind: z.enum(applicationKinds),
  version: z.int(),
  organCode: z.string(),
  /** Null for what came on paper or without sign-in. */
  accountId: Id.nullable(),
};
const filing = {
  filingNumber: FilingNumber,
  applicationId: Id,
  uscc: Uscc,
  organCode: z.string(),
  countyCode: z.string(),
  version: z.int(),
};
export const eventData = {
  'application.submitted': z.strictObject({
    ...application,
    countyCode: z.string(),
    documentIds: z.array(Id),
  }),
  'application.returned': z.strictObject({ ...application, decisionId: Id, dueAt: Timestamp }),
  'application.resubmitted': z.strictObject({ ...application, documentIds: z.array(Id) }),
  'application.approved': z.strictObject({ ...application, decisionId: Id }),
  'application.rejected': z.strictObject({
    ...application,
    decisionId: Id,
    reasonCode: EntryCode,
  }),
  'application.withdrawn': z.strictObject(application),
  'application.expired': z.strictObject(application),
  'application.completed': z.strictObject({ ...application, filingNumbers: z.array(FilingNumber) }),
  /** One per entry of an application's timeline: whom it concerns is told by it, once. */
  'timeline.added': z.strictObject({
    ...application,
    entryId: Id,
    entry: z.enum(timelineKinds),
    applicationNumber: z.string(),
    filingNumbers: z.array(FilingNumber).optional(),
    /** The deadline that the entry speaks of. */
    dueAt: Timestamp.optional(),
    /** Who of the organ's staff holds the task. */
    assigneeAccountId: Id.optional(),
    /** The superior organ that an escalation reaches. */
    escalatedTo: z.string().optional(),
    /** The other party: the recipient of a transfer, once known, or the holder of a disputed filing. */
    recipientAccountId: Id.optional(),
  }),
  'filing.registered': z.strictObject({ ...filing, registeredAt: Timestamp, documentIds: z.array(Id) }),
  'filing.changed': z.strictObject({ ...filing, changedAt: Timestamp, documentIds: z.array(Id) }),
  'filing.cancelled': z.strictObject({ ...filing, cancelledAt: Timestamp }),
  /** `fromAccountId` is null where nobody held it: a paper filing that its owner claims. */
  'filing.transferred': z.strictObject({
    ...filing,
    fromAccountId: Id.nullable(),
    toAccountId: Id,
    transferredAt: Timestamp,
  }),
  /** `holderAccountId` is told; null when nobody holds the filing. */
  'filing.held': z.strictObject({ ...filing, heldAt: Timestamp, holderAccountId: Id.nullable() }),
  'filing.released': z.strictObject({ ...filing, releasedAt: Timestamp, holderAccountId: Id.nullable() }),
  /** A draft that nobody has saved for a while (G6). */
  'draft.reminded': z.strictObject({
    draftId: Id,
    accountId: Id,
    kind: z.enum(applicationKinds),
    step: z.int(),
    expiresAt: Timestamp,
  }),
  /** Who acts in a holder's place; whom it names is in no event. */
  'delegation.granted': z.strictObject({
    delegationId: Id,
    role: z.enum(delegationRoles),
    uscc: Uscc,
    validUntil: CalendarDate,
    documentIds: z.array(Id),
  }),
  'delegation.revoked': z.strictObject({ delegationId: Id }),
  /** One per message of a delegation: whom it concerns is told by it, once. */
  'delegation.told': z.strictObject({
    delegationId: Id,
    message: z.enum(delegationMessages),
    uscc: Uscc,
    validUntil: CalendarDate,
    holderAccountId: Id,
    /** Absent while the person has no account. */
    granteeAccountId: Id.optional(),
  }),
  'document.stored': z.strictObject({ documentId: Id, kind: z.enum(documentKinds), sha256: z.string(), size: z.int() }),
  /** A file that was held, or stored before there was a scanner, is infected: whoever has handed it in must replace it. */
  'document.quarantined': z.strictObject({ documentId: Id, kind: z.enum(documentKinds) }),
  'document.released': z.strictObject({ documentId: Id }),
  /** A program may sign in for the account until then: all who use the account are told. What it is called is in no event. */
  'api-credential.made': z.strictObject({ credentialId: Id, accountId: Id, validUntil: Timestamp }),
  'account.created': z.strictObject({ accountId: Id, kind: z.enum(accountKinds) }),
} as const;
export type EventType = keyof typeof eventData;
export type EventData<T extends EventType> = z.infer<(typeof eventData)[T]>;

export const eventTypes = Object.keys(eventData) as EventType[];
export const eventStream = 'BEIAN';
export const subjectOf = (type: EventType): string => `beian.${type}`;

/** CloudEvents 1.0 envelope. `sequence` orders the events of one subject. */
export const Envelope = z.strictObject({
  specversion: z.literal('1.0'),
  id: Id,
  source: z.string(),
  type: z.string().startsWith('beian.'),
  time: Timestamp,
  subject: z.string(),
  sequence: z.int().optional(),
  datacontenttype: z.literal('application/json'),
  data: z.unknown(),
});
export type Envelope = z.infer<typeof Envelope>;
export type BeianEvent<T extends EventType = EventType> = Omit<Envelope, 'data'> & { data: EventData<T> };

/** Reads an event off the wire: envelope and data both checked. Throws ZodError or a RangeError for an unknown type. */
export function parseEvent(value: unknown): { type: EventType; event: BeianEvent } {
  const envelope = Envelope.parse(value);
  const type = envelope.type.slice('beian.'.length);
  if (!Object.hasOwn(eventData, type)) throw new RangeError(`unknown event type ${envelope.type}`);
  const known = type as EventType;
  return { type: known, event: { ...envelope, data: eventData[known].parse(envelope.data) } };
}
