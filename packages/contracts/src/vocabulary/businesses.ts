import type { Label, Labels } from './label.ts';

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
  'valid',
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
  valid: { zh: '已受理', en: 'Found valid' },
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

// An appeal goes lodged → valid → in review → second review → determined.
const appealStatusLabels: Partial<Labels<ApplicationStatus>> = {
  submitted: { zh: '已提交', en: 'Lodged' },
  completed: { zh: '已决定', en: 'Determined' },
  rejected: { zh: '不予受理', en: 'Not taken up' },
};
/** The status in the words of its business. */
export const statusLabelOf = (kind: ApplicationKind, status: ApplicationStatus): Label =>
  (kind === 'appeal' ? appealStatusLabels[status] : undefined) ?? applicationStatusLabels[status];
