import { z } from 'zod';
import { CalendarDate, Id, listOf, OrganCode, OrganRef, PageQuery, text, Timestamp } from './common.ts';
import { auditChains, auditFaults } from './vocabulary.ts';

/** Who did what on what, when, from which organ, for whom and for what purpose. Ids and codes, no personal data. */
export const AuditEntry = z
  .object({
    chain: z.enum(auditChains),
    seq: z.int(),
    id: Id,
    at: Timestamp,
    actor: z.object({
      /** One of the kinds of actors; whatever stands there in an entry that was altered. */
      kind: z.string(),
      /** Account, sharing credential of a department, or name of the service. */
      id: z.string().optional(),
      /** Of staff, as they were then. */
      staffNo: z.string().optional(),
      organ: OrganRef.optional(),
      roles: z.array(z.string()).optional(),
    }),
    action: z.string(),
    /** What it was done on; with the number that people know it by. */
    subject: z.object({ id: z.string(), number: z.string().optional() }),
    /** Staff number of the colleague who was covered for. */
    actedFor: z.string().optional(),
    /** Account in whose place an agent acted. */
    onBehalfOf: z.string().optional(),
    /** API credential of the program that acted for the account. */
    credentialId: z.string().optional(),
    purpose: z.string().optional(),
    /** Other codes and ids that say what. */
    data: z.record(z.string(), z.unknown()),
    requestId: z.string().optional(),
    /** SHA-256, hex. */
    hash: z.string(),
  })
  .meta({ id: 'AuditEntry', description: '审计记录' });
export type AuditEntry = z.infer<typeof AuditEntry>;
export const AuditEntryList = listOf(AuditEntry).meta({ id: 'AuditEntryList' });
export type AuditEntryList = z.infer<typeof AuditEntryList>;

/** Days are whole days in Beijing, both ends included. */
export const AuditFilter = z.strictObject({
  /** Staff number or account id. */
  actor: text(64).optional(),
  action: text(64).optional(),
  /** Application number, filing number, or the id of anything. */
  subject: text(64).optional(),
  /** Of who acted. */
  organ: OrganCode.optional(),
  from: CalendarDate.optional(),
  to: CalendarDate.optional(),
});
export type AuditFilter = z.infer<typeof AuditFilter>;
export const AuditQuery = PageQuery.extend(AuditFilter.shape);
export type AuditQuery = z.infer<typeof AuditQuery>;

const Hash = z.string().regex(/^[0-9a-f]{64}$/, { error: 'format.wrong' });
const Place = z.strictObject({ seq: z.int().min(0), hash: Hash });

/** The end of a chain at some time. */
export const ChainHead = Place;
export type ChainHead = z.infer<typeof ChainHead>;

/** POST …/verification. A long chain is checked in steps: `after` is `next` of the step before. */
export const VerifyAudit = z.strictObject({ after: Place.optional() }).meta({ id: 'VerifyAudit' });
export type VerifyAudit = z.infer<typeof VerifyAudit>;

/** The first entry that is wrong; `at` and `action` when it is there. */
export const AuditFault = z.object({
  fault: z.enum(auditFaults),
  seq: z.int(),
  at: z.string().optional(),
  action: z.string().optional(),
});
export type AuditFault = z.infer<typeof AuditFault>;

/** One of `fault`, `next` (there is more) or `head` (all is sound). */
export const AuditVerification = z
  .object({
    /** Entries of this step that were sound. */
    checked: z.int(),
    /** Published heads that they were compared with. */
    compared: z.int(),
    fault: AuditFault.optional(),
    next: Place.optional(),
    head: Place.optional(),
  })
  .meta({ id: 'AuditVerification', description: '完整性校验结果' });
export type AuditVerification = z.infer<typeof AuditVerification>;
