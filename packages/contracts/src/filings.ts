import { z } from 'zod';
import { ApplicationContent } from './applications.ts';
import { FilingNumber, Id, line, listOf, Timestamp, Uscc } from './common.ts';
import { ActingFor } from './delegations.ts';
import { applicationKinds, filingStatuses } from './vocabulary.ts';

/** 备案信息查询 (M076, M077): both are required; only filings that the account holds or acts for. */
export const FilingQuery = z.object({ uscc: Uscc, systemName: line(100) });
export type FilingQuery = z.infer<typeof FilingQuery>;

/** A filing as its holder reads it: safety officer's name and phone masked (M081, M082). */
export const Filing = z
  .object({
    number: FilingNumber,
    status: z.enum(filingStatuses),
    /** The registration, for who filed it: after a transfer it stays with the former holder. */
    applicationId: Id.optional(),
    version: z.int(),
    organ: z.object({ code: z.string(), name: z.string() }),
    content: ApplicationContent,
    registeredAt: Timestamp,
    cancelledAt: Timestamp.optional(),
    /** The business that is open on the filing: at most one (G7). */
    openBusiness: z.object({ kind: z.enum(applicationKinds), applicationNumber: z.string() }).optional(),
    /** Present for who does not hold the filing and may read it or act for its holder (I02). */
    actingFor: ActingFor.optional(),
  })
  .meta({ id: 'Filing', description: '备案' });
export type Filing = z.infer<typeof Filing>;
export const FilingList = listOf(Filing).meta({ id: 'FilingList' });
