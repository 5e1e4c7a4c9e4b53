import { z } from 'zod';
import type { Me } from '@beian/contracts/accounts.ts';
import type { Actor } from '@beian/service-kit/actor.ts';
import { maskName } from '@beian/service-kit/masking.ts';
import { problem } from '@beian/service-kit/problem.ts';
import type { Deps } from '../deps.ts';
import { getOrgan } from '../organs/read-organs.ts';
import { effectiveRoles } from '../staff/staff-roles.rules.ts';
import { AccountEntity } from './account.entity.ts';

const Personal = z.object({ name: z.string(), phone: z.string(), idNumber: z.string() });

/** Opens what an account holds of a person. */
export const personalOf = (sealer: Deps['sealer'], { id, sealed }: AccountEntity): z.infer<typeof Personal> =>
  Personal.parse(sealer.unseal(sealed, { table: 'account', column: 'sealed', row: id }));

/** Who is signed in; the name masked, for screens are looked at by others too. */
export async function getMe(deps: Deps, by: Actor): Promise<Me> {
  if (by.kind === 'nobody') throw problem('auth.required');
  if (!('accountId' in by)) throw problem('auth.forbidden');
  const account = await deps.orm.em.fork().findOne(AccountEntity, { id: by.accountId });
  if (!account) throw problem('not-found');
  const { name } = personalOf(deps.sealer, account);
  return {
    accountId: account.id,
    kind: account.kind,
    displayName: maskName(name),
    ...(account.uscc ? { uscc: account.uscc } : {}),
    ...(account.unitName ? { unitName: account.unitName } : {}),
    ...(account.staffNo ? { staffNo: account.staffNo } : {}),
    roles: effectiveRoles(account),
    ...(account.organCode ? { organ: await getOrgan(deps, account.organCode) } : {}),
  };
}
