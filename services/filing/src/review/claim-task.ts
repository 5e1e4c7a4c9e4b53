import type { ReviewTask } from '@beian/contracts/review.ts';
import type { Actor, Staff } from '@beian/service-kit/actor.ts';
import { mutate, type Change } from '@beian/service-kit/mutate.ts';
import { fieldProblem, problem } from '@beian/service-kit/problem.ts';
import { ApplicationEntity } from '../applications/application.entity.ts';
import type { Deps } from '../deps.ts';
import { isOpen, presentTask } from './present-task.ts';
import { ReviewTaskEntity } from './review.entity.ts';
import { decides, leads, mustBeAllowedToDecide, ownScope, requireDecider, requireReviewer } from './task-scope.ts';

/** 签收 (I06): one owner at a time. Claiming what one holds already changes nothing; a colleague's is `task.claimed`. */
export async function claimTask(deps: Deps, by: Actor, id: string): Promise<ReviewTask> {
  const staff = requireDecider(by);
  return mutate(deps, staff, { action: 'task.claim' }, async (change) => {
    const task = await openTask(change, staff, id);
    if (task.status === 'claimed' && task.assigneeAccountId !== staff.accountId) {
      throw problem('task.claimed', { params: { staffNo: task.assigneeStaffNo ?? '' } });
    }
    await mustBeAllowedToDecide(change.em, staff, task);
    give(task, staff);
    change.record({ subject: id });
    return shown(change, task, staff);
  });
}

/** 退回待签收: by its owner, or by who leads the organ's reviewers. */
export async function releaseTask(deps: Deps, by: Actor, id: string): Promise<ReviewTask> {
  const staff = requireReviewer(by);
  return mutate(deps, staff, { action: 'task.release' }, async (change) => {
    const task = await openTask(change, staff, id);
    if (task.assigneeAccountId !== staff.accountId && !leads(staff)) {
      throw problem(task.status === 'open' ? 'task.not-claimed' : 'auth.forbidden');
    }
    change.record({ subject: id, data: { from: task.assigneeStaffNo } });
    Object.assign(task, { status: 'open', assigneeAccountId: null, assigneeStaffNo: null });
    return shown(change, task, staff);
  });
}

/** 指派: a supervisor or senior reviewer hands a task of the organ to one of its reviewers, claimed or not. */
export async function assignTask(
  deps: Deps,
  by: { actor: Actor; token: string },
  id: string,
  accountId: string,
): Promise<ReviewTask> {
  const staff = requireReviewer(by.actor);
  if (!leads(staff)) throw problem('auth.forbidden');
  const colleague = (await deps.identity.colleagues(by.token)).find((one) => one.accountId === accountId);
  if (!colleague || !decides(colleague, 'first')) throw fieldProblem(['accountId'], 'value.not-allowed');
  return mutate(deps, staff, { action: 'task.assign' }, async (change) => {
    const task = await openTask(change, staff, id);
    await mustBeAllowedToDecide(change.em, colleague, task);
    change.record({ subject: id, data: { from: task.assigneeStaffNo, to: colleague.staffNo } });
    give(task, colleague);
    return shown(change, task, staff);
  });
}

/** Locks a task of the caller's organ that still awaits its decision. */
export async function openTask(change: Change, staff: Staff, id: string): Promise<ReviewTaskEntity> {
  const task = await change.lock(ReviewTaskEntity, { id, ...ownScope(staff) });
  if (!isOpen(task)) throw problem(task.status === 'decided' ? 'task.decided' : 'task.cancelled');
  return task;
}

const give = (task: ReviewTaskEntity, to: { accountId: string; staffNo: string }): void => {
  Object.assign(task, { status: 'claimed', assigneeAccountId: to.accountId, assigneeStaffNo: to.staffNo });
};

const shown = async (change: Change, task: ReviewTaskEntity, staff: Staff): Promise<ReviewTask> =>
  presentTask(task, await change.em.findOneOrFail(ApplicationEntity, { id: task.applicationId }), {
    staff,
    now: change.now,
  });
