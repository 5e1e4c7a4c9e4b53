import type { BulkAssign, BulkAssignment } from '@beian/contracts/assignments.ts';
import type { ReviewTask } from '@beian/contracts/review.ts';
import type { Colleague } from '@beian/contracts/staff.ts';
import type { Actor, Staff } from '@beian/service-kit/actor.ts';
import { mutate } from '@beian/service-kit/mutate.ts';
import { fieldProblem, Problem, problem } from '@beian/service-kit/problem.ts';
import { coverOf } from '../absences/cover.ts';
import type { Deps } from '../deps.ts';
import { give, openTask, shown } from './claim-task.ts';
import { ReviewTaskEntity } from './review.entity.ts';
import { decides, leads, mustBeAllowedToDecide, requireReviewer, scopeOf } from './task-scope.ts';

type By = { actor: Actor; token: string };

/**
 * 指派: who leads hands a task to a reviewer of its organ, claimed or not; so does a supervisor of the superior organ that it was escalated
 * to. Who is absent is covered: the cover gets it, and when nobody can the field says `assignee.absent`.
 */
export async function assignTask(deps: Deps, by: By, id: string, accountId: string): Promise<ReviewTask> {
  const staff = requireLead(by.actor);
  return assign(deps, staff, id, accountId, staffOf(deps, staff, by.token));
}

/** Several tasks at once (I05): one transaction each, and what came of each. */
export async function assignTasks(deps: Deps, by: By, { taskIds, accountId }: BulkAssign): Promise<BulkAssignment> {
  const staff = requireLead(by.actor);
  const colleagues = staffOf(deps, staff, by.token);
  const items: BulkAssignment['items'] = [];
  for (const taskId of new Set(taskIds)) {
    try {
      items.push({ taskId, task: await assign(deps, staff, taskId, accountId, colleagues) });
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      const [field] = error.fields;
      items.push({ taskId, problem: error.code, ...(field ? { field: field.code } : {}) });
    }
  }
  return { items };
}

function requireLead(actor: Actor): Staff {
  const staff = requireReviewer(actor);
  if (!leads(staff)) throw problem('auth.forbidden');
  return staff;
}

type StaffOf = (organCode: string) => Promise<Colleague[]>;

/** Asks for each organ's staff once. */
function staffOf(deps: Deps, staff: Staff, token: string): StaffOf {
  const asked = new Map<string, Promise<Colleague[]>>();
  return (organCode) => {
    const own = organCode === staff.organ.code;
    const found = asked.get(organCode) ?? deps.identity.colleagues(token, own ? undefined : organCode);
    asked.set(organCode, found);
    return found;
  };
}

async function assign(
  deps: Deps,
  staff: Staff,
  id: string,
  accountId: string,
  colleaguesOf: StaffOf,
): Promise<ReviewTask> {
  const scope = scopeOf(staff);
  const seen = await deps.orm.em.fork().findOne(ReviewTaskEntity, { id, ...scope });
  if (!seen) throw problem('not-found');
  const colleagues = await colleaguesOf(seen.organCode);
  const chosen = colleagues.find((one) => one.accountId === accountId);
  if (!chosen || !decides(chosen, 'first')) throw fieldProblem(['accountId'], 'value.not-allowed');
  return mutate(deps, staff, { action: 'task.assign' }, async (change) => {
    const task = await openTask(change, staff, id, scope);
    const coverId = await coverOf(change.em, chosen.accountId, change.now);
    const assignee = coverId === undefined ? chosen : colleagues.find((one) => one.accountId === coverId);
    if (!assignee) throw fieldProblem(['accountId'], 'assignee.absent');
    await mustBeAllowedToDecide(change.em, assignee, task);
    const actedFor = assignee === chosen ? undefined : chosen.staffNo;
    change.record({ subject: id, data: { from: task.assigneeStaffNo, to: assignee.staffNo, actedFor } });
    give(task, assignee);
    return shown(change, task, staff);
  });
}
