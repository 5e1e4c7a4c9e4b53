import type { ReviewTask } from '@beian/contracts/review.ts';
import type { Actor, Staff } from '@beian/service-kit/actor.ts';
import { mutate, type Change } from '@beian/service-kit/mutate.ts';
import { problem } from '@beian/service-kit/problem.ts';
import { coveredBy, inHandsOf } from '../absences/cover.ts';
import { ApplicationEntity } from '../applications/application.entity.ts';
import type { Deps } from '../deps.ts';
import { isOpen, presentTask } from './present-task.ts';
import { ReviewTaskEntity } from './review.entity.ts';
import { leads, mustBeAllowedToDecide, ownScope, requireDecider, requireReviewer } from './task-scope.ts';

/**
 * 签收 (I06): one owner at a time. Claiming what one holds already changes nothing; a colleague's is `task.claimed`, unless the caller
 * covers for them (代班) and takes it over.
 */
export async function claimTask(deps: Deps, by: Actor, id: string): Promise<ReviewTask> {
  const staff = requireDecider(by);
  return mutate(deps, staff, { action: 'task.claim' }, async (change) => {
    const task = await openTask(change, staff, id);
    const { held, actedFor } = await inHandsOf(change.em, staff, task, change.now);
    if (task.status === 'claimed' && !held) {
      throw problem('task.claimed', { params: { staffNo: task.assigneeStaffNo ?? '' } });
    }
    await mustBeAllowedToDecide(change.em, staff, task);
    give(task, staff);
    change.record({ subject: id, data: { actedFor } });
    return shown(change, task, staff);
  });
}

/** 退回待签收: by its owner or who covers for them, or by who leads the organ's reviewers. */
export async function releaseTask(deps: Deps, by: Actor, id: string): Promise<ReviewTask> {
  const staff = requireReviewer(by);
  return mutate(deps, staff, { action: 'task.release' }, async (change) => {
    const task = await openTask(change, staff, id);
    const { held, actedFor } = await inHandsOf(change.em, staff, task, change.now);
    if (!held && !leads(staff)) throw problem(task.status === 'open' ? 'task.not-claimed' : 'auth.forbidden');
    // Somebody answers for a review that stands still: it can be assigned, not put down.
    if (task.suspendedAt) throw problem('task.suspended');
    change.record({ subject: id, data: { from: task.assigneeStaffNo, actedFor } });
    Object.assign(task, { status: 'open', assigneeAccountId: null, assigneeStaffNo: null });
    return shown(change, task, staff);
  });
}

/** Locks a task that still awaits its decision; of the caller's organ, unless a wider scope is given. */
export async function openTask(
  change: Change,
  staff: Staff,
  id: string,
  scope: object = ownScope(staff),
): Promise<ReviewTaskEntity> {
  const task = await change.lock(ReviewTaskEntity, { id, ...scope });
  if (!isOpen(task)) throw problem(task.status === 'decided' ? 'task.decided' : 'task.cancelled');
  return task;
}

/** Locks a task that awaits its decision, runs, and is in the caller's hands, or in those of whom they cover for: `actedFor`. */
export async function taskInHands(
  change: Change,
  staff: Staff,
  id: string,
): Promise<{ task: ReviewTaskEntity; actedFor: string | undefined }> {
  const task = await openTask(change, staff, id);
  const { held, actedFor } = await inHandsOf(change.em, staff, task, change.now);
  if (task.status !== 'claimed' || !held) throw problem('task.not-claimed');
  if (task.suspendedAt) throw problem('task.suspended');
  return { task, actedFor };
}

/** Puts a task into somebody's hands. */
export const give = (task: ReviewTaskEntity, to: { accountId: string; staffNo: string }): void => {
  Object.assign(task, { status: 'claimed', assigneeAccountId: to.accountId, assigneeStaffNo: to.staffNo });
};

/** A task as its line in the queue, inside the caller's transaction if there is one. */
export const shown = async (
  { em, now }: Pick<Change, 'em' | 'now'>,
  task: ReviewTaskEntity,
  staff: Staff,
): Promise<ReviewTask> =>
  presentTask(task, await em.findOneOrFail(ApplicationEntity, { id: task.applicationId }), {
    staff,
    now,
    covers: await coveredBy(em, staff, now),
  });
