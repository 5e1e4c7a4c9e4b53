import { z } from 'zod';
import { applicationActions } from './allowed-actions.ts';
import { AppealContent, AppealCorrection, Determination } from './appeals.ts';
import { CancellationRequest } from './cancellations.ts';
import { ChangeCorrection, ChangePapers, ChangePart, FilingChange } from './changes.ts';
import {
  CalendarDate,
  EntryCode,
  FilingNumber,
  Id,
  line,
  listOf,
  MobilePhone,
  OrganRef,
  PageQuery,
  text,
  Timestamp,
  Uscc,
} from './common.ts';
import { correctableFields } from './correctable-fields.ts';
import { SystemInput } from './systems.ts';
import { TransferRequest } from './transfers.ts';
import { UnitAttachment, UnitInput } from './units.ts';
import {
  applicationKinds,
  applicationStatuses,
  decisionOutcomes,
  holderChanges,
  resumers,
  reviewStages,
  suspensionReasons,
  timelineKinds,
  transferOutcomes,
} from './vocabulary.ts';

/** One entry of a one-complete notice (N3): which field, what is wrong, what to do. */
export const NoticeEntry = z
  .strictObject({
    field: z.enum(correctableFields),
    problem: line(200),
    advice: line(200),
    /** Why a return cites what was there before and the last return did not cite. */
    lateReason: line(200).optional(),
  })
  .meta({ id: 'NoticeEntry', description: '补正告知' });
export type NoticeEntry = z.infer<typeof NoticeEntry>;

/**
 * POST …/resubmission: the corrected values. Only fields that the notice cites may be here (a citation of
 * `system.address` unlocks countyCode, streetCode and addressDetail together); others are 422 `field.not-cited`.
 */
export const Resubmission = z
  .strictObject({
    /** Version that the filer saw; 409 when it is not the current one. */
    baseVersion: z.int().min(1),
    unit: z.strictObject(UnitInput.shape).omit({ attachments: true }).partial().optional(),
    attachments: z.array(UnitAttachment).optional(),
    system: z
      .strictObject({ ...SystemInput.shape, streetCode: SystemInput.shape.streetCode.nullable() })
      .partial()
      .optional(),
    cancellation: CancellationRequest.partial().optional(),
    change: ChangeCorrection.optional(),
    transfer: TransferRequest.partial().optional(),
    appeal: AppealCorrection.optional(),
    explanation: text(500).optional().meta({ description: '补正说明' }),
    truthful: z.literal(true, { error: 'declaration.required' }).meta({ description: '真实性承诺' }),
  })
  .meta({ id: 'Resubmission', description: '补正后重新提交' });
export type Resubmission = z.infer<typeof Resubmission>;

/** POST …/resubmission/preview: what the correction of a change holds so far. */
export const CorrectionPreviewRequest = Resubmission.pick({
  baseVersion: true,
  unit: true,
  system: true,
  change: true,
}).meta({ id: 'CorrectionPreviewRequest', description: '变更补正内容' });
export type CorrectionPreviewRequest = z.infer<typeof CorrectionPreviewRequest>;

export const Withdrawal = z
  .strictObject({ reason: text(200).optional() })
  .meta({ id: 'Withdrawal', description: '撤回' });
export type Withdrawal = z.infer<typeof Withdrawal>;

/** POST …/extension: more time for a correction, once per application and for a reason (G6). */
export const Extension = z
  .strictObject({ reason: line(200).meta({ description: '延期理由' }) })
  .meta({ id: 'Extension', description: '补正延期' });
export type Extension = z.infer<typeof Extension>;

export const ApplicationSummary = z
  .object({
    id: Id,
    /** 受理号 `SL` + yyyymmdd + serial. */
    number: z.string(),
    kind: z.enum(applicationKinds),
    status: z.enum(applicationStatuses),
    /** Unit and system are absent where the filer names none of its own: an appeal. */
    uscc: Uscc.optional(),
    unitName: z.string().optional(),
    systemName: z.string().optional(),
    organ: OrganRef,
    submittedAt: Timestamp,
    updatedAt: Timestamp,
    /** Filings that the application led to or is about. */
    filingNumbers: z.array(FilingNumber),
    /** An agent submitted it in the holder's place (I02); both find it among their own. */
    byAgent: z.literal(true).optional(),
    /** Its review stands still (挂起, I08), or that of a part of a change. */
    suspended: z.boolean().optional(),
  })
  .meta({ id: 'ApplicationSummary', description: '业务' });
export type ApplicationSummary = z.infer<typeof ApplicationSummary>;

/** Content of a version, as filed. To reviewers the personal fields come masked, so formats are not checked here. */
export const ApplicationContent = z
  .object({
    unit: z.object({ ...UnitInput.shape, headName: z.string() }),
    system: z.object({
      ...SystemInput.shape,
      safetyOfficerName: z.string(),
      safetyOfficerPhone: z.union([MobilePhone, z.string()]),
      /** Province, city, county, street in words. */
      divisionName: z.string(),
    }),
    /** What a cancellation asks for; unit and system are those of the filing then. */
    cancellation: CancellationRequest.optional(),
    /** The papers of a change; unit and system are those of its first filing as they will be. */
    change: ChangePapers.optional(),
    /** And a transfer. Its recipient comes masked to everybody, to the initiator too, who typed it. */
    transfer: z.object({ ...TransferRequest.shape, recipientIdNumber: z.string() }).optional(),
  })
  .meta({ id: 'ApplicationContent', description: '申请内容' });
export type ApplicationContent = z.infer<typeof ApplicationContent>;

export const ReviewOutcome = z
  .object({
    decisionId: Id,
    round: z.int(),
    stage: z.enum(reviewStages),
    outcome: z.enum(decisionOutcomes),
    organ: OrganRef,
    reasonCode: EntryCode.optional(),
    /** Of the first review of an appeal about ownership. */
    holderChange: z.enum(holderChanges).optional(),
    opinion: z.string(),
    notice: z.array(NoticeEntry),
    decidedAt: Timestamp,
    /** False for the moment between the recorded decision and the workflow's settlement. */
    applied: z.boolean(),
  })
  .meta({ id: 'ReviewOutcome', description: '审核意见' });
export type ReviewOutcome = z.infer<typeof ReviewOutcome>;

/** A review that stands still (挂起, I08), or once did: both sides read the same. */
export const ReviewSuspension = z
  .object({
    id: Id,
    stage: z.enum(reviewStages),
    round: z.int(),
    organ: OrganRef,
    reasonCode: z.enum(suspensionReasons),
    opinion: z.string(),
    suspendedAt: Timestamp,
    /** The day on which it goes on by itself. */
    resumeOn: CalendarDate,
    /** Absent while it runs, and where the filer withdrew meanwhile. */
    resumed: z.object({ at: Timestamp, by: z.enum(resumers) }).optional(),
  })
  .meta({ id: 'ReviewSuspension', description: '审核挂起' });
export type ReviewSuspension = z.infer<typeof ReviewSuspension>;

export const TimelineEntry = z
  .object({
    at: Timestamp,
    kind: z.enum(timelineKinds),
    by: z.enum(['filer', 'organ', 'platform', 'recipient']),
    organ: OrganRef.optional(),
    version: z.int().optional(),
    /** Of `review_suspended`: what the organ waits for, and until when. Of `review_resumed`: who ended it. */
    suspension: z
      .object({ reasonCode: z.enum(suspensionReasons), resumeOn: CalendarDate, resumedBy: z.enum(resumers).optional() })
      .optional(),
  })
  .meta({ id: 'TimelineEntry', description: '办理进度' });
export type TimelineEntry = z.infer<typeof TimelineEntry>;

export const Application = z
  .object({
    ...ApplicationSummary.shape,
    version: z.int(),
    /** Absent for an appeal. */
    content: ApplicationContent.optional(),
    /** Of an appeal. */
    appeal: AppealContent.optional(),
    /** Of an appeal that has been answered. */
    determination: Determination.optional(),
    reviews: z.array(ReviewOutcome),
    suspensions: z.array(ReviewSuspension),
    /** Its review stands still: the last of `suspensions` runs. */
    suspended: z.boolean(),
    timeline: z.array(TimelineEntry),
    /** Present while the application is returned. */
    correction: z.object({ dueAt: Timestamp, extended: z.boolean(), notice: z.array(NoticeEntry) }).optional(),
    /** Present once a transfer awaits its recipient (I46). */
    transfer: z
      .object({
        dueAt: Timestamp.optional(),
        outcome: z.enum(transferOutcomes).optional(),
        /** Why the recipient declined. */
        reason: z.string().optional(),
      })
      .optional(),
    /** Expected end of the current review (policy, not law). */
    reviewDueAt: Timestamp.optional(),
    /** When the organ will decide if this review goes as its last ones went (N5); absent when nothing can be said. */
    predictedAt: Timestamp.optional(),
    /** Of a change: what it does to each filing, and what has become of it. */
    filings: z.array(FilingChange).optional(),
    /** Of a change that several organs decide. */
    parts: z.array(ChangePart).optional(),
    /** Of a part: the change that it belongs to. */
    parent: z.object({ id: Id, number: z.string() }).optional(),
    allowedActions: z.array(z.enum(applicationActions)),
  })
  .meta({ id: 'Application', description: '业务详情' });
export type Application = z.infer<typeof Application>;

/** Any filter or none (M068–M072): only the account's own. */
export const ApplicationQuery = PageQuery.extend({
  uscc: Uscc.optional(),
  systemName: text(100).optional(),
  kind: z.enum(applicationKinds).optional(),
  status: z.enum(applicationStatuses).optional(),
});
export type ApplicationQuery = z.infer<typeof ApplicationQuery>;
export const ApplicationList = listOf(ApplicationSummary).meta({ id: 'ApplicationList' });
