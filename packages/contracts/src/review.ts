import { z } from 'zod';
import { AppealContent, DisputedFiling } from './appeals.ts';
import { ApplicationContent, NoticeEntry, ReviewOutcome, ReviewSuspension, TimelineEntry } from './applications.ts';
import { ReviewedFiling } from './changes.ts';
import {
  CalendarDate,
  CountyCode,
  EntryCode,
  FilingNumber,
  Id,
  line,
  listOf,
  OrganRef,
  PageQuery,
  text,
  Timestamp,
  Uscc,
} from './common.ts';
import { correctableFields } from './correctable-fields.ts';
import { DeviceDiff, DeviceOverlap, DeviceRow, SystemDuplicate } from './device-tables.ts';
import { StoredDocument } from './documents.ts';
import { FieldDiff } from './field-diff.ts';
import { PrecheckFinding } from './precheck.ts';
import {
  applicationKinds,
  applicationStatuses,
  decisionOutcomes,
  filerKinds,
  holderChanges,
  reviewStages,
  reviewTaskStatuses,
  suspensionReasons,
} from './vocabulary.ts';

export const ReviewTask = z
  .object({
    id: Id,
    applicationId: Id,
    applicationNumber: z.string(),
    kind: z.enum(applicationKinds),
    stage: z.enum(reviewStages),
    round: z.int(),
    status: z.enum(reviewTaskStatuses),
    organ: OrganRef,
    /** Staff number of who holds the task; `mine` when it is the caller, `covered` when the caller covers for them today. */
    assignee: z.object({ staffNo: z.string(), mine: z.boolean(), covered: z.boolean() }).optional(),
    countyCode: CountyCode,
    divisionName: z.string(),
    uscc: Uscc.optional(),
    unitName: z.string().optional(),
    systemName: z.string().optional(),
    receivedAt: Timestamp,
    openedAt: Timestamp,
    dueAt: Timestamp,
    overdue: z.boolean(),
    escalations: z.int(),
    /** While its review is suspended (挂起): the day on which it goes on by itself. */
    resumeOn: CalendarDate.optional(),
    /** Of another organ's decision that this one only reads: a filing leaves its county (G8). */
    observed: z.boolean(),
  })
  .meta({ id: 'ReviewTask', description: '审核任务' });
export type ReviewTask = z.infer<typeof ReviewTask>;

/** The queue's filters (I05), as the address holds them and as a view keeps them. Days are whole days in Beijing, both ends included. */
export const ReviewTaskFilter = z.strictObject({
  /** Without it: those that await a decision. */
  status: z.enum(reviewTaskStatuses).optional(),
  kind: z.enum(applicationKinds).optional(),
  stage: z.enum(reviewStages).optional(),
  county: CountyCode.optional(),
  uscc: Uscc.optional(),
  /** `me` (and whom I cover for), `nobody`, `anyone`, or a staff number. */
  assignee: z
    .string()
    .regex(/^[\w-]{1,40}$/, { error: 'format.wrong' })
    .optional(),
  receivedFrom: CalendarDate.optional(),
  receivedUntil: CalendarDate.optional(),
  dueUntil: CalendarDate.optional(),
  overdue: z.enum(['true', 'false']).optional(),
  escalated: z.enum(['true', 'false']).optional(),
  suspended: z.enum(['true', 'false']).optional(),
  /** Tasks of other organs that this one reads (抄送). */
  observed: z.enum(['true']).optional(),
  /** Free text over unit name, system name, credit code and application number. */
  q: text(100).optional(),
  /** What is due first (what is overdue, then), what came last, or what came first. */
  sort: z.enum(['due', 'received', 'age']).optional(),
});
export type ReviewTaskFilter = z.infer<typeof ReviewTaskFilter>;
export const ReviewTaskQuery = PageQuery.extend(ReviewTaskFilter.shape);
export type ReviewTaskQuery = z.infer<typeof ReviewTaskQuery>;
/** Counts are over the organ's whole queue, whatever the filter. */
export const ReviewTaskList = z
  .object({
    ...listOf(ReviewTask).shape,
    counts: z.object({
      open: z.int(),
      mine: z.int(),
      claimed: z.int(),
      overdue: z.int(),
      escalated: z.int(),
      suspended: z.int(),
    }),
  })
  .meta({ id: 'ReviewTaskList' });

/** Internal: read by staff, never by the filer (I09). */
export const ReviewNote = z
  .object({ at: Timestamp, staffNo: z.string(), text: z.string() })
  .meta({ id: 'ReviewNote', description: '内部备注' });
export type ReviewNote = z.infer<typeof ReviewNote>;
export const WriteNote = z
  .strictObject({ text: line(1000).meta({ description: '内部备注' }) })
  .meta({ id: 'WriteNote', description: '添加内部备注' });
export type WriteNote = z.infer<typeof WriteNote>;

/** POST …/urging: a supervisor asks for a decision (I13). The text is a note; the timeline says that it happened. */
export const Urge = z
  .strictObject({ text: line(500).meta({ description: '督办意见' }) })
  .meta({ id: 'Urge', description: '督办' });
export type Urge = z.infer<typeof Urge>;

export const ReviewTaskDetail = z
  .object({
    ...ReviewTask.shape,
    application: z.object({
      id: Id,
      number: z.string(),
      status: z.enum(applicationStatuses),
      version: z.int(),
      submittedAt: Timestamp,
      filerKind: z.enum(filerKinds),
      explanation: z.string().optional(),
    }),
    /** Its workflow's page in the Temporal Web UI; for staff who are operators too. */
    workflowUrl: z.url().optional(),
    /** Names and phones masked; POST …/personal-data reveals them for a purpose. Absent for an appeal. */
    content: ApplicationContent.optional(),
    /** Of an appeal, and the filing that it is about. */
    appeal: AppealContent.optional(),
    disputed: DisputedFiling.optional(),
    documents: z.array(StoredDocument),
    devices: z.object({ total: z.int(), rows: z.array(DeviceRow) }),
    /** What changed since the version that the last review saw. */
    diff: z.array(FieldDiff),
    /** Of a change: filing by filing. */
    filings: z.array(ReviewedFiling).optional(),
    /** When the device table changed: device by device (N1). */
    deviceDiff: DeviceDiff.optional(),
    /** Of a registration: the list that the filer saw, of the version under review (N4). */
    precheck: z.array(PrecheckFinding).optional(),
    /** Who else holds devices of this application (N11). */
    overlaps: z.array(DeviceOverlap),
    /** The same unit with what seems to be the same system (I30). */
    duplicates: z.array(SystemDuplicate),
    previousReviews: z.array(ReviewOutcome),
    suspensions: z.array(ReviewSuspension),
    /** The days that a suspension may name, when the caller may suspend. */
    resumeWithin: z.object({ from: CalendarDate, until: CalendarDate }).optional(),
    timeline: z.array(TimelineEntry),
    notes: z.array(ReviewNote),
    /** Fields that the last return did not cite and that have not changed since: citing one now needs a reason (N3). */
    lateFields: z.array(z.enum(correctableFields)),
    /** Actions that this caller may take now. */
    allowed: z.array(z.enum(['claim', 'release', 'assign', 'decide', 'suspend', 'resume', 'urge'])),
  })
  .meta({ id: 'ReviewTaskDetail', description: '审核任务详情' });
export type ReviewTaskDetail = z.infer<typeof ReviewTaskDetail>;

/** POST …/decision. `return` needs a notice, `reject` a reason, `reroute` the organ; the opinion is what the filer reads, the note never leaves the staff. */
export const Decide = z
  .strictObject({
    outcome: z.enum(decisionOutcomes).meta({ description: '审核结论' }),
    opinion: line(1000).meta({ description: '审核意见' }),
    reasonCode: EntryCode.optional().meta({ description: '不予通过原因' }),
    notice: z.array(NoticeEntry).max(correctableFields.length).optional().meta({ description: '补正告知' }),
    targetOrgan: z.string().optional().meta({ description: '转办机关' }),
    /** First review of an appeal about ownership: what upholding it does to the holding; `none` when not said. The second review confirms it. */
    holderChange: z.enum(holderChanges).optional().meta({ description: '持有人变更' }),
    note: text(1000).optional().meta({ description: '内部备注' }),
  })
  .superRefine((d, ctx) => {
    const need = (path: string, code: string, when: boolean) => {
      if (when) ctx.addIssue({ code: 'custom', path: [path], message: code });
    };
    need('notice', 'decision.notice-required', d.outcome === 'return' && !d.notice?.length);
    need('reasonCode', 'decision.reason-required', d.outcome === 'reject' && d.reasonCode === undefined);
    need('targetOrgan', 'decision.organ-required', d.outcome === 'reroute' && !d.targetOrgan);
    const fields = d.notice?.map((entry) => entry.field) ?? [];
    need('notice', 'decision.field-twice', new Set(fields).size !== fields.length);
  })
  .meta({ id: 'Decide', description: '审核决定' });
export type Decide = z.infer<typeof Decide>;

/** POST …/suspension (挂起): the review stands still until a day, within what the policy allows; the filer reads the opinion. */
export const SuspendReview = z
  .strictObject({
    reasonCode: z.enum(suspensionReasons).meta({ description: '挂起原因' }),
    opinion: line(1000).meta({ description: '挂起说明' }),
    resumeOn: CalendarDate.meta({ description: '恢复办理日期' }),
  })
  .meta({ id: 'SuspendReview', description: '挂起审核' });
export type SuspendReview = z.infer<typeof SuspendReview>;

/** 200 when the workflow settled it within 2 s, 202 when it is recorded and will be settled. */
export const DecisionResult = z
  .object({ decisionId: Id, taskId: Id, applicationStatus: z.enum(applicationStatuses), applied: z.boolean() })
  .meta({ id: 'DecisionResult' });
export type DecisionResult = z.infer<typeof DecisionResult>;

export const Assign = z.strictObject({ accountId: Id }).meta({ id: 'Assign', description: '指派' });
export const Reveal = z
  .strictObject({ purpose: line(200).meta({ description: '查看目的' }) })
  .meta({ id: 'Reveal', description: '查看个人信息' });
const personal = { headName: z.string(), safetyOfficerName: z.string(), safetyOfficerPhone: z.string() };
export const RevealedPersonalData = z
  .object({
    ...personal,
    /** Of a change: each filing's own. */
    filings: z.array(z.object({ filingNumber: FilingNumber, ...personal })).optional(),
    /** Of a transfer. */
    recipient: z.object({ name: z.string(), idNumber: z.string() }),
    /** Whom to answer about an appeal without sign-in. */
    contactName: z.string(),
    contactPhone: z.string(),
  })
  .partial()
  .meta({ id: 'RevealedPersonalData' });
export type RevealedPersonalData = z.infer<typeof RevealedPersonalData>;
