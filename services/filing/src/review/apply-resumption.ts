import type { FilingActivities, ResumptionEffect } from '@beian/contracts/workflows.ts';
import { mutate, type Change } from '@beian/service-kit/mutate.ts';
import { addTimelineEntry } from '../applications/add-timeline-entry.ts';
import { ApplicationEntity } from '../applications/application.entity.ts';
import { readCalendar } from '../calendar/read-calendar.ts';
import { afterSuspension } from '../calendar/review-clock.rules.ts';
import type { Deps } from '../deps.ts';
import { noteForgedSignal, workflowActor } from './forged-signal.ts';
import { ReviewTaskEntity } from './review.entity.ts';
import { SuspensionEntity } from './suspension.entity.ts';

type Input = Parameters<FilingActivities['applyResumption']>[0];

/**
 * Lets a suspended review go on: settles the resumption that staff recorded or, without one, records that its day has come. Whichever is
 * first ends it, once; the other changes nothing. The deadlines are computed anew from where the clock stopped (docs/decisions/0021).
 */
export function applyResumption(
  deps: Deps,
  { applicationId, taskId, suspensionId, resumptionId, policy }: Input,
): Promise<ResumptionEffect> {
  return mutate(deps, workflowActor, { action: 'resumption.apply' }, async (change): Promise<ResumptionEffect> => {
    const application = await change.lock(ApplicationEntity, { id: applicationId });
    const task = await change.lock(ReviewTaskEntity, { id: taskId });
    const suspension = await change.em.findOneOrFail(SuspensionEntity, { id: suspensionId, reviewTaskId: taskId });
    if (resumptionId !== undefined && suspension.resumptionId !== resumptionId) {
      await noteUnknown(deps, change, applicationId, resumptionId);
      return { applied: false };
    }
    change.record({ subject: applicationId, data: { suspensionId } });
    // Withdrawn meanwhile: nothing goes on.
    if (task.status === 'cancelled') return { applied: false };
    if (!suspension.resumedAt) {
      Object.assign(suspension, { resumedAt: change.now, resumedBy: 'day' });
      Object.assign(task, { suspendedAt: null, resumeOn: null });
    }
    if (!suspension.resumptionAppliedAt) {
      suspension.resumptionAppliedAt = change.now;
      await setClock(change, task, suspension, policy.due.unit);
      Object.assign(application, { reviewDueAt: task.dueAt, updatedAt: change.now });
      noteInTimeline(change, application, task, suspension);
    }
    return {
      applied: true,
      dueAt: task.dueAt.toISOString(),
      remindAt: task.remindAt.slice(task.reminders),
      escalateAt: task.escalateAt.slice(task.escalations),
      given: { reminders: task.reminders, escalations: task.escalations },
    };
  });
}

/** A resumption of an earlier suspension comes late; one that no suspension knows was forged. */
async function noteUnknown(deps: Deps, change: Change, applicationId: string, resumptionId: string): Promise<void> {
  if ((await change.em.count(SuspensionEntity, { applicationId, resumptionId })) > 0) {
    change.record({ subject: applicationId, data: { late: resumptionId } });
  } else {
    noteForgedSignal(deps, change, { applicationId, id: resumptionId, about: 'resumption' });
  }
}

/** The task's times from now on. What was given before stays in the lists, so that a step keeps its place. */
async function setClock(
  change: Change,
  task: ReviewTaskEntity,
  { suspendedAt: stoppedAt, resumedAt }: SuspensionEntity,
  unit: Input['policy']['due']['unit'],
): Promise<void> {
  const dates = (texts: readonly string[]) => texts.map((at) => new Date(at));
  const left = {
    dueAt: task.dueAt,
    remindAt: dates(task.remindAt.slice(task.reminders)),
    escalateAt: dates(task.escalateAt.slice(task.escalations)),
  };
  const pause = { stoppedAt, resumedAt: resumedAt ?? change.now };
  const times = afterSuspension(left, pause, unit, await readCalendar(change.em));
  const texts = (moments: readonly Date[]) => moments.map((at) => at.toISOString());
  Object.assign(task, {
    dueAt: times.dueAt,
    remindAt: [...task.remindAt.slice(0, task.reminders), ...texts(times.remindAt)],
    escalateAt: [...task.escalateAt.slice(0, task.escalations), ...texts(times.escalateAt)],
  });
}

function noteInTimeline(
  change: Change,
  application: ApplicationEntity,
  { assigneeAccountId }: ReviewTaskEntity,
  { organCode: code, organName: name, reasonCode, resumeOn, resumedBy }: SuspensionEntity,
): void {
  const byDay = resumedBy === 'day';
  addTimelineEntry(change, application, 'review_resumed', byDay ? 'platform' : 'organ', {
    organ: { code, name },
    suspension: { reasonCode, resumeOn, resumedBy: byDay ? 'day' : 'staff' },
    ...(assigneeAccountId ? { assigneeAccountId } : {}),
  });
}
