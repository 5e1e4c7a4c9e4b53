import type { FilingActivities } from '@beian/contracts/workflows.ts';
import { mutate, type Change } from '@beian/service-kit/mutate.ts';
import type { Deps } from '../deps.ts';
import { liftHold, stillRunning } from '../filings/hold-filing.ts';
import { releaseFilings } from '../filings/occupy-filing.ts';
import { workflowActor } from '../review/forged-signal.ts';
import { DecisionEntity } from '../review/review.entity.ts';
import { addTimelineEntry } from './add-timeline-entry.ts';
import { ApplicationEntity, ExtensionEntity, TimelineEntity, WithdrawalEntity } from './application.entity.ts';

/** The filer is reminded of the correction deadline, once per step (G6). `step` counts from 1 within one return. */
export function remindCorrection(
  deps: Deps,
  { applicationId, decisionId, step }: Parameters<FilingActivities['remindCorrection']>[0],
): Promise<void> {
  return mutate(deps, workflowActor, { action: 'correction.remind' }, async (change) => {
    const application = await change.lock(ApplicationEntity, { id: applicationId });
    const decision = await openReturn(change, application, decisionId);
    const told = { applicationId, kind: 'correction_reminded' as const, version: application.version };
    const due = decision !== undefined && (await change.em.count(TimelineEntity, told)) < step;
    change.record({ subject: applicationId, data: { decisionId, step, done: due } });
    if (due) {
      const dueAt = application.correctionDueAt?.toISOString();
      addTimelineEntry(change, application, 'correction_reminded', 'platform', dueAt ? { dueAt } : {});
    }
  });
}

/**
 * Ends an application whose filer let the correction deadline pass. A resubmission that came first wins: `expired` is false. Nothing ends
 * while its filing is held; `until` says when to look again, and after the hold when the deadline is now.
 */
export function expireCorrection(
  deps: Deps,
  { applicationId, decisionId, dueAt }: Parameters<FilingActivities['expireCorrection']>[0],
): Promise<{ expired: boolean; until?: string }> {
  return mutate(deps, workflowActor, { action: 'application.expire' }, async (change) => {
    const application = await change.lock(ApplicationEntity, { id: applicationId });
    const decision = await openReturn(change, application, decisionId);
    const again = application.status === 'expired';
    change.record({ subject: applicationId, data: { decisionId, expired: again || decision !== undefined } });
    if (again) return { expired: true };
    if (!decision?.appliedAt) return { expired: false };
    // Asked for during this return and not yet applied: its signal is on the way and moves the deadline.
    const inTime = { applicationId, appliedAt: null, at: { $gte: decision.appliedAt } };
    const extending = await change.em.count(ExtensionEntity, inTime);
    const withdrawing = await change.em.count(WithdrawalEntity, { applicationId });
    if (extending + withdrawing > 0) return { expired: false };
    const until = await stillRunning(change, applicationId, { knownDueAt: dueAt, dueAt: application.correctionDueAt });
    if (until) return { expired: false, until };
    await releaseFilings(change, applicationId);
    await liftHold(change, application);
    const { accountId = null, kind, organCode, version } = application;
    Object.assign(application, { status: 'expired', correctionDueAt: null, updatedAt: change.now });
    addTimelineEntry(change, application, 'expired', 'platform');
    change.emit('application.expired', {
      subject: applicationId,
      data: { applicationId, kind, version, organCode, accountId },
    });
    return { expired: true };
  });
}

/** The return that the application waits on, if it is this one. */
async function openReturn(
  change: Change,
  application: ApplicationEntity,
  decisionId: string,
): Promise<DecisionEntity | undefined> {
  if (application.status !== 'returned') return undefined;
  const where = { applicationId: application.id, outcome: 'return' as const, version: application.version };
  const latest = await change.em.findOne(DecisionEntity, where, { orderBy: { id: 'desc' } });
  return latest?.id === decisionId ? latest : undefined;
}
