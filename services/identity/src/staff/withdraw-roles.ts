import type { Colleague, WithdrawRoles } from '@beian/contracts/staff.ts';
import type { Actor } from '@beian/service-kit/actor.ts';
import { mutate } from '@beian/service-kit/mutate.ts';
import type { Deps } from '../deps.ts';
import { presentColleague } from './list-staff.ts';
import { requireAdministrator, staffWithinReach } from './staff-scope.ts';

/** 停用角色: the sign-in remains the source of roles, the platform only narrows them. The list replaces the one before. */
export async function withdrawRoles(
  deps: Deps,
  by: Actor,
  accountId: string,
  { roles }: WithdrawRoles,
): Promise<Colleague> {
  const staff = requireAdministrator(by);
  return mutate(deps, staff, { action: 'staff.withdraw-roles' }, async (change) => {
    const account = await staffWithinReach(change, staff, accountId);
    account.withdrawnRoles = [...new Set(roles)];
    change.record({ subject: accountId, data: { withdrawn: account.withdrawnRoles } });
    return presentColleague(account, true);
  });
}
