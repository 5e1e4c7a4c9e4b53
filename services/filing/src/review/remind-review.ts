import type { Organ } from '@beian/contracts/accounts.ts';
import { mutate } from '@beian/service-kit/mutate.ts';
import { addTimelineEntry } from '../applications/add-timeline-entry.ts';
import { ApplicationEntity } from '../applications/application.entity.ts';
import type { Deps } from '../deps.ts';
import { workflowActor } from './forged-signal.ts';
import { isOpen } from './present-task.ts';
import { ReviewTaskEntity } from './review.entity.ts';

type Step = { taskId: string; step: number };

/** The step-th reminder of an undecided review (I13); told once, however often it is asked. `step` counts from 1. */
export function remindReview(deps: Deps, { taskId, step }: Step): Promise<void> {
  return mutate(deps, workflowActor, { action: 'task.remind' }, async (change) => {
    const task = await change.lock(ReviewTaskEntity, { id: taskId });
    const due = running(task) && task.reminders < step;
    change.record({ subject: task.applicationId, data: { taskId, step, done: due } });
    if (!due) return;
    task.reminders = step;
    const application = await change.em.findOneOrFail(ApplicationEntity, { id: task.applicationId });
    addTimelineEntry(change, application, 'review_reminded', 'platform', {
      organ: { code: task.organCode, name: task.organName },
      ...toldOf(task),
    });
  });
}

/**
 * The step-th escalation of an undecided review (I13): county → city → province. From then on the superior organ's supervisors see the
 * task; it stands out in the queue of its organ and in the timeline of the application, which names the superior.
 */
export async function escalateReview(deps: Deps, { taskId, step }: Step): Promise<void> {
  // Who is asked of identity is asked before anything is locked.
  const seen = await deps.orm.em.fork().findOneOrFail(ReviewTaskEntity, { id: taskId });
  const superior = isOpen(seen) ? await superiorOf(deps, seen.organCode, step) : undefined;
  await mutate(deps, workflowActor, { action: 'task.escalate' }, async (change) => {
    const task = await change.lock(ReviewTaskEntity, { id: taskId });
    const due = running(task) && task.escalations < step;
    const escalatedTo = superior?.code;
    change.record({ subject: task.applicationId, data: { taskId, step, done: due, escalatedTo } });
    if (!due) return;
    task.escalations = step;
    if (escalatedTo && !task.escalatedTo.includes(escalatedTo)) task.escalatedTo = [...task.escalatedTo, escalatedTo];
    const application = await change.em.findOneOrFail(ApplicationEntity, { id: task.applicationId });
    addTimelineEntry(change, application, 'review_escalated', 'platform', {
      organ: superior ?? { code: task.organCode, name: task.organName },
      organCode: task.organCode,
      ...(escalatedTo ? { escalatedTo } : {}),
      ...toldOf(task),
    });
  });
}

/** The organ that a step reaches; the highest where there are fewer levels, none for an organ without superior. */
async function superiorOf(deps: Deps, organCode: string, step: number): Promise<Organ | undefined> {
  const superiors = await deps.identity.superiors(organCode, await deps.ownToken());
  return superiors[Math.min(step, superiors.length) - 1];
}

/** Its clock runs: it awaits a decision and is not suspended. */
const running = (task: ReviewTaskEntity): boolean => isOpen(task) && !task.suspendedAt;

const toldOf = (task: ReviewTaskEntity) => ({
  dueAt: task.dueAt.toISOString(),
  ...(task.assigneeAccountId ? { assigneeAccountId: task.assigneeAccountId } : {}),
});
