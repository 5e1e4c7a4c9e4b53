/** The words of the field. One name each, used in UI, API, code, database and events. No I/O and no zod here: workflows read this file too. */

export type Label = { readonly zh: string; readonly en: string };
type Labels<K extends string> = Readonly<Record<K, Label>>;

/** Kinds of business (业务类型), M006 and M008. */
export const applicationKinds = ['registration', 'change', 'cancellation', 'transfer', 'appeal'] as const;
export type ApplicationKind = (typeof applicationKinds)[number];
export const applicationKindLabels: Labels<ApplicationKind> = {
  registration: { zh: '备案登记', en: 'Registration' },
  change: { zh: '变更', en: 'Change' },
  cancellation: { zh: '注销', en: 'Cancellation' },
  transfer: { zh: '移交', en: 'Transfer' },
  appeal: { zh: '申诉', en: 'Appeal' },
};

export const applicationStatuses = [
  'submitted',
  'in_review',
  'returned',
  'resubmitted',
  'second_review',
  'awaiting_recipient',
  'completed',
  'rejected',
  'withdrawn',
  'expired',
  'declined',
  'revoked',
] as const;
export type ApplicationStatus = (typeof applicationStatuses)[number];
export const applicationStatusLabels: Labels<ApplicationStatus> = {
  submitted: { zh: '已提交', en: 'Submitted' },
  in_review: { zh: '审核中', en: 'In review' },
  returned: { zh: '退回补正', en: 'Returned for correction' },
  resubmitted: { zh: '已重新提交', en: 'Resubmitted' },
  second_review: { zh: '复核中', en: 'In second review' },
  awaiting_recipient: { zh: '待接收', en: 'Awaiting recipient' },
  completed: { zh: '已办结', en: 'Completed' },
  rejected: { zh: '不予通过', en: 'Rejected' },
  withdrawn: { zh: '已撤回', en: 'Withdrawn' },
  expired: { zh: '逾期终止', en: 'Expired' },
  declined: { zh: '拒绝接收', en: 'Declined' },
  revoked: { zh: '已撤销', en: 'Revoked' },
};

/** Unit types (单位类型, M039), from the first two characters of the credit code (GB 32100-2015). */
export const unitTypes = [
  'enterprise',
  'individual_business',
  'farmers_cooperative',
  'state_organ',
  'public_institution',
  'mass_organisation',
  'social_organisation',
  'private_non_enterprise',
  'foundation',
  'villagers_committee',
  'other',
] as const;
export type UnitType = (typeof unitTypes)[number];
export const unitTypeLabels: Labels<UnitType> = {
  enterprise: { zh: '企业', en: 'Enterprise' },
  individual_business: { zh: '个体工商户', en: 'Individual business' },
  farmers_cooperative: { zh: '农民专业合作社', en: "Farmers' cooperative" },
  state_organ: { zh: '机关', en: 'State organ' },
  public_institution: { zh: '事业单位', en: 'Public institution' },
  mass_organisation: { zh: '群众团体', en: 'Mass organisation' },
  social_organisation: { zh: '社会团体', en: 'Social organisation' },
  private_non_enterprise: { zh: '民办非企业单位', en: 'Private non-enterprise unit' },
  foundation: { zh: '基金会', en: 'Foundation' },
  villagers_committee: { zh: '村（居）民委员会', en: "Villagers' or residents' committee" },
  other: { zh: '其他', en: 'Other' },
};

export const documentKinds = [
  'business_licence',
  'legal_person_certificate',
  'registration_authorisation',
  'change_authorisation',
  'cancellation_authorisation',
  'transfer_form',
  'device_table',
  'appeal_evidence',
] as const;
export type DocumentKind = (typeof documentKinds)[number];
export const documentKindLabels: Labels<DocumentKind> = {
  business_licence: { zh: '营业执照复印件', en: 'Copy of business licence' },
  legal_person_certificate: { zh: '法人登记证书复印件', en: 'Copy of legal-person certificate' },
  registration_authorisation: { zh: '委托办理备案登记授权书', en: 'Authorisation to register' },
  change_authorisation: { zh: '委托办理备案变更授权书', en: 'Authorisation to change' },
  cancellation_authorisation: { zh: '委托办理备案注销授权书', en: 'Authorisation to cancel' },
  transfer_form: { zh: '备案移交申请表', en: 'Transfer application form' },
  device_table: { zh: '图像采集设备信息表', en: 'Image-collection device table' },
  appeal_evidence: { zh: '申诉证明材料', en: 'Appeal evidence' },
};

/** The three attachments of a unit (M043–M045). */
export const unitAttachmentKinds = [
  'business_licence',
  'legal_person_certificate',
  'registration_authorisation',
] as const satisfies readonly DocumentKind[];
export type UnitAttachmentKind = (typeof unitAttachmentKinds)[number];

/** M046: "应小于 100KB" – strictly fewer bytes than this. */
export const attachmentLimitBytes = 102_400;
/** M128: "应小于 10Mb", read as 10 MB (G10) – strictly fewer bytes. */
export const evidenceLimitBytes = 10_485_760;
/** The device table's limit is ours: the manual names none, and 20,000 rows fit in it. */
export const deviceTableLimitBytes = 5_242_880;
/** Bytes that an upload of this kind must stay strictly under. */
export const limitOf = (kind: DocumentKind): number =>
  kind === 'appeal_evidence'
    ? evidenceLimitBytes
    : kind === 'device_table'
      ? deviceTableLimitBytes
      : attachmentLimitBytes;

export const accountKinds = ['personal', 'legal_person', 'staff'] as const;
export type AccountKind = (typeof accountKinds)[number];
export const accountKindLabels: Labels<AccountKind> = {
  personal: { zh: '个人用户', en: 'Personal user' },
  legal_person: { zh: '法人用户', en: 'Legal-person user' },
  staff: { zh: '工作人员', en: 'Staff' },
};

export const staffRoles = [
  'reviewer',
  'senior_reviewer',
  'supervisor',
  'content_editor',
  'auditor',
  'operator',
] as const;
export type StaffRole = (typeof staffRoles)[number];
export const staffRoleLabels: Labels<StaffRole> = {
  reviewer: { zh: '审核员', en: 'Reviewer' },
  senior_reviewer: { zh: '复核员', en: 'Senior reviewer' },
  supervisor: { zh: '督办员', en: 'Supervisor' },
  content_editor: { zh: '内容编辑', en: 'Content editor' },
  auditor: { zh: '审计员', en: 'Auditor' },
  operator: { zh: '运维员', en: 'Operator' },
};

export const organLevels = ['county', 'city', 'province', 'national'] as const;
export type OrganLevel = (typeof organLevels)[number];

export const reviewStages = ['first', 'second'] as const;
export type ReviewStage = (typeof reviewStages)[number];
export const reviewTaskStatuses = ['open', 'claimed', 'decided', 'cancelled'] as const;
export type ReviewTaskStatus = (typeof reviewTaskStatuses)[number];
export const reviewTaskStatusLabels: Labels<ReviewTaskStatus> = {
  open: { zh: '待签收', en: 'Unclaimed' },
  claimed: { zh: '审核中', en: 'Claimed' },
  decided: { zh: '已审核', en: 'Decided' },
  cancelled: { zh: '已取消', en: 'Cancelled' },
};

/** I08: 通过 / 退回补正 / 不予通过 / 转办. */
export const decisionOutcomes = ['approve', 'return', 'reject', 'reroute'] as const;
export type DecisionOutcome = (typeof decisionOutcomes)[number];
export const decisionOutcomeLabels: Labels<DecisionOutcome> = {
  approve: { zh: '通过', en: 'Approve' },
  return: { zh: '退回补正', en: 'Return for correction' },
  reject: { zh: '不予通过', en: 'Reject' },
  reroute: { zh: '转办', en: 'Re-route' },
};

/** Coded reasons of a rejection (I08). The articles are those of State Council Order 799. */
export const rejectionReasons = [
  'no_filing_duty',
  'not_managing_unit',
  'forbidden_place',
  'duplicate_filing',
  'false_information',
  'other',
] as const;
export type RejectionReason = (typeof rejectionReasons)[number];
export const rejectionReasonLabels: Labels<RejectionReason> = {
  no_filing_duty: { zh: '不属于应当备案的系统（条例第九条）', en: 'Not subject to filing (art. 9)' },
  not_managing_unit: { zh: '申请单位不是系统管理单位（条例第七条）', en: 'Not the managing unit (art. 7)' },
  forbidden_place: { zh: '涉及禁止安装的区域、部位（条例第八条）', en: 'Devices in a forbidden place (art. 8)' },
  duplicate_filing: { zh: '系统已备案，重复提交', en: 'The system is already filed' },
  false_information: { zh: '备案信息不真实（条例第二十九条）', en: 'False information (art. 29)' },
  other: { zh: '其他原因', en: 'Other reason' },
};

/** I27 states of a filing. */
export const filingStatuses = ['valid', 'changing', 'transferring', 'cancelled', 'held'] as const;
export type FilingStatus = (typeof filingStatuses)[number];
export const filingStatusLabels: Labels<FilingStatus> = {
  valid: { zh: '有效', en: 'Valid' },
  changing: { zh: '变更中', en: 'Changing' },
  transferring: { zh: '移交中', en: 'Transferring' },
  cancelled: { zh: '已注销', en: 'Cancelled' },
  held: { zh: '争议冻结', en: 'Held' },
};

/** Entries of an application's timeline (I19): the same for filer and reviewer. */
export const timelineKinds = [
  'submitted',
  'review_opened',
  'review_reminded',
  'review_escalated',
  'returned',
  'correction_reminded',
  'correction_extended',
  'resubmitted',
  'rerouted',
  'approved',
  'rejected',
  'withdrawn',
  'expired',
  'completed',
] as const;
export type TimelineKind = (typeof timelineKinds)[number];
export const timelineLabels: Labels<TimelineKind> = {
  submitted: { zh: '提交申请', en: 'Submitted' },
  review_opened: { zh: '进入审核', en: 'Review opened' },
  review_reminded: { zh: '审核提醒', en: 'Reviewer reminded' },
  review_escalated: { zh: '逾期上报上级机关', en: 'Escalated to the superior organ' },
  returned: { zh: '退回补正', en: 'Returned for correction' },
  correction_extended: { zh: '补正延期', en: 'Correction extended' },
  correction_reminded: { zh: '补正提醒', en: 'Filer reminded' },
  resubmitted: { zh: '重新提交', en: 'Resubmitted' },
  rerouted: { zh: '转办', en: 'Re-routed' },
  approved: { zh: '审核通过', en: 'Approved' },
  rejected: { zh: '不予通过', en: 'Rejected' },
  withdrawn: { zh: '申请人撤回', en: 'Withdrawn by the filer' },
  expired: { zh: '逾期未补正，终止办理', en: 'Expired without correction' },
  completed: { zh: '办结', en: 'Completed' },
};
