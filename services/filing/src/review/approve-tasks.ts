import type { BulkApproval, BulkApprove } from '@beian/contracts/bulk-approvals.ts';
import type { Actor, Staff } from '@beian/service-kit/actor.ts';
import { mutate } from '@beian/service-kit/mutate.ts';
import { Problem, problem } from '@beian/service-kit/problem.ts';
import { ApplicationEntity, ApplicationVersion } from '../applications/application.entity.ts';
import type { Deps } from '../deps.ts';
import { compareDevices } from './compare-devices.ts';
import { decideTask } from './decide-task.ts';
import { isDrawn, isLowRisk } from './low-risk.rules.ts';
import { ReviewTaskEntity } from './review.entity.ts';
import { ownScope, requireDecider } from './task-scope.ts';

/**
 * 批量通过 (I12): approves tasks in the caller's hands that are of low risk and not drawn for a single look, each as a decision of its
 * own. Answers what came of each, before the engine has settled them.
 */
export async function approveTasks(
  deps: Deps,
  by: { actor: Actor; token: string },
  { taskIds, opinion }: BulkApprove,
): Promise<BulkApproval> {
  const staff = requireDecider(by.actor);
  const ids = [...new Set(taskIds)];
  await mutate(deps, staff, { action: 'tasks.approve' }, async (change) => {
    for (const taskId of ids) change.record({ subject: taskId, data: { together: ids.length } });
  });
  const items: BulkApproval['items'] = [];
  for (const taskId of ids) {
    try {
      await mustBeHarmless(deps, staff, taskId);
      const approval = { outcome: 'approve', opinion } as const;
      const { decisionId } = await decideTask({ ...deps, outcomePatienceMs: 0 }, by, taskId, approval);
      items.push({ taskId, decisionId });
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      items.push({ taskId, problem: error.code });
    }
  }
  return { items };
}

async function mustBeHarmless(deps: Deps, staff: Staff, id: string): Promise<void> {
  const em = deps.orm.em.fork();
  const task = await em.findOne(ReviewTaskEntity, { id, ...ownScope(staff) });
  if (!task) throw problem('not-found');
  const application = await em.findOneOrFail(ApplicationEntity, { id: task.applicationId });
  const number = task.version;
  const version = await em.findOneOrFail(ApplicationVersion, { applicationId: application.id, number });
  const { overlaps, duplicates } = await compareDevices(em, application, { before: undefined, version });
  const { kind, filerKind } = application;
  const { stage, round, escalations } = task;
  // An appeal has no system: it is never of low risk.
  const retentionDays = version.content?.system.retentionDays ?? 0;
  const alike = overlaps.length + duplicates.length;
  if (!isLowRisk({ kind, filerKind, stage, round, escalations, retentionDays, alike })) {
    throw problem('task.look-closer');
  }
  if (isDrawn(id)) throw problem('task.drawn');
}
