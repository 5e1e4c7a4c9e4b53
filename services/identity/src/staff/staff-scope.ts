import { requireStaff, type Actor, type Staff } from '@beian/service-kit/actor.ts';
import type { SqlEntityManager } from '@beian/service-kit/database.ts';
import type { Change } from '@beian/service-kit/mutate.ts';
import { problem } from '@beian/service-kit/problem.ts';
import { AccountEntity } from '../accounts/account.entity.ts';
import { isWithin } from '../organs/read-organs.ts';

const administering = ['supervisor', 'operator'] as const;
export const administers = (staff: Staff): boolean => administering.some((role) => staff.roles.includes(role));
export const requireAdministrator = (actor: Actor): Staff => requireStaff(actor, ...administering);

/** Supervisors and operators see to the staff of their own organ and of those below it; any other organ does not exist for them. */
export async function mustReach(em: SqlEntityManager, staff: Staff, organCode: string): Promise<void> {
  if (!(await isWithin(em, organCode, staff.organ.code))) throw problem('not-found');
}

/** The account of a member of staff within reach, locked. Throws `staff.own-account` for the own one. */
export async function staffWithinReach(change: Change, staff: Staff, accountId: string): Promise<AccountEntity> {
  if (accountId === staff.accountId) throw problem('staff.own-account');
  const account = await change.lock(AccountEntity, { id: accountId, kind: 'staff' });
  await mustReach(change.em, staff, account.organCode ?? '');
  return account;
}
