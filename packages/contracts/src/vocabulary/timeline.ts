import type { Labels } from './label.ts';

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
