import type { ReviewTask, ReviewTaskDetail } from '@beian/contracts/review.ts';
import type { Staff } from '@beian/service-kit/actor.ts';
import type { ApplicationEntity } from '../applications/application.entity.ts';
import { aboutOf } from '../applications/present-application.ts';
import type { ReviewTaskEntity } from './review.entity.ts';
import { suspensionRefusal } from './suspension.rules.ts';
import { decides, leads, supervises } from './task-scope.ts';

/** Who looks at a task, when, and the accounts that they cover for then; `observed` when their organ only reads it along. */
export type Viewing = { staff: Staff; now: Date; covers: ReadonlySet<string>; observed?: boolean };

/** A task as a line of the queue. */
export const presentTask = (
  task: ReviewTaskEntity,
  application: ApplicationEntity,
  { staff, now, covers, observed = false }: Viewing,
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
    ? {
        assignee: {
          staffNo: task.assigneeStaffNo,
          mine: task.assigneeAccountId === staff.accountId,
          covered: covers.has(task.assigneeAccountId ?? ''),
        },
      }
    : {}),
  countyCode: application.countyCode,
  divisionName: application.divisionName,
  ...aboutOf(application),
  receivedAt: application.submittedAt.toISOString(),
  openedAt: task.openedAt.toISOString(),
  dueAt: task.dueAt.toISOString(),
  overdue: isOpen(task) && task.dueAt < (task.suspendedAt ?? now),
  escalations: task.escalations,
  ...(task.resumeOn ? { resumeOn: task.resumeOn } : {}),
  observed,
});

export const isOpen = (task: Pick<ReviewTaskEntity, 'status'>): boolean =>
  task.status === 'open' || task.status === 'claimed';

type Allowed = ReviewTaskDetail['allowed'][number];

/** What the caller may do with a task now: the screen offers these, the use cases check them again. `spent`: how often its stage has been suspended. */
export function allowedOn(task: ReviewTaskEntity, { staff, covers, observed }: Viewing, spent: number): Allowed[] {
  if (!isOpen(task) || observed) return [];
  // To its superior organ a task is there to be seen to, not to be decided.
  if (task.organCode !== staff.organ.code) return ['assign', 'urge'];
  const own = task.assigneeAccountId === staff.accountId;
  const held = own || covers.has(task.assigneeAccountId ?? '');
  const claimed = task.status === 'claimed';
  const suspended = Boolean(task.suspendedAt);
  const deciding = decides(staff, task.stage);
  const running = claimed && held && deciding && !suspended;
  const leading = leads(staff);
  return [
    ...(deciding && (!claimed || (held && !own)) ? (['claim'] as const) : []),
    ...(claimed && !suspended && (held || leading) ? (['release'] as const) : []),
    ...(leading ? (['assign'] as const) : []),
    ...(running ? (['decide'] as const) : []),
    ...(running && !suspensionRefusal(spent, staff) ? (['suspend'] as const) : []),
    ...(suspended && (held || leading) ? (['resume'] as const) : []),
    ...(supervises(staff) ? (['urge'] as const) : []),
  ];
}
