import type { FilingActivities, PartsOutcome } from '@beian/contracts/workflows.ts';
import { mutate, type Change } from '@beian/service-kit/mutate.ts';
import { addTimelineEntry } from '../applications/add-timeline-entry.ts';
import { ApplicationEntity, WithdrawalEntity } from '../applications/application.entity.ts';
import { completeApplication } from '../applications/complete-application.ts';
import type { Deps } from '../deps.ts';
import { ApplicationFiling } from '../filings/occupy-filing.ts';
import { workflowActor } from '../review/forged-signal.ts';
import { DecisionEntity } from '../review/review.entity.ts';
import { outcomeOfParts } from './change.rules.ts';

/**
 * Ends a change of several parts once each of them has ended (N12): completed when one part was, for its filings. Asked twice it is one
 * end; asked too early it is a fault of the workflow, tried again.
 */
export function settleParts(
  deps: Deps,
  { applicationId }: Parameters<FilingActivities['settleParts']>[0],
): Promise<PartsOutcome> {
  return mutate(deps, workflowActor, { action: 'parts.settle' }, async (change) => {
    const whole = await change.lock(ApplicationEntity, { id: applicationId });
    const parts = await change.em.find(ApplicationEntity, { parentId: applicationId });
    const status = outcomeOfParts(parts.map((part) => part.status));
    if (!status) throw new Error(`parts of ${whole.number} are open`);
    const again = whole.status === status;
    change.record({ subject: applicationId, data: { status, again } });
    if (!again) await end(change, whole, { parts, status });
    return { status };
  });
}

async function end(
  change: Change,
  whole: ApplicationEntity,
  { parts, status }: { parts: ApplicationEntity[]; status: PartsOutcome['status'] },
): Promise<void> {
  const { id, accountId = null, kind, organCode, version } = whole;
  const data = { applicationId: id, kind, version, organCode, accountId };
  await change.em.nativeUpdate(WithdrawalEntity, { applicationId: id, appliedAt: null }, { appliedAt: change.now });
  if (status === 'completed') {
    const done = parts.filter((part) => part.status === 'completed').map((part) => part.id);
    const filings = await change.em.find(ApplicationFiling, { applicationId: { $in: done } });
    return completeApplication(change, whole, filings.map((one) => one.filingNumber).toSorted());
  }
  Object.assign(whole, { status, updatedAt: change.now });
  if (status === 'rejected') {
    const ids = parts.map((part) => part.id);
    const rejection = await change.em.findOneOrFail(DecisionEntity, { applicationId: { $in: ids }, outcome: 'reject' });
    addTimelineEntry(change, whole, 'rejected', 'organ');
    const reasonCode = rejection.reasonCode ?? 'other';
    change.emit('application.rejected', { subject: id, data: { ...data, decisionId: rejection.id, reasonCode } });
    return;
  }
  addTimelineEntry(change, whole, status, status === 'withdrawn' ? 'filer' : 'platform');
  change.emit(status === 'withdrawn' ? 'application.withdrawn' : 'application.expired', { subject: id, data });
}
