import type { ReviewTask } from '@beian/contracts/review.ts';
import type { Staff } from '@beian/service-kit/actor.ts';
import type { ApplicationEntity } from '../applications/application.entity.ts';
import { aboutOf } from '../applications/present-application.ts';
import type { ReviewTaskEntity } from './review.entity.ts';
import { decides } from './task-scope.ts';

/** A task as a line of the queue. */
export const presentTask = (
  task: ReviewTaskEntity,
  application: ApplicationEntity,
  { staff, now }: { staff: Staff; now: Date },
): ReviewTask => ({
  id: task.id,
  applicationId: task.applicationId,
  applicationNumber: application.number,
  kind: application.kind,
  stage: task.stage,
  round: task.round,
  status: task.status,
  organ: { code: task.organCode, name: task.organName },
  ...(task.assigneeStaffNo
    ? { assignee: { staffNo: task.assigneeStaffNo, mine: task.assigneeAccountId === staff.accountId } }
    : {}),
  countyCode: application.countyCode,
  divisionName: application.divisionName,
  ...aboutOf(application),
  openedAt: task.openedAt.toISOString(),
  dueAt: task.dueAt.toISOString(),
  overdue: isOpen(task) && task.dueAt < now,
  escalations: task.escalations,
});

export const isOpen = (task: Pick<ReviewTaskEntity, 'status'>): boolean =>
  task.status === 'open' || task.status === 'claimed';

/** What the caller may do with a task now: the screen offers these, the use cases check them again. */
export function allowedOn(task: ReviewTaskEntity, staff: Staff): ('claim' | 'release' | 'assign' | 'decide')[] {
  const mine = task.assigneeAccountId === staff.accountId;
  const deciding = decides(staff, task.stage);
  const leading = staff.roles.some((role) => role === 'supervisor' || role === 'senior_reviewer');
  if (!isOpen(task) || task.organCode !== staff.organ.code) return [];
  return [
    ...(task.status === 'open' && deciding ? ['claim' as const] : []),
    ...(task.status === 'claimed' && (mine || leading) ? ['release' as const] : []),
    ...(leading ? ['assign' as const] : []),
    ...(task.status === 'claimed' && mine && deciding ? ['decide' as const] : []),
  ];
}
