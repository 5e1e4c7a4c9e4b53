import type { ReviewNote, Urge, WriteNote } from '@beian/contracts/review.ts';
import type { Actor, Staff } from '@beian/service-kit/actor.ts';
import { newId } from '@beian/service-kit/ids.ts';
import { mutate, type Change } from '@beian/service-kit/mutate.ts';
import { problem } from '@beian/service-kit/problem.ts';
import { addTimelineEntry } from '../applications/add-timeline-entry.ts';
import { ApplicationEntity } from '../applications/application.entity.ts';
import type { Deps } from '../deps.ts';
import { openTask } from './claim-task.ts';
import { ReviewNoteEntity, ReviewTaskEntity } from './review.entity.ts';
import { requireReviewer, scopeOf, supervises } from './task-scope.ts';

/** 内部备注 (I09): for the staff who see the task, also after its decision; the filer never reads it. */
export async function writeNote(deps: Deps, by: Actor, taskId: string, { text }: WriteNote): Promise<ReviewNote> {
  const staff = requireReviewer(by);
  return mutate(deps, staff, { action: 'task.note' }, async (change) => {
    const task = await change.em.findOne(ReviewTaskEntity, { id: taskId, ...scopeOf(staff) });
    if (!task) throw problem('not-found');
    change.record({ subject: task.applicationId, data: { taskId } });
    return addNote(change, staff, task.applicationId, text);
  });
}

/**
 * 督办 (I13): a supervisor of the organ, or of one that the task was escalated to, asks for the decision. Both sides read in the timeline
 * that it happened; what was said is a note.
 */
export async function urgeReview(deps: Deps, by: Actor, taskId: string, { text }: Urge): Promise<ReviewNote> {
  const staff = requireReviewer(by);
  if (!supervises(staff)) throw problem('auth.forbidden');
  return mutate(deps, staff, { action: 'task.urge' }, async (change) => {
    const task = await openTask(change, staff, taskId, scopeOf(staff));
    const application = await change.em.findOneOrFail(ApplicationEntity, { id: task.applicationId });
    addTimelineEntry(change, application, 'review_urged', 'organ', {
      organ: staff.organ,
      organCode: task.organCode,
      dueAt: task.dueAt.toISOString(),
      ...(task.assigneeAccountId ? { assigneeAccountId: task.assigneeAccountId } : {}),
    });
    change.record({ subject: application.id, data: { taskId, organ: task.organCode } });
    return addNote(change, staff, application.id, `【督办】${text}`);
  });
}

/** One note, inside the caller's transaction. */
export function addNote(change: Change, { staffNo }: Staff, applicationId: string, text: string): ReviewNote {
  const at = change.now;
  change.create(ReviewNoteEntity, { id: newId(), applicationId, staffNo, text, at });
  return { at: at.toISOString(), staffNo, text };
}
