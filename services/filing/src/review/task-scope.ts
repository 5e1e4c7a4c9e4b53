import type { ReviewStage, StaffRole } from '@beian/contracts/vocabulary.ts';
import { requireStaff, type Actor, type Staff } from '@beian/service-kit/actor.ts';
import type { SqlEntityManager } from '@beian/service-kit/database.ts';
import { problem } from '@beian/service-kit/problem.ts';
import { ApplicationObserver } from '../changes/change.entity.ts';
import { mustBeNoOwnMatter, type Decider } from './own-matter.ts';
import { DecisionEntity, ReviewTaskEntity } from './review.entity.ts';

const reviewing: readonly StaffRole[] = ['reviewer', 'senior_reviewer', 'supervisor'];
/** Staff that takes part in reviews. */
export const requireReviewer = (actor: Actor): Staff => requireStaff(actor, ...reviewing);
/** Whether someone of the staff does. */
export const reviews = ({ roles }: Staff): boolean => roles.some((role) => reviewing.includes(role));

/** Staff that decides. */
export const requireDecider = (actor: Actor): Staff => requireStaff(actor, 'reviewer', 'senior_reviewer');

/** Whether someone may decide a task of this stage: the second review is for senior reviewers (I10). */
export const decides = (staff: { roles: readonly StaffRole[] }, stage: ReviewStage): boolean =>
  staff.roles.some((role) => role === 'senior_reviewer' || (role === 'reviewer' && stage !== 'second'));

/**
 * Throws `auth.forbidden`, what `mustBeNoOwnMatter` throws or, for who decided the first review, `task.second-person`. Of a colleague to be
 * assigned the person is not known: it is asked again at the decision.
 */
export async function mustBeAllowedToDecide(
  em: SqlEntityManager,
  person: Decider,
  task: ReviewTaskEntity,
): Promise<void> {
  const { applicationId, stage } = task;
  if (!decides(person, stage)) throw problem('auth.forbidden');
  await mustBeNoOwnMatter(em, person, applicationId);
  if (stage !== 'second') return;
  if ((await firstDecision(em, task))?.reviewerAccountId === person.accountId) throw problem('task.second-person');
}

/** The decision of the first review that a second one stands beside: the latest about its version. */
export const firstDecision = (
  em: SqlEntityManager,
  { applicationId, version }: Pick<ReviewTaskEntity, 'applicationId' | 'version'>,
): Promise<DecisionEntity | null> =>
  em.findOne(
    DecisionEntity,
    { applicationId, version, stage: 'first', outcome: { $in: ['approve', 'reject'] } },
    { orderBy: { id: 'desc' } },
  );

/** May hand tasks to others and take them away (I06). */
export const leads = (staff: Staff): boolean =>
  staff.roles.some((role) => role === 'supervisor' || role === 'senior_reviewer');

/** Tasks that someone may work on: those of the own organ. */
export const ownScope = ({ organ }: Staff): { organCode: string } => ({ organCode: organ.code });

/** May see what was escalated to the own organ (I13). */
export const supervises = (staff: Staff): boolean => staff.roles.includes('supervisor');

/** Tasks that someone may see: those of the own organ, for supervisors also those escalated to it. Anything else does not exist for them (404). */
export const scopeOf = (staff: Staff) =>
  supervises(staff) ? { $or: [ownScope(staff), { escalatedTo: { $contains: [staff.organ.code] } }] } : ownScope(staff);

/** A task that someone may read: one in scope, or of an application that the own organ observes (G8). Any other is `not-found`. */
export async function visibleTask(
  em: SqlEntityManager,
  staff: Staff,
  id: string,
): Promise<{ task: ReviewTaskEntity; observed: boolean }> {
  const own = await em.findOne(ReviewTaskEntity, { id, ...scopeOf(staff) });
  if (own) return { task: own, observed: false };
  const task = await em.findOne(ReviewTaskEntity, { id });
  if (!task) throw problem('not-found');
  const observer = { applicationId: task.applicationId, organCode: staff.organ.code };
  if ((await em.count(ApplicationObserver, observer)) === 0) throw problem('not-found');
  return { task, observed: true };
}
