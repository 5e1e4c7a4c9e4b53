import type { ApplicationKind } from './businesses.ts';
import type { Labels } from './label.ts';

/** An appeal is first checked for whether it can be taken up. */
export const reviewStages = ['validity', 'first', 'second'] as const;
export type ReviewStage = (typeof reviewStages)[number];
export const reviewStageLabels: Labels<ReviewStage> = {
  validity: { zh: '受理审查', en: 'Validity' },
  first: { zh: '审核', en: 'Review' },
  second: { zh: '复核', en: 'Second review' },
};
/** Kinds of business that a second person reviews after the first has approved (I10). */
export const secondReviewKinds = ['transfer', 'appeal'] as const satisfies readonly ApplicationKind[];
/** Whether an approval of the first review is not the last word. */
export const needsSecondReview = (kind: ApplicationKind): boolean =>
  (secondReviewKinds as readonly ApplicationKind[]).includes(kind);
export const reviewTaskStatuses = ['open', 'claimed', 'decided', 'cancelled'] as const;
export type ReviewTaskStatus = (typeof reviewTaskStatuses)[number];
export const reviewTaskStatusLabels: Labels<ReviewTaskStatus> = {
  open: { zh: '待签收', en: 'Unclaimed' },
  claimed: { zh: '审核中', en: 'Claimed' },
  decided: { zh: '已审核', en: 'Decided' },
  cancelled: { zh: '已取消', en: 'Cancelled' },
};

/** I08: 通过 / 退回补正 / 不予通过 / 转办 end a task; 挂起 (suspension) does not, and is an act of its own. */
export const decisionOutcomes = ['approve', 'return', 'reject', 'reroute'] as const;
export type DecisionOutcome = (typeof decisionOutcomes)[number];
export const decisionOutcomeLabels: Labels<DecisionOutcome> = {
  approve: { zh: '通过', en: 'Approve' },
  return: { zh: '退回补正', en: 'Return for correction' },
  reject: { zh: '不予通过', en: 'Reject' },
  reroute: { zh: '转办', en: 'Re-route' },
};

/** Coded reasons for which a review is suspended (I08, 挂起); what lies behind one is the opinion's to say. */
export const suspensionReasons = ['site_visit', 'other_department', 'outage', 'other'] as const;
export type SuspensionReason = (typeof suspensionReasons)[number];
export const suspensionReasonLabels: Labels<SuspensionReason> = {
  site_visit: { zh: '现场核查', en: 'Site visit' },
  other_department: { zh: '等待其他部门意见', en: 'Opinion of another department' },
  outage: { zh: '系统故障', en: 'System outage' },
  other: { zh: '其他原因', en: 'Other reason' },
};
/** Who ended a suspension: staff by hand, or its day. */
export const resumers = ['staff', 'day'] as const;
export type Resumer = (typeof resumers)[number];

/** What a canned text is for (I11). */
export const cannedUses = ['opinion', 'notice', 'rejection'] as const;
export type CannedUse = (typeof cannedUses)[number];
export const cannedUseLabels: Labels<CannedUse> = {
  opinion: { zh: '审核意见', en: 'Opinion' },
  notice: { zh: '补正告知', en: 'Notice' },
  rejection: { zh: '不予通过理由', en: 'Rejection' },
};
