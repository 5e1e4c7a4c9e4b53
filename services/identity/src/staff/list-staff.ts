import type { Colleague } from '@beian/contracts/staff.ts';
import { requireStaff, type Actor } from '@beian/service-kit/actor.ts';
import { problem } from '@beian/service-kit/problem.ts';
import { AccountEntity } from '../accounts/account.entity.ts';
import type { Deps } from '../deps.ts';
import { effectiveRoles } from './staff-roles.rules.ts';
import { administers, mustReach } from './staff-scope.ts';

/**
 * The staff of the caller's organ who have signed in before, by staff number: to whom a task can be assigned (I06). Supervisors and operators
 * also see the organs below, and why somebody is suspended (I03).
 */
export async function listStaff(deps: Deps, by: Actor, organCode: string | undefined): Promise<Colleague[]> {
  const staff = requireStaff(by);
  const em = deps.orm.em.fork();
  const code = organCode ?? staff.organ.code;
  if (code !== staff.organ.code) {
    if (!administers(staff)) throw problem('not-found');
    await mustReach(em, staff, code);
  }
  const accounts = await em.find(
    AccountEntity,
    { organCode: code, kind: 'staff' },
    { orderBy: { staffNo: 'asc' }, limit: 500 },
  );
  return accounts.map((account) => presentColleague(account, administers(staff)));
}

/** A member of staff as colleagues see them; with the reason of a suspension for those who may end it. */
export function presentColleague(account: AccountEntity, withReason: boolean): Colleague {
  const { id, staffNo, withdrawnRoles, suspendedAt, suspendedBy, suspensionReason } = account;
  return {
    accountId: id,
    staffNo: staffNo ?? '',
    roles: effectiveRoles(account),
    withdrawnRoles,
    suspended: Boolean(suspendedAt),
    ...(withReason && suspendedAt
      ? { suspension: { reason: suspensionReason ?? '', since: suspendedAt.toISOString(), by: suspendedBy ?? '' } }
      : {}),
  };
}
