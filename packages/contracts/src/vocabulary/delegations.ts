import type { Labels } from './label.ts';

/** What a holder lets another person do with the filings of a unit (I02). */
export const delegationRoles = ['agent', 'reader'] as const;
export type DelegationRole = (typeof delegationRoles)[number];
export const delegationRoleLabels: Labels<DelegationRole> = {
  agent: { zh: '委托代理人', en: 'Agent' },
  reader: { zh: '只读查看人', en: 'Reader' },
};

/** What of a delegation is told to whom it concerns, each at most once. */
export const delegationMessages = ['granted', 'expiring', 'expired', 'revoked'] as const;
export type DelegationMessage = (typeof delegationMessages)[number];

export const delegationStatuses = ['active', 'upcoming', 'expired', 'revoked'] as const;
export type DelegationStatus = (typeof delegationStatuses)[number];
export const delegationStatusLabels: Labels<DelegationStatus> = {
  active: { zh: '有效', en: 'In force' },
  upcoming: { zh: '尚未生效', en: 'Not yet in force' },
  expired: { zh: '已到期', en: 'Expired' },
  revoked: { zh: '已撤销', en: 'Revoked' },
};
