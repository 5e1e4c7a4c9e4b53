import { z } from 'zod';
import { ApplicationSummary } from './applications.ts';
import { CalendarDate, FilingNumber, Id, listOf, Timestamp } from './common.ts';
import { SystemInput } from './systems.ts';
import { UnitInput } from './units.ts';

/** POST /api/paper-filings: what a clerk enters of a filing on paper, with the scan of its papers (M020, I35). */
export const PaperSubmission = z
  .strictObject({
    unit: UnitInput,
    system: SystemInput,
    formId: Id.meta({ description: '线下备案申请材料扫描件' }),
    receivedOn: CalendarDate.meta({ description: '收件日期' }),
  })
  .meta({ id: 'PaperSubmission', description: '线下录入' });
export type PaperSubmission = z.infer<typeof PaperSubmission>;

/** One filing on paper of the organ: how far it is, and whether its owner has claimed it. */
export const PaperFiling = z
  .object({
    ...ApplicationSummary.shape,
    receivedOn: CalendarDate,
    clerkStaffNo: z.string(),
    claimedAt: Timestamp.optional(),
  })
  .meta({ id: 'PaperFiling', description: '线下备案' });
export type PaperFiling = z.infer<typeof PaperFiling>;
export const PaperFilingList = listOf(PaperFiling).meta({ id: 'PaperFilingList' });

/** Shown once, for the notice that the unit is given; a new one makes the old one void. */
export const ClaimCode = z
  .object({ filingNumber: FilingNumber, claimCode: z.string() })
  .meta({ id: 'ClaimCode', description: '认领码' });
export type ClaimCode = z.infer<typeof ClaimCode>;

/** POST /api/filings/claims (认领, I36). A legal person with the filing's own credit code needs no claim code. */
export const ClaimFiling = z
  .strictObject({
    filingNumber: FilingNumber,
    claimCode: z
      .string()
      .trim()
      .toUpperCase()
      .regex(/^[0-9A-HJ-NPQRTUWXY]{4}(-[0-9A-HJ-NPQRTUWXY]{4}){3}$/, { error: 'claim-code.format' })
      .optional()
      .meta({ description: '认领码' }),
  })
  .meta({ id: 'ClaimFiling', description: '认领' });
export type ClaimFiling = z.infer<typeof ClaimFiling>;
