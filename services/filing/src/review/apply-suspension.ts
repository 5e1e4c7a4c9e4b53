import { defaultPolicy, type FilingActivities, type SuspensionEffect } from '@beian/contracts/workflows.ts';
import { mutate } from '@beian/service-kit/mutate.ts';
import { addTimelineEntry } from '../applications/add-timeline-entry.ts';
import { ApplicationEntity } from '../applications/application.entity.ts';
import { readCalendar } from '../calendar/read-calendar.ts';
import type { Deps } from '../deps.ts';
import { noteForgedSignal, workflowActor } from './forged-signal.ts';
import { ReviewTaskEntity } from './review.entity.ts';
import { SuspensionEntity } from './suspension.entity.ts';
import { wakesAt } from './suspension.rules.ts';

/**
 * Settles a recorded suspension: both sides read in the timeline who waits for what until when. Applied twice it is one; an id that is no
 * suspension of this task is a forged signal. Withdrawn meanwhile, it is not applied.
 */
export function applySuspension(
  deps: Deps,
  {
    applicationId,
    taskId,
    suspensionId,
    policy = defaultPolicy.suspension,
  }: Parameters<FilingActivities['applySuspension']>[0],
): Promise<SuspensionEffect> {
  return mutate(deps, workflowActor, { action: 'suspension.apply' }, async (change): Promise<SuspensionEffect> => {
    const application = await change.lock(ApplicationEntity, { id: applicationId });
    const of = { id: suspensionId, applicationId, reviewTaskId: taskId };
    const suspension = await change.em.findOne(SuspensionEntity, of);
    if (!suspension) {
      noteForgedSignal(deps, change, { applicationId, id: suspensionId, about: 'suspension' });
      return { applied: false };
    }
    const task = await change.em.findOneOrFail(ReviewTaskEntity, { id: taskId });
    change.record({ subject: applicationId, data: { suspensionId } });
    if (suspension.until) return { applied: true, until: suspension.until.toISOString() };
    if (task.status === 'cancelled') return { applied: false };
    const until = wakesAt(suspension, policy.longest, await readCalendar(change.em));
    Object.assign(suspension, { appliedAt: change.now, until });
    Object.assign(application, { reviewDueAt: null, updatedAt: change.now });
    const { organCode: code, organName: name, reasonCode, resumeOn } = suspension;
    addTimelineEntry(change, application, 'review_suspended', 'organ', {
      organ: { code, name },
      suspension: { reasonCode, resumeOn },
    });
    return { applied: true, until: until.toISOString() };
  });
}
