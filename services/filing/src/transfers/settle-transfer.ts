import type { FilingActivities, TransferEffect } from '@beian/contracts/workflows.ts';
import { newId } from '@beian/service-kit/ids.ts';
import { mutate, type Change } from '@beian/service-kit/mutate.ts';
import { addTimelineEntry } from '../applications/add-timeline-entry.ts';
import { ApplicationEntity } from '../applications/application.entity.ts';
import { completeApplication } from '../applications/complete-application.ts';
import type { Deps } from '../deps.ts';
import { stillRunning } from '../filings/hold-filing.ts';
import { handOverFiling } from '../filings/hand-over-filing.ts';
import { releaseFilings } from '../filings/occupy-filing.ts';
import { noteForgedSignal, workflowActor } from '../review/forged-signal.ts';
import { recipientTold } from './tell-recipient.ts';
import { TransferEntity, TransferOutcomeEntity } from './transfer.entity.ts';

/** Settles a recorded answer or revocation; on acceptance the holding moves in this transaction (M121, I49). Applied twice it is one; an unknown id is a forged signal. */
export function settleTransfer(
  deps: Deps,
  { applicationId, outcomeId }: Parameters<FilingActivities['settleTransfer']>[0],
): Promise<TransferEffect> {
  return mutate(deps, workflowActor, { action: 'transfer.settle' }, async (change): Promise<TransferEffect> => {
    const application = await change.lock(ApplicationEntity, { id: applicationId });
    const ended = await change.em.findOne(TransferOutcomeEntity, { id: outcomeId, applicationId });
    if (!ended) {
      noteForgedSignal(deps, change, { applicationId, id: outcomeId, about: 'transfer' });
      return { applied: false };
    }
    const { outcome, accountId } = ended;
    const again = Boolean(ended.appliedAt);
    change.record({ subject: applicationId, data: { outcomeId, outcome, again } });
    if (!again) {
      ended.appliedAt = change.now;
      if (outcome === 'accepted' && accountId) await complete(change, application, accountId);
      else await end(change, application, outcome === 'revoked' ? 'revoked' : 'declined');
    }
    return { applied: true, outcome };
  });
}

/** Ends a transfer that nobody answered in time (I47). An answer or a revocation that came first wins: `expired` is false. While the filing is held the time stands still: `until` says when to look again. */
export function expireAcceptance(
  deps: Deps,
  { applicationId, dueAt }: Parameters<FilingActivities['expireAcceptance']>[0],
): Promise<{ expired: boolean; until?: string }> {
  return mutate(deps, workflowActor, { action: 'transfer.expire' }, async (change) => {
    const application = await change.lock(ApplicationEntity, { id: applicationId });
    const ended = await change.em.findOne(TransferOutcomeEntity, { applicationId });
    const expired = !ended || ended.outcome === 'expired';
    change.record({ subject: applicationId, data: { expired, again: ended?.outcome === 'expired' } });
    if (ended) return { expired };
    const transfer = await change.em.findOneOrFail(TransferEntity, { applicationId });
    const until = await stillRunning(change, applicationId, { knownDueAt: dueAt, dueAt: transfer.dueAt });
    if (until) return { expired: false, until };
    const now = { at: change.now, appliedAt: change.now };
    change.create(TransferOutcomeEntity, { id: newId(), applicationId, outcome: 'expired', ...now });
    await releaseFilings(change, applicationId);
    const { accountId = null, kind, organCode, version } = application;
    Object.assign(application, { status: 'expired', updatedAt: change.now });
    addTimelineEntry(change, application, 'acceptance_expired', 'platform', recipientTold(transfer));
    const data = { applicationId, kind, version, organCode, accountId };
    change.emit('application.expired', { subject: applicationId, data });
    return { expired };
  });
}

async function complete(change: Change, application: ApplicationEntity, recipientAccountId: string): Promise<void> {
  const filing = await handOverFiling(change, application, recipientAccountId);
  addTimelineEntry(change, application, 'accepted', 'recipient');
  await completeApplication(change, application, [filing.number], { recipientAccountId });
}

async function end(change: Change, application: ApplicationEntity, status: 'declined' | 'revoked'): Promise<void> {
  await releaseFilings(change, application.id);
  Object.assign(application, { status, updatedAt: change.now });
  const transfer = await change.em.findOneOrFail(TransferEntity, { applicationId: application.id });
  addTimelineEntry(change, application, status, status === 'declined' ? 'recipient' : 'filer', recipientTold(transfer));
}
