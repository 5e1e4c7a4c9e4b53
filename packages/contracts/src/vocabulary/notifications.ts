import { delegationMessages, type DelegationMessage } from './delegations.ts';
import type { Label, Labels } from './label.ts';
import { timelineKinds, timelineLabels } from './timeline.ts';

/** What the one who is told is to the application: it decides the words and the page that a notification leads to. */
export const addressees = ['filer', 'recipient', 'staff'] as const;
export type Addressee = (typeof addressees)[number];

/** Messages of a delegation among the entries. */
export const delegationEntryOf = <M extends DelegationMessage>(message: M): `delegation_${M}` =>
  `delegation_${message}`;

/** What a notification speaks of: an entry of a timeline, a draft that waits, a delegation, or an API credential. */
export const notificationEntries = [
  ...timelineKinds,
  'draft_reminded',
  ...delegationMessages.map(delegationEntryOf),
  'api_credential_made',
] as const;
export type NotificationEntry = (typeof notificationEntries)[number];
export const notificationEntryLabels: Labels<NotificationEntry> = {
  ...timelineLabels,
  draft_reminded: { zh: '草稿尚未提交', en: 'A draft waits' },
  delegation_granted: { zh: '已授权', en: 'Granted' },
  delegation_expiring: { zh: '即将到期', en: 'About to expire' },
  delegation_expired: { zh: '已到期', en: 'Expired' },
  delegation_revoked: { zh: '已撤销', en: 'Revoked' },
  api_credential_made: { zh: '已新增', en: 'Made' },
};
/** What stands before the entry in a title where no business does. */
export const delegationLabel: Label = { zh: '授权', en: 'Authorisation' };
export const apiCredentialLabel: Label = { zh: '接口凭证', en: 'API credential' };

/** What e-mails can be wanted or not wanted for. The inbox gets everything. */
export const notificationGroups = ['outcome', 'deadline', 'progress'] as const;
export type NotificationGroup = (typeof notificationGroups)[number];
export const notificationGroupLabels: Labels<NotificationGroup> = {
  outcome: { zh: '审核结果', en: 'Outcomes' },
  deadline: { zh: '待办和期限提醒', en: 'What waits for you, and deadlines' },
  progress: { zh: '办理进度', en: 'Progress' },
};
/** For somebody who has not chosen. */
export const groupsByDefault: Readonly<Record<NotificationGroup, boolean>> = {
  outcome: true,
  deadline: true,
  progress: false,
};

export const groupOf: Readonly<Record<NotificationEntry, NotificationGroup>> = {
  draft_reminded: 'deadline',
  delegation_granted: 'outcome',
  delegation_expiring: 'deadline',
  delegation_expired: 'outcome',
  delegation_revoked: 'outcome',
  api_credential_made: 'outcome',
  submitted: 'progress',
  review_opened: 'progress',
  review_reminded: 'deadline',
  review_escalated: 'deadline',
  review_urged: 'deadline',
  review_suspended: 'progress',
  review_resumed: 'progress',
  validity_opened: 'progress',
  found_valid: 'progress',
  not_valid: 'outcome',
  first_approved: 'progress',
  first_determined: 'progress',
  disagreed: 'progress',
  second_review_opened: 'progress',
  returned: 'outcome',
  correction_reminded: 'deadline',
  correction_extended: 'deadline',
  resubmitted: 'progress',
  rerouted: 'progress',
  document_quarantined: 'deadline',
  approved: 'progress',
  rejected: 'outcome',
  awaiting_recipient: 'deadline',
  recipient_reminded: 'deadline',
  accepted: 'outcome',
  declined: 'outcome',
  revoked: 'outcome',
  acceptance_expired: 'outcome',
  held: 'outcome',
  released: 'outcome',
  upheld: 'outcome',
  dismissed: 'outcome',
  holder_changed: 'outcome',
  ended_by_appeal: 'outcome',
  withdrawn: 'progress',
  expired: 'outcome',
  completed: 'outcome',
  claimed: 'outcome',
};
