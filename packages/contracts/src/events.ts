import { z } from 'zod';
import { FilingNumber, Id, Timestamp, Uscc } from './common.ts';
import { accountKinds, applicationKinds, documentKinds, rejectionReasons } from './vocabulary.ts';

/**
 * The one catalogue of events: type without the prefix `beian.` → schema of `data`. Ids, numbers and codes; never personal data.
 * The subject on JetStream is `beian.` + type.
 */
const application = { applicationId: Id, kind: z.enum(applicationKinds), version: z.int(), organCode: z.string() };
export const eventData = {
  'application.submitted': z.strictObject({
    ...application,
    accountId: Id,
    countyCode: z.string(),
    documentIds: z.array(Id),
  }),
  'application.returned': z.strictObject({ ...application, accountId: Id, decisionId: Id, dueAt: Timestamp }),
  'application.resubmitted': z.strictObject({ ...application, accountId: Id, documentIds: z.array(Id) }),
  'application.approved': z.strictObject({ ...application, accountId: Id, decisionId: Id }),
  'application.rejected': z.strictObject({
    ...application,
    accountId: Id,
    decisionId: Id,
    reasonCode: z.enum(rejectionReasons),
  }),
  'application.withdrawn': z.strictObject({ ...application, accountId: Id }),
  'application.expired': z.strictObject({ ...application, accountId: Id }),
  'application.completed': z.strictObject({ ...application, accountId: Id, filingNumbers: z.array(FilingNumber) }),
  'filing.registered': z.strictObject({
    filingNumber: FilingNumber,
    applicationId: Id,
    uscc: Uscc,
    organCode: z.string(),
    countyCode: z.string(),
    version: z.int(),
    registeredAt: Timestamp,
    documentIds: z.array(Id),
  }),
  'filing.cancelled': z.strictObject({
    filingNumber: FilingNumber,
    applicationId: Id,
    uscc: Uscc,
    organCode: z.string(),
    countyCode: z.string(),
    version: z.int(),
    cancelledAt: Timestamp,
  }),
  'document.stored': z.strictObject({ documentId: Id, kind: z.enum(documentKinds), sha256: z.string(), size: z.int() }),
  'document.released': z.strictObject({ documentId: Id }),
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
