import type { Labels } from './label.ts';

/** How a transfer ends once its reviews have approved it: of these exactly one happens (N2). */
export const transferOutcomes = ['accepted', 'declined', 'revoked', 'expired'] as const;
export type TransferOutcome = (typeof transferOutcomes)[number];
export const transferOutcomeLabels: Labels<TransferOutcome> = {
  accepted: { zh: '移入人已接收', en: 'accepted by the recipient' },
  declined: { zh: '移入人已拒绝接收', en: 'declined by the recipient' },
  revoked: { zh: '移出方已撤销', en: 'revoked by the initiator' },
  expired: { zh: '逾期未接收', en: 'expired without acceptance' },
};
