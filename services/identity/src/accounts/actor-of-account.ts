import type { Filer, Staff } from '@beian/service-kit/actor.ts';
import { personHashes } from '@beian/service-kit/person-hash.ts';
import type { Deps } from '../deps.ts';
import type { OrganEntity } from '../organs/organ.entity.ts';
import { effectiveRoles } from '../staff/staff-roles.rules.ts';
import type { AccountEntity } from './account.entity.ts';
import { personalOf } from './read-accounts.ts';

/** How whoever acts for the account has come in: by signing in at a time, or as a program with a credential. */
type CameIn = Pick<Filer, 'signedInAt' | 'via'>;

/** A filer's account as who acts. */
export function filerOf({ sealer }: Pick<Deps, 'sealer'>, account: AccountEntity, cameIn: CameIn): Filer {
  const { id: accountId, kind, uscc, personHash } = account;
  const person = personHash ? { personHashes: personHashes(sealer, personalOf(sealer, account)) } : {};
  if (kind === 'legal_person' && uscc) return { kind, accountId, uscc, ...cameIn, ...person };
  return { kind: 'personal', accountId, ...cameIn, ...person };
}

/** An account of staff as who acts; undefined for any other. */
export function staffOf(account: AccountEntity, organ: OrganEntity | null): Staff | undefined {
  if (account.kind !== 'staff' || !account.staffNo || !organ) return undefined;
  const { code, name, level, divisionCode } = organ;
  const { id: accountId, staffNo } = account;
  return {
    kind: 'staff',
    accountId,
    staffNo,
    roles: effectiveRoles(account),
    organ: { code, name, level, divisionCode },
  };
}
