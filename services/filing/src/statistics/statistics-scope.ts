import type { StaffRole } from '@beian/contracts/vocabulary.ts';
import { requireStaff, type Actor, type Staff } from '@beian/service-kit/actor.ts';
import { problem } from '@beian/service-kit/problem.ts';
import type { Deps } from '../deps.ts';
import { type Branch, branchesOf } from './branches.rules.ts';

export type Scope = {
  organ: { code: string; name: string };
  branches: readonly Branch[];
  /** Of an organ that is in it. */
  nameOf: (code: string) => string;
};

/** Who reads figures and exports lists: staff that reviews, and auditors, who change nothing. */
const readers: readonly StaffRole[] = ['reviewer', 'senior_reviewer', 'supervisor', 'auditor'];
export const requireReader = (actor: Actor): Staff => requireStaff(actor, ...readers);

/** Supervisors and auditors see what is below their organ: the ministry's everything. */
const overseesBelow = ({ roles }: Staff): boolean => roles.some((role) => role === 'supervisor' || role === 'auditor');

/**
 * The organs whose figures someone may read: the own one, for supervisors and auditors also all below it; of these an organ with all below
 * it when one is named. Any other is `not-found`. Asks identity once at most.
 */
export async function scopeFor(
  deps: Pick<Deps, 'identity'>,
  { staff, token }: { staff: Staff; token: string },
  organCode: string = staff.organ.code,
): Promise<Scope> {
  const { code, name } = staff.organ;
  if (!overseesBelow(staff)) {
    if (organCode !== code) throw problem('not-found');
    return { organ: { code, name }, branches: [{ code, under: code }], nameOf: () => name };
  }
  const organs = await deps.identity.subordinates(code, token);
  const branches = branchesOf(organs, organCode);
  if (branches.length === 0) throw problem('not-found');
  const names = new Map(organs.map((organ) => [organ.code, organ.name]));
  const nameOf = (one: string) => names.get(one) ?? one;
  return { organ: { code: organCode, name: nameOf(organCode) }, branches, nameOf };
}
