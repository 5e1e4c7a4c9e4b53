import type { ApplicationKind } from '@beian/contracts/vocabulary.ts';

const about = (field: string) => ({ field, problem: '与现场不一致', advice: '按实际填写' });

/** What a return of each business cites. */
export const noticeOf: Record<ApplicationKind, ReturnType<typeof about>> = {
  registration: about('system.retentionDays'),
  change: about('system.retentionDays'),
  cancellation: about('cancellation.reason'),
  transfer: about('transfer.description'),
  appeal: about('appeal.description'),
};

/** And what its correction says: something else for each version. */
export const corrections: Record<ApplicationKind, (version: number) => object> = {
  registration: (version) => ({ system: { retentionDays: 400 + version } }),
  change: (version) => ({ system: { retentionDays: 400 + version } }),
  cancellation: (version) => ({ cancellation: { reason: `系统已拆除，第 ${version} 次说明` } }),
  transfer: (version) => ({ transfer: { description: `管理单位变更，第 ${version} 次说明` } }),
  appeal: (version) => ({ appeal: { description: `归属有误，第 ${version} 次说明` } }),
};

export const rejection: Record<ApplicationKind, string> = {
  registration: 'other',
  change: 'other',
  cancellation: 'other',
  transfer: 'other',
  appeal: 'evidence_insufficient',
};
