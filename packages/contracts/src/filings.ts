import { z } from 'zod';
import { ApplicationContent } from './applications.ts';
import { CalendarDate, FilingNumber, Id, line, listOf, OrganRef, Timestamp, Uscc } from './common.ts';
import { correctableFields } from './correctable-fields.ts';
import { ActingFor } from './delegations.ts';
import { DeviceRow } from './device-tables.ts';
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
    organ: OrganRef,
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

/** GET /api/filings/{number}: as it is, or as it was on a day in Beijing (at its end) or at an instant (I24). */
export const FilingAt = z.object({ at: z.union([CalendarDate, Timestamp], { error: 'time.format' }).optional() });
export type FilingAt = z.infer<typeof FilingAt>;

const version = {
  number: z.int(),
  effectiveFrom: Timestamp,
  /** Absent for the one in force. */
  effectiveTo: Timestamp.optional(),
};
/** One version of a filing: since when it holds, and which fields it changed (I24, I26). */
export const FilingVersionSummary = z
  .object({ ...version, changed: z.array(z.enum(correctableFields)) })
  .meta({ id: 'FilingVersionSummary', description: '备案版本' });
export type FilingVersionSummary = z.infer<typeof FilingVersionSummary>;
export const FilingVersionList = listOf(FilingVersionSummary).meta({ id: 'FilingVersionList' });
/** A version in full, masked, with the devices as they were; the first 500 of them. */
export const FilingVersionDetail = z
  .object({
    ...version,
    organ: OrganRef,
    content: ApplicationContent,
    devices: z.object({ total: z.int(), rows: z.array(DeviceRow) }),
  })
  .meta({ id: 'FilingVersionDetail', description: '备案版本详情' });
export type FilingVersionDetail = z.infer<typeof FilingVersionDetail>;
