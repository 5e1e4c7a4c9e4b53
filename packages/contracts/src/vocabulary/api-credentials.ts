import type { Labels } from './label.ts';

export const apiCredentialStatuses = ['active', 'expired', 'revoked'] as const;
export type ApiCredentialStatus = (typeof apiCredentialStatuses)[number];
export const apiCredentialStatusLabels: Labels<ApiCredentialStatus> = {
  active: { zh: '有效', en: 'In force' },
  expired: { zh: '已到期', en: 'Expired' },
  revoked: { zh: '已撤销', en: 'Revoked' },
};

/** How many of an account may be in force at a time, and for how many days each. */
export const apiCredentialLimits = { inForce: 10, days: 365, usualDays: 90 } as const;

/** The area of a sharing credential that is for all provinces; the ministry's code. */
export const wholeCountry = '00';
