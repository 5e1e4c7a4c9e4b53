import { z } from 'zod';
import type { Delegation, IncomingDelegation } from '@beian/contracts/delegations.ts';
import { beijingDay } from '../calendar/beijing-time.rules.ts';
import type { Deps } from '../deps.ts';
import type { DelegationEntity } from './delegation.entity.ts';
import { statusOn } from './delegation.rules.ts';

/** The person who may act or read, masked. */
const Grantee = z.object({ name: z.string(), idNumber: z.string() });
export type Grantee = z.infer<typeof Grantee>;

const sealedAt = (id: string) => ({ table: 'delegation', column: 'sealed', row: id });
export const sealGrantee = ({ sealer }: Pick<Deps, 'sealer'>, id: string, grantee: Grantee): Buffer =>
  sealer.seal(grantee, sealedAt(id));

const shown = (one: DelegationEntity, now: Date) => ({
  id: one.id,
  role: one.role,
  status: statusOn(one, beijingDay(now)),
  uscc: one.uscc,
  unitName: one.unitName,
  validFrom: one.validFrom,
  validUntil: one.validUntil,
});

/** A delegation for its holder. */
export function presentDelegation({ sealer }: Pick<Deps, 'sealer'>, one: DelegationEntity, now: Date): Delegation {
  const { name, idNumber } = Grantee.parse(sealer.unseal(one.sealed, sealedAt(one.id)));
  return {
    ...shown(one, now),
    granteeName: name,
    granteeIdNumber: idNumber,
    ...(one.letterDocumentId ? { letterId: one.letterDocumentId } : {}),
    createdAt: one.createdAt.toISOString(),
    ...(one.revokedAt ? { revokedAt: one.revokedAt.toISOString() } : {}),
  };
}

/** The same for whom it names. */
export const presentIncoming = (one: DelegationEntity, now: Date): IncomingDelegation => ({
  ...shown(one, now),
  ...(one.holderName ? { from: one.holderName } : {}),
});
