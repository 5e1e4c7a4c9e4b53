import type { Delegation } from '@beian/contracts/delegations.ts';
import { requireFiler, type Actor } from '@beian/service-kit/actor.ts';
import { mutate } from '@beian/service-kit/mutate.ts';
import type { Deps } from '../deps.ts';
import { DelegationEntity } from './delegation.entity.ts';
import { presentDelegation } from './present-delegation.ts';

/**
 * 撤销授权 (I02): from the commit on it gives nothing. Waits for submissions that rest on it and are being stored, so that each came
 * before or is refused. Revoked twice it is one revocation; somebody else's is `not-found`.
 */
export async function revokeDelegation(deps: Deps, by: Actor, id: string): Promise<Delegation> {
  const actor = requireFiler(by);
  return mutate(deps, actor, { action: 'delegation.revoke' }, async (change) => {
    const delegation = await change.lock(DelegationEntity, { id, holderAccountId: actor.accountId });
    const again = Boolean(delegation.revokedAt);
    change.record({ subject: id, data: { again } });
    if (!again) {
      delegation.revokedAt = change.now;
      delegation.tellAt = change.now;
      change.emit('delegation.revoked', { subject: id, data: { delegationId: id } });
    }
    return presentDelegation(deps, delegation, change.now);
  });
}
