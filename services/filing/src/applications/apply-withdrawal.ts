import type { FilingActivities } from '@beian/contracts/workflows.ts';
import { mutate } from '@beian/service-kit/mutate.ts';
import type { Deps } from '../deps.ts';
import { liftHold } from '../filings/hold-filing.ts';
import { releaseFilings } from '../filings/occupy-filing.ts';
import { noteForgedSignal, workflowActor } from '../review/forged-signal.ts';
import { addTimelineEntry } from './add-timeline-entry.ts';
import { ApplicationEntity, WithdrawalEntity } from './application.entity.ts';

/** Settles a recorded withdrawal (I17). Applied twice it is one; an unknown id is a forged signal. */
export function applyWithdrawal(
  deps: Deps,
  { applicationId, withdrawalId }: Parameters<FilingActivities['applyWithdrawal']>[0],
): Promise<{ applied: boolean }> {
  return mutate(deps, workflowActor, { action: 'withdrawal.apply' }, async (change) => {
    const application = await change.lock(ApplicationEntity, { id: applicationId });
    const withdrawal = await change.em.findOne(WithdrawalEntity, { id: withdrawalId, applicationId });
    if (!withdrawal) {
      noteForgedSignal(deps, change, { applicationId, id: withdrawalId, about: 'withdrawal' });
      return { applied: false };
    }
    const again = Boolean(withdrawal.appliedAt);
    change.record({ subject: applicationId, data: { withdrawalId, again } });
    if (again) return { applied: true };
    withdrawal.appliedAt = change.now;
    await releaseFilings(change, applicationId);
    await liftHold(change, application);
    const { accountId = null, kind, organCode, version } = application;
    Object.assign(application, {
      status: 'withdrawn',
      reviewDueAt: null,
      correctionDueAt: null,
      updatedAt: change.now,
    });
    const { by } = withdrawal;
    addTimelineEntry(change, application, by === 'filer' ? 'withdrawn' : 'ended_by_appeal', by);
    change.emit('application.withdrawn', {
      subject: applicationId,
      data: { applicationId, kind, version, organCode, accountId },
    });
    return { applied: true };
  });
}
