import { mutate } from '@beian/service-kit/mutate.ts';
import type { Deps } from '../deps.ts';
import { DelegationEntity } from './delegation.entity.ts';
import { nextMessage } from './delegation-messages.rules.ts';

const batch = 100;

/**
 * Tells both sides of delegations that were granted or revoked, that are about to expire or have expired (I02, I20). Apart from the acts
 * themselves, so that a revocation never waits for identity; what fails is told at the next turn. Answers how many it looked at.
 */
export async function tellDelegations(deps: Deps): Promise<number> {
  const due = await deps.orm.em
    .fork()
    .find(
      DelegationEntity,
      { tellAt: { $lte: deps.clock.now() } },
      { fields: ['id', 'granteeHash'], orderBy: { tellAt: 'asc' }, limit: batch },
    );
  if (due.length === 0) return 0;
  const token = await deps.ownToken();
  for (const { id, granteeHash } of due) {
    // Whoever had no account at one message may have one at the next.
    const [granteeAccountId] = await deps.identity.accountsOfPerson(granteeHash, token);
    await tell(deps, id, granteeAccountId);
  }
  return due.length;
}

const tell = (deps: Deps, id: string, granteeAccountId: string | undefined): Promise<void> =>
  mutate(deps, { kind: 'system', name: 'filing' }, { action: 'delegation.tell' }, async (change) => {
    const delegation = await change.lock(DelegationEntity, { id });
    const next = nextMessage(delegation, change.now);
    // Another process was first, or the row is older than its messages.
    const message = next && next.at <= change.now ? next.message : undefined;
    change.record({ subject: id, data: message ? { message } : {} });
    if (message) {
      delegation.told = message;
      const { uscc, validUntil, holderAccountId } = delegation;
      const grantee = granteeAccountId ? { granteeAccountId } : {};
      const data = { delegationId: id, message, uscc, validUntil, holderAccountId, ...grantee };
      change.emit('delegation.told', { subject: id, data });
    }
    delegation.tellAt = nextMessage(delegation, change.now)?.at ?? null;
  });
