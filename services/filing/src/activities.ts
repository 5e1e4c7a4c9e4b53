import type { FilingActivities } from '@beian/contracts/workflows.ts';
import { applyWithdrawal } from './applications/apply-withdrawal.ts';
import { applyExtension } from './applications/extend-correction.ts';
import { expireCorrection, remindCorrection } from './applications/expire-correction.ts';
import { settleParts } from './changes/settle-parts.ts';
import type { Deps } from './deps.ts';
import { checkSignal } from './engine/check-signal.ts';
import { applyDecision } from './review/apply-decision.ts';
import { applyResumption } from './review/apply-resumption.ts';
import { applySuspension } from './review/apply-suspension.ts';
import { openReview } from './review/open-review.ts';
import { escalateReview, remindReview } from './review/remind-review.ts';
import { tellRecipient, remindRecipient } from './transfers/tell-recipient.ts';
import { expireAcceptance, settleTransfer } from './transfers/settle-transfer.ts';

/** What workflows may ask of filing. Each is one transaction and idempotent. */
export const filingActivities = (deps: Deps): FilingActivities => ({
  openReview: (input) => openReview(deps, input),
  remindReview: (input) => remindReview(deps, input),
  escalateReview: (input) => escalateReview(deps, input),
  applyDecision: (input) => applyDecision(deps, input),
  applySuspension: (input) => applySuspension(deps, input),
  applyResumption: (input) => applyResumption(deps, input),
  remindCorrection: (input) => remindCorrection(deps, input),
  applyExtension: (input) => applyExtension(deps, input),
  expireCorrection: (input) => expireCorrection(deps, input),
  applyWithdrawal: (input) => applyWithdrawal(deps, input),
  checkSignal: (input) => checkSignal(deps, input),
  settleParts: (input) => settleParts(deps, input),
  tellRecipient: (input) => tellRecipient(deps, input),
  remindRecipient: (input) => remindRecipient(deps, input),
  settleTransfer: (input) => settleTransfer(deps, input),
  expireAcceptance: (input) => expireAcceptance(deps, input),
});
