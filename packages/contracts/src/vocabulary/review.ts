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

/** Coded reasons of a rejection (I08). The articles are those of State Council Order 799. */
export const rejectionReasons = [
  'no_filing_duty',
  'not_managing_unit',
  'forbidden_place',
  'duplicate_filing',
  'false_information',
  'not_appealable',
  'evidence_insufficient',
  'other',
] as const;
export type RejectionReason = (typeof rejectionReasons)[number];
export const rejectionReasonLabels: Labels<RejectionReason> = {
  no_filing_duty: { zh: '不属于应当备案的系统（条例第九条）', en: 'Not subject to filing (art. 9)' },
  not_managing_unit: { zh: '申请单位不是系统管理单位（条例第七条）', en: 'Not the managing unit (art. 7)' },
  forbidden_place: { zh: '涉及禁止安装的区域、部位（条例第八条）', en: 'Devices in a forbidden place (art. 8)' },
  duplicate_filing: { zh: '系统已备案，重复提交', en: 'The system is already filed' },
  false_information: { zh: '备案信息不真实（条例第二十九条）', en: 'False information (art. 29)' },
  not_appealable: { zh: '不属于申诉受理范围', en: 'Nothing that can be appealed against' },
  evidence_insufficient: { zh: '证明材料不足', en: 'The evidence does not suffice' },
  other: { zh: '其他原因', en: 'Other reason' },
};

const ofAppealsAlone: readonly RejectionReason[] = ['not_appealable', 'evidence_insufficient'];
const ofAppealsNever: readonly RejectionReason[] = [
  'no_filing_duty',
  'not_managing_unit',
  'forbidden_place',
  'duplicate_filing',
];
/** The reasons for which an application of a kind may be rejected. */
export const rejectionReasonsOf = (kind: ApplicationKind): readonly RejectionReason[] =>
  rejectionReasons.filter((reason) => !(kind === 'appeal' ? ofAppealsNever : ofAppealsAlone).includes(reason));

/** What a canned text is for (I11). */
export const cannedUses = ['opinion', 'notice', 'rejection'] as const;
export type CannedUse = (typeof cannedUses)[number];
export const cannedUseLabels: Labels<CannedUse> = {
  opinion: { zh: '审核意见', en: 'Opinion' },
  notice: { zh: '补正告知', en: 'Notice' },
  rejection: { zh: '不予通过理由', en: 'Rejection' },
};
