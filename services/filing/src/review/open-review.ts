import type { ApplicationStatus, ReviewStage, TimelineKind } from '@beian/contracts/vocabulary.ts';
import type { FilingActivities, ReviewCause, ReviewOpening } from '@beian/contracts/workflows.ts';
import { newId } from '@beian/service-kit/ids.ts';
import { mutate, type Change } from '@beian/service-kit/mutate.ts';
import { addTimelineEntry } from '../applications/add-timeline-entry.ts';
import { ApplicationEntity, ApplicationVersion, WithdrawalEntity } from '../applications/application.entity.ts';
import type { Deps } from '../deps.ts';
import { noteForgedSignal, workflowActor } from './forged-signal.ts';
import { reviewClock } from './review-clock.ts';
import { DecisionEntity, ReviewTaskEntity } from './review.entity.ts';

/**
 * Puts an application before its organ: a review task with its deadlines. The cause is a row that the database holds: asked twice for
 * the same cause it is one task, and for an unknown one none at all.
 */
export function openReview(
  deps: Deps,
  { applicationId, stage, cause, policy }: Parameters<FilingActivities['openReview']>[0],
): Promise<ReviewOpening> {
  return mutate(deps, workflowActor, { action: 'task.open' }, async (change): Promise<ReviewOpening> => {
    const application = await change.lock(ApplicationEntity, { id: applicationId });
    const causeId = cause.kind === 'submission' ? applicationId : cause.id;
    const known = await change.em.findOne(ReviewTaskEntity, { causeId, applicationId });
    if (known) {
      change.record({ subject: applicationId, data: { taskId: known.id, again: true } });
      return opening(known);
    }
    const withdrawal = await change.em.findOne(WithdrawalEntity, { applicationId });
    if (withdrawal) {
      change.record({ subject: applicationId, data: { withdrawn: true } });
      return { opened: false, withdrawalId: withdrawal.id };
    }
    if (!(await causeExists(change, application, cause))) {
      noteForgedSignal(deps, change, { applicationId, id: causeId, about: cause.kind });
      return { opened: false };
    }
    const round = (await change.em.count(ReviewTaskEntity, { applicationId })) + 1;
    const times = await reviewClock(change, { applicationId, stage, cause, policy });
    const task = change.create(ReviewTaskEntity, {
      id: newId(),
      applicationId,
      stage,
      round,
      causeId,
      version: application.version,
      ...(await assigneeOf(change, stage, cause)),
      organCode: application.organCode,
      organName: application.organName,
      openedAt: change.now,
      dueAt: times.dueAt,
      remindAt: times.remindAt.map((at) => at.toISOString()),
      escalateAt: times.escalateAt.map((at) => at.toISOString()),
    });
    const { status, entry } = opened[stage];
    Object.assign(application, { ...(status ? { status } : {}), reviewDueAt: times.dueAt, updatedAt: change.now });
    addTimelineEntry(change, application, entry, 'platform', {
      organ: { code: application.organCode, name: application.organName },
      dueAt: times.dueAt.toISOString(),
    });
    change.record({ subject: applicationId, data: { taskId: task.id, organ: application.organCode, round } });
    return opening(task);
  });
}

/** What an opened review makes of the application: an appeal stays lodged until it is found valid. */
const opened: Record<ReviewStage, { entry: TimelineKind; status?: ApplicationStatus }> = {
  validity: { entry: 'validity_opened' },
  first: { entry: 'review_opened', status: 'in_review' },
  second: { entry: 'second_review_opened', status: 'second_review' },
};

/** Who found an appeal valid goes on with it. */
async function assigneeOf(change: Change, stage: ReviewStage, cause: ReviewCause) {
  const found =
    stage === 'first' && cause.kind === 'approval' ? await change.em.findOne(DecisionEntity, cause.id) : null;
  if (!found) return { status: 'open' as const };
  const { reviewerAccountId: assigneeAccountId, staffNo: assigneeStaffNo } = found;
  return { status: 'claimed' as const, assigneeAccountId, assigneeStaffNo };
}

const opening = (task: ReviewTaskEntity): ReviewOpening => ({
  opened: true,
  taskId: task.id,
  dueAt: task.dueAt.toISOString(),
  remindAt: task.remindAt,
  escalateAt: task.escalateAt,
});

/** Whether a settled decision opens the next review: the application is where it left it. */
function leadsOn(
  { kind, status }: ApplicationEntity,
  { stage, outcome, agrees }: DecisionEntity,
  cause: 'approval' | 'disagreement',
): boolean {
  if (cause === 'disagreement') return status === 'second_review' && stage === 'second' && agrees === false;
  if (stage === 'validity') return status === 'valid' && outcome === 'approve';
  // To dismiss an appeal is a determination too, and takes two.
  const proposed = outcome === 'approve' || (kind === 'appeal' && outcome === 'reject');
  return status === 'in_review' && stage === 'first' && proposed;
}

async function causeExists(change: Change, application: ApplicationEntity, cause: ReviewCause): Promise<boolean> {
  const of = { applicationId: application.id };
  switch (cause.kind) {
    case 'submission':
      return application.status === 'submitted';
    case 'resubmission':
      return (
        application.status === 'resubmitted' &&
        (await change.em.count(ApplicationVersion, { ...of, id: cause.id, number: application.version })) > 0
      );
    case 'reroute':
      return (
        (await change.em.count(DecisionEntity, {
          ...of,
          id: cause.id,
          outcome: 'reroute',
          appliedAt: { $ne: null },
        })) > 0
      );
    case 'approval':
    case 'disagreement': {
      const { id, kind } = cause;
      const settled = { ...of, id, version: application.version, appliedAt: { $ne: null } };
      const decision = await change.em.findOne(DecisionEntity, settled);
      return decision !== null && leadsOn(application, decision, kind);
    }
  }
}
