import { mutate } from '@beian/service-kit/mutate.ts';
import { addTimelineEntry } from '../applications/add-timeline-entry.ts';
import { ApplicationEntity } from '../applications/application.entity.ts';
import type { Deps } from '../deps.ts';
import { workflowActor } from './forged-signal.ts';
import { isOpen } from './present-task.ts';
import { ReviewTaskEntity } from './review.entity.ts';

type Step = { taskId: string; step: number };

/** The step-th reminder of an undecided review (I13); told once, however often it is asked. `step` counts from 1. */
export const remindReview = (deps: Deps, step: Step): Promise<void> => press(deps, step, 'reminders');

/** The step-th escalation of an undecided review (I13): it stands out in the queue and in the timeline of the application. */
export const escalateReview = (deps: Deps, step: Step): Promise<void> => press(deps, step, 'escalations');

const kinds = {
  reminders: { action: 'task.remind', timeline: 'review_reminded' },
  escalations: { action: 'task.escalate', timeline: 'review_escalated' },
} as const;

function press(deps: Deps, { taskId, step }: Step, counter: keyof typeof kinds): Promise<void> {
  const { action, timeline } = kinds[counter];
  return mutate(deps, workflowActor, { action }, async (change) => {
    const task = await change.lock(ReviewTaskEntity, { id: taskId });
    const due = isOpen(task) && task[counter] < step;
    change.record({ subject: task.applicationId, data: { taskId, step, done: due } });
    if (!due) return;
    task[counter] = step;
    const application = await change.em.findOneOrFail(ApplicationEntity, { id: task.applicationId });
    addTimelineEntry(change, application, timeline, 'platform', {
      organ: { code: task.organCode, name: task.organName },
      dueAt: task.dueAt.toISOString(),
      ...(task.assigneeAccountId ? { assigneeAccountId: task.assigneeAccountId } : {}),
    });
  });
}
