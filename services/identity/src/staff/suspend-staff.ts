import type { Colleague, Suspend } from '@beian/contracts/staff.ts';
import type { Actor } from '@beian/service-kit/actor.ts';
import { mutate } from '@beian/service-kit/mutate.ts';
import { problem } from '@beian/service-kit/problem.ts';
import type { Deps } from '../deps.ts';
import { SessionEntity } from '../sessions/session.entity.ts';
import { presentColleague } from './list-staff.ts';
import { requireAdministrator, staffWithinReach } from './staff-scope.ts';

/** 暂停: ends every session of a member of staff and lets them sign in no more until restored. What they hold stays with them, to be reassigned. */
export async function suspendStaff(deps: Deps, by: Actor, accountId: string, { reason }: Suspend): Promise<Colleague> {
  const staff = requireAdministrator(by);
  return mutate(deps, staff, { action: 'staff.suspend' }, async (change) => {
    const account = await staffWithinReach(change, staff, accountId);
    if (account.suspendedAt) throw problem('staff.suspended', { params: { by: account.suspendedBy ?? '' } });
    Object.assign(account, { suspendedAt: change.now, suspendedBy: staff.staffNo, suspensionReason: reason });
    const sessions = await change.em.nativeDelete(SessionEntity, { accountId });
    change.record({ subject: accountId, data: { reason, sessions } });
    return presentColleague(account, true);
  });
}

/** 恢复: they may sign in again. Restoring who is not suspended is `not-found`. */
export async function restoreStaff(deps: Deps, by: Actor, accountId: string): Promise<Colleague> {
  const staff = requireAdministrator(by);
  return mutate(deps, staff, { action: 'staff.restore' }, async (change) => {
    const account = await staffWithinReach(change, staff, accountId);
    if (!account.suspendedAt) throw problem('not-found');
    change.record({ subject: accountId, data: { reason: account.suspensionReason } });
    Object.assign(account, { suspendedAt: null, suspendedBy: null, suspensionReason: null });
    return presentColleague(account, true);
  });
}
