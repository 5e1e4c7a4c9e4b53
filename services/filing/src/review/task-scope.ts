import { requireStaff, type Actor, type Staff } from '@beian/service-kit/actor.ts';

/** Staff that takes part in reviews. */
export const requireReviewer = (actor: Actor): Staff =>
  requireStaff(actor, 'reviewer', 'senior_reviewer', 'supervisor');

/** Staff that decides. */
export const requireDecider = (actor: Actor): Staff => requireStaff(actor, 'reviewer', 'senior_reviewer');

/** May hand tasks to others and take them away (I06). */
export const leads = (staff: Staff): boolean =>
  staff.roles.some((role) => role === 'supervisor' || role === 'senior_reviewer');

/** Tasks that someone may see: those of the own organ. Anything else does not exist for them (404). */
export const scopeOf = (staff: Staff): { organCode: string } => ({ organCode: staff.organ.code });
