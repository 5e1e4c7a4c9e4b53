import { defineEntity, p } from '@mikro-orm/core';
import type { NoticeEntry } from '@beian/contracts/applications.ts';
import type {
  DecisionOutcome,
  HolderChange,
  RejectionReason,
  ReviewStage,
  ReviewTaskStatus,
} from '@beian/contracts/vocabulary.ts';

const TaskSchema = defineEntity({
  name: 'ReviewTask',
  tableName: 'review_task',
  properties: {
    id: p.uuid().primary(),
    applicationId: p.uuid(),
    stage: p.string().$type<ReviewStage>(),
    round: p.integer(),
    /** Application, resubmission or re-routing decision that opened it: opening twice is one task. */
    causeId: p.uuid(),
    /** Version of the application under review. */
    version: p.integer(),
    status: p.string().$type<ReviewTaskStatus>(),
    organCode: p.string(),
    organName: p.string(),
    assigneeAccountId: p.uuid().nullable(),
    assigneeStaffNo: p.string().nullable(),
    openedAt: p.datetime(),
    dueAt: p.datetime(),
    reminders: p.integer().default(0),
    escalations: p.integer().default(0),
    /** Codes of the superior organs whose supervisors see it, in the order of the escalations. */
    escalatedTo: p
      .array()
      .$type<string[]>()
      .onCreate(() => []),
    /** RFC 3339 */
    remindAt: p.json().$type<string[]>(),
    escalateAt: p.json().$type<string[]>(),
    closedAt: p.datetime().nullable(),
    /** While its review is suspended: since when, and the day on which it goes on by itself. */
    suspendedAt: p.datetime().nullable(),
    resumeOn: p.date().nullable(),
  },
});
export class ReviewTaskEntity extends TaskSchema.class {
  isOpen(): boolean {
    return this.status === 'open' || this.status === 'claimed';
  }
}
TaskSchema.setClass(ReviewTaskEntity);

const DecisionSchema = defineEntity({
  name: 'Decision',
  tableName: 'decision',
  properties: {
    id: p.uuid().primary(),
    reviewTaskId: p.uuid(),
    applicationId: p.uuid(),
    stage: p.string().$type<ReviewStage>(),
    round: p.integer(),
    version: p.integer(),
    reviewerAccountId: p.uuid(),
    staffNo: p.string(),
    organCode: p.string(),
    organName: p.string(),
    outcome: p.string().$type<DecisionOutcome>(),
    reasonCode: p.string().$type<RejectionReason>().nullable(),
    opinion: p.string(),
    notice: p.json().$type<NoticeEntry[]>(),
    /** Entries of the notice that the return before could have cited (N3). */
    lateCitations: p.integer().default(0),
    targetOrganCode: p.string().nullable(),
    targetOrganName: p.string().nullable(),
    /** Of an appeal about ownership: what upholding it does; the second review's is the first's. */
    holderChange: p.string().$type<HolderChange>().nullable(),
    /** Of a second review: who decided the first, and whether both come to the same. */
    firstReviewerAccountId: p.uuid().nullable(),
    agrees: p.boolean().nullable(),
    decidedAt: p.datetime(),
    /** Of a return, once settled: when the correction is due. */
    correctionDueAt: p.datetime().nullable(),
    /** When the workflow settled it. */
    appliedAt: p.datetime().nullable(),
  },
});
export class DecisionEntity extends DecisionSchema.class {}
DecisionSchema.setClass(DecisionEntity);

const NoteSchema = defineEntity({
  name: 'ReviewNote',
  tableName: 'review_note',
  properties: {
    id: p.uuid().primary(),
    applicationId: p.uuid(),
    staffNo: p.string(),
    text: p.string(),
    at: p.datetime(),
  },
});
/** Internal note: staff only, never the filer's. */
export class ReviewNoteEntity extends NoteSchema.class {}
NoteSchema.setClass(ReviewNoteEntity);
