import type { ReviewTask, SuspendReview } from '@beian/contracts/review.ts';
import type { Actor } from '@beian/service-kit/actor.ts';
import { newId } from '@beian/service-kit/ids.ts';
import { mutate } from '@beian/service-kit/mutate.ts';
import { fieldProblem, problem } from '@beian/service-kit/problem.ts';
import { ApplicationEntity } from '../applications/application.entity.ts';
import { awaitOutcome } from '../applications/await-outcome.ts';
import { readCalendar } from '../calendar/read-calendar.ts';
import type { Deps } from '../deps.ts';
import { shown, taskInHands } from './claim-task.ts';
import { ReviewTaskEntity } from './review.entity.ts';
import { SuspensionEntity } from './suspension.entity.ts';
import { daysToResume, mostSuspensions, suspensionRefusal } from './suspension.rules.ts';
import { mustBeAllowedToDecide, ownScope, requireDecider } from './task-scope.ts';

/**
 * 挂起 (I08): the review in the caller's hands stands still from now until a day. One transaction records it and signals the workflow; the
 * task stays claimed. `applied` is false when the engine is slow: the review stands still all the same.
 */
export async function suspendTask(
  deps: Deps,
  by: Actor,
  taskId: string,
  { reasonCode, opinion, resumeOn }: SuspendReview,
): Promise<{ task: ReviewTask; applied: boolean }> {
  const staff = requireDecider(by);
  const seen = await deps.orm.em.fork().findOne(ReviewTaskEntity, { id: taskId, ...ownScope(staff) });
  if (!seen) throw problem('not-found');
  const { task, id } = await mutate(deps, staff, { action: 'task.suspend' }, async (change) => {
    // Application before task, as a decision does: a withdrawal of this moment goes first or second.
    const application = await change.lock(ApplicationEntity, { id: seen.applicationId });
    const { task: locked, actedFor } = await taskInHands(change, staff, taskId);
    await mustBeAllowedToDecide(change.em, staff, locked);
    const { stage, round, organCode, organName } = locked;
    const spent = await change.em.count(SuspensionEntity, { applicationId: application.id, stage });
    const refusal = suspensionRefusal(spent, staff);
    if (refusal) throw problem(refusal, { params: { limit: mostSuspensions } });
    const days = daysToResume(change.now, deps.policy.suspension.longest, await readCalendar(change.em));
    if (resumeOn < days.from || resumeOn > days.until) throw fieldProblem(['resumeOn'], 'suspension.day-range', days);
    const suspension = change.create(SuspensionEntity, {
      id: newId(),
      applicationId: application.id,
      reviewTaskId: taskId,
      stage,
      round,
      staffNo: staff.staffNo,
      organCode,
      organName,
      reasonCode,
      opinion,
      suspendedAt: change.now,
      resumeOn,
    });
    Object.assign(locked, { suspendedAt: change.now, resumeOn });
    change.tell({ op: 'signal', workflowId: application.id, signal: 'suspended', message: { id: suspension.id } });
    change.record({
      subject: application.id,
      data: { taskId, suspensionId: suspension.id, reasonCode, resumeOn, actedFor },
    });
    return { task: await shown(change, locked, staff), id: suspension.id };
  });
  const applied = await awaitOutcome(
    deps,
    async (em) => (await em.count(SuspensionEntity, { id, appliedAt: { $ne: null } })) > 0,
  );
  return { task, applied };
}
