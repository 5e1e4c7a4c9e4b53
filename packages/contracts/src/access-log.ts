import { z } from 'zod';
import { Id, listOf, OrganRef, Timestamp } from './common.ts';
import { accessKinds, accessReaders, applicationKinds, documentKinds, staffRoles } from './vocabulary.ts';

/**
 * One time that somebody else read personal data, or opened a file, of the account's (个人信息保护法 art. 44, 45), or that another
 * department asked for one of its filings.
 */
export const AccessLogEntry = z
  .object({
    id: Id,
    at: Timestamp,
    kind: z.enum(accessKinds),
    reader: z.enum(accessReaders),
    /** Of staff: organ and roles. Who the officer was is for the organ to answer for, and stays in the audit log. */
    organ: OrganRef.optional(),
    roles: z.array(z.enum(staffRoles)).optional(),
    /** The department that asked by the sharing API. */
    department: z.string().optional(),
    /** As it was stated; numbers in it are masked. */
    purpose: z.string().optional(),
    document: z.object({ kind: z.enum(documentKinds), name: z.string() }).optional(),
    /** With its id where the account may open it. */
    application: z.object({ id: Id.optional(), number: z.string(), kind: z.enum(applicationKinds) }).optional(),
    filingNumber: z.string().optional(),
  })
  .meta({ id: 'AccessLogEntry', description: '谁看过我的信息' });
export type AccessLogEntry = z.infer<typeof AccessLogEntry>;
export const AccessLog = listOf(AccessLogEntry).meta({ id: 'AccessLog' });
export type AccessLog = z.infer<typeof AccessLog>;
