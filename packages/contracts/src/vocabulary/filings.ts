import type { Labels } from './label.ts';

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
