import type { ReviewTask } from '@beian/contracts/review.ts';
import type { Actor } from '@beian/service-kit/actor.ts';
import { newId } from '@beian/service-kit/ids.ts';
import { mutate } from '@beian/service-kit/mutate.ts';
import { problem } from '@beian/service-kit/problem.ts';
import { inHandsOf } from '../absences/cover.ts';
import { ApplicationEntity } from '../applications/application.entity.ts';
import { awaitOutcome } from '../applications/await-outcome.ts';
import type { Deps } from '../deps.ts';
import { openTask, shown } from './claim-task.ts';
import { ReviewTaskEntity } from './review.entity.ts';
import { SuspensionEntity } from './suspension.entity.ts';
import { leads, ownScope, requireReviewer } from './task-scope.ts';

/**
 * 恢复办理 (I08): a suspended review goes on before its day; by who holds it or covers for them, or by who leads the organ's reviewers. It
 * may be decided from then on; the workflow computes its deadlines anew. `applied` is false when the engine is slow.
 */
export async function resumeTask(
  deps: Deps,
  by: Actor,
  taskId: string,
): Promise<{ task: ReviewTask; applied: boolean }> {
  const staff = requireReviewer(by);
  const seen = await deps.orm.em.fork().findOne(ReviewTaskEntity, { id: taskId, ...ownScope(staff) });
  if (!seen) throw problem('not-found');
  const resumptionId = await mutate(deps, staff, { action: 'task.resume' }, async (change) => {
    const application = await change.lock(ApplicationEntity, { id: seen.applicationId });
    const task = await openTask(change, staff, taskId);
    const { held, actedFor } = await inHandsOf(change.em, staff, task, change.now);
    if (!held && !leads(staff)) throw problem('auth.forbidden');
    const suspension = await change.em.findOne(SuspensionEntity, { reviewTaskId: taskId, resumedAt: null });
    if (!suspension) throw problem('task.not-suspended');
    const id = newId();
    Object.assign(suspension, {
      resumptionId: id,
      resumedAt: change.now,
      resumedBy: 'staff',
      resumedStaffNo: staff.staffNo,
    });
    Object.assign(task, { suspendedAt: null, resumeOn: null });
    change.tell({ op: 'signal', workflowId: application.id, signal: 'resumed', message: { id } });
    change.record({ subject: application.id, data: { taskId, suspensionId: suspension.id, actedFor } });
    return id;
  });
  const applied = await awaitOutcome(
    deps,
    async (em) => (await em.count(SuspensionEntity, { resumptionId, resumptionAppliedAt: { $ne: null } })) > 0,
  );
  const em = deps.orm.em.fork();
  const task = await em.findOneOrFail(ReviewTaskEntity, { id: taskId });
  return { task: await shown({ em, now: deps.clock.now() }, task, staff), applied };
}
