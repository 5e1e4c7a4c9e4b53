import type { Filer, Staff } from '@beian/service-kit/actor.ts';
import type { Deps } from '../deps.ts';
import type { OrganEntity } from '../organs/organ.entity.ts';
import { effectiveRoles } from '../staff/staff-roles.rules.ts';
import type { AccountEntity } from './account.entity.ts';

/** How whoever acts for the account has come in: by signing in at a time, or as a program with a credential; and which person that is. */
type CameIn = Pick<Filer, 'signedInAt' | 'via'> & { personHash: string | null | undefined };

/** A filer's account as who acts. */
export function filerOf(
  { sealer }: Pick<Deps, 'sealer'>,
  { id: accountId, kind, uscc }: AccountEntity,
  { personHash, ...cameIn }: CameIn,
): Filer {
  const person = personIn(sealer, personHash);
  if (kind === 'legal_person' && uscc) return { kind, accountId, uscc, ...cameIn, ...person };
  return { kind: 'personal', accountId, ...cameIn, ...person };
}

const personIn = (sealer: Deps['sealer'], personHash: string | null | undefined) =>
  personHash ? { personHashes: sealer.underNewerKeys(personHash) } : {};

/** An account of staff as who acts; undefined for any other. */
export function staffOf(
  { sealer }: Pick<Deps, 'sealer'>,
  account: AccountEntity,
  { organ, personHash }: { organ: OrganEntity | null } & Pick<CameIn, 'personHash'>,
): Staff | undefined {
  if (account.kind !== 'staff' || !account.staffNo || !organ) return undefined;
  const { code, name, level, divisionCode } = organ;
  const { id: accountId, staffNo } = account;
  return {
    kind: 'staff',
    accountId,
    staffNo,
    roles: effectiveRoles(account),
    organ: { code, name, level, divisionCode },
    ...personIn(sealer, personHash),
  };
}
