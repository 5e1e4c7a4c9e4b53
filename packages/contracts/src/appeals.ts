import { z } from 'zod';
import { CountyCode, EntryCode, FilingNumber, Id, line, MobilePhone, OrganRef, Timestamp } from './common.ts';
import { Captcha } from './public-register.ts';
import { plainTrackingCode, trackingCodeHolds } from './tracking-code.rules.ts';
import {
  appealFindings,
  applicationStatuses,
  disputesHolder,
  filingStatuses,
  holderChanges,
  timelineKinds,
} from './vocabulary.ts';

/** Files of evidence that an appeal of an account may have. */
export const maxEvidence = 5;
/** And one without sign-in: all together strictly under the limit of one. */
export const maxPublicEvidence = 2;

const matter = {
  ground: EntryCode.meta({ description: '申诉事由' }),
  /** The disputed filing; for other grounds one of the appellant's own. */
  filingNumber: FilingNumber.optional(),
  description: line(2000).meta({ description: '申诉说明' }),
};
/** The county whose organ is asked, where no filing says it. */
const place = { countyCode: CountyCode.optional().meta({ description: '区县' }) };
const evidenceIds = z
  .array(Id)
  .min(1, { error: 'appeal.evidence-required' })
  .max(maxEvidence)
  .meta({ description: '加盖公章的证明材料' });

type Matter = { ground: string; filingNumber?: string | undefined; countyCode?: string | undefined };
/** A dispute about ownership names its filing; an appeal without a filing says whose organ it is for. */
export function namesItsMatter({ ground, filingNumber, countyCode }: Matter, ctx: z.RefinementCtx): void {
  const need = (path: string, code: string) => ctx.addIssue({ code: 'custom', path: [path], message: code });
  if (disputesHolder(ground) && !filingNumber) need('filingNumber', 'appeal.filing-required');
  else if (!filingNumber && !countyCode) need('countyCode', 'appeal.place-required');
}

/** POST /api/applications for 申诉 (M124–M129). */
export const AppealSubmission = z
  .strictObject({ kind: z.literal('appeal'), ...matter, ...place, evidenceIds, draftId: Id.optional() })
  .superRefine(namesItsMatter)
  .meta({ id: 'AppealSubmission', description: '申诉申请' });
export type AppealSubmission = z.infer<typeof AppealSubmission>;

/** What a correction of an appeal may change. */
export const AppealCorrection = z.strictObject({ description: matter.description, evidenceIds }).partial();

/** Fields of POST /api/public/appeals (multipart), for who cannot sign in (G1). */
export const PublicAppealForm = z.strictObject({
  ...matter,
  ...place,
  contactName: line(50).meta({ description: '联系人姓名' }),
  contactPhone: MobilePhone,
  captcha: Captcha,
  file: z.union([z.file(), z.array(z.file()).max(maxPublicEvidence)], { error: 'appeal.evidence-required' }),
});
export type PublicAppealForm = z.infer<typeof PublicAppealForm>;

export const TrackingCode = z
  .string()
  .max(40)
  .overwrite(plainTrackingCode)
  .refine(trackingCodeHolds, { error: 'tracking-code.format' })
  .meta({ id: 'TrackingCode', description: '查询码', example: '8TN4-2M6Y-0Q1A-9XKP-R' });
/** In a body, so that it stands in no address and no log. */
export const Tracking = z.strictObject({ trackingCode: TrackingCode }).meta({ id: 'Tracking' });

/** Shown once: of the tracking code only a hash is kept. */
export const PublicAppealReceipt = z
  .object({ number: z.string(), trackingCode: z.string() })
  .meta({ id: 'PublicAppealReceipt', description: '申诉回执' });
export type PublicAppealReceipt = z.infer<typeof PublicAppealReceipt>;

/** What an appeal says. To staff the person to answer comes masked. */
export const AppealContent = z
  .object({
    ground: EntryCode,
    filingNumber: FilingNumber.optional(),
    description: z.string(),
    evidenceIds: z.array(Id),
    contactName: z.string().optional(),
    contactPhone: z.string().optional(),
  })
  .meta({ id: 'AppealContent', description: '申诉内容' });
export type AppealContent = z.infer<typeof AppealContent>;

/** How the appeal was answered, in the organ's words. */
export const Determination = z
  .object({
    finding: z.enum(appealFindings),
    words: z.string(),
    reasonCode: EntryCode.optional(),
    holderChange: z.enum(holderChanges).optional(),
    decidedAt: Timestamp,
  })
  .meta({ id: 'Determination', description: '申诉决定' });
export type Determination = z.infer<typeof Determination>;

/** What the tracking code shows: how far the appeal is and how it was answered, and nothing about people. */
export const TrackedAppeal = z
  .object({
    number: z.string(),
    ground: EntryCode,
    status: z.enum(applicationStatuses),
    organ: OrganRef,
    submittedAt: Timestamp,
    updatedAt: Timestamp,
    timeline: z.array(
      z.object({
        at: Timestamp,
        kind: z.enum(timelineKinds),
        by: z.enum(['filer', 'organ', 'platform', 'recipient']),
        organ: OrganRef.optional(),
      }),
    ),
    determination: Determination.optional(),
    /** Upheld in the appellant's favour: whoever has the code takes the filing into an account. */
    claimable: z.boolean(),
  })
  .meta({ id: 'TrackedAppeal', description: '申诉进度' });
export type TrackedAppeal = z.infer<typeof TrackedAppeal>;

export const ClaimedFiling = z.object({ filingNumber: FilingNumber }).meta({ id: 'ClaimedFiling' });
export type ClaimedFiling = z.infer<typeof ClaimedFiling>;

/** The disputed filing as the reviewer sees it beside the appeal. */
export const DisputedFiling = z
  .object({
    number: FilingNumber,
    status: z.enum(filingStatuses),
    uscc: z.string(),
    unitName: z.string(),
    systemName: z.string(),
    divisionName: z.string(),
    registeredAt: Timestamp,
    /** Since when its holder holds it; absent when nobody does. */
    holderSince: Timestamp.optional(),
    /** The appeal that holds it. */
    heldBy: z.string().optional(),
  })
  .meta({ id: 'DisputedFiling' });
export type DisputedFiling = z.infer<typeof DisputedFiling>;
