import type { MadeApiCredential, MakeApiCredential } from '@beian/contracts/api-credentials.ts';
import { apiCredentialLimits } from '@beian/contracts/vocabulary.ts';
import { requireFiler, requireRecentSignIn, type Actor } from '@beian/service-kit/actor.ts';
import type { Idempotency } from '@beian/service-kit/idempotency.ts';
import { newId } from '@beian/service-kit/ids.ts';
import { mutate } from '@beian/service-kit/mutate.ts';
import { problem } from '@beian/service-kit/problem.ts';
import { AccountEntity } from '../accounts/account.entity.ts';
import type { Deps } from '../deps.ts';
import { newSecret, secretHash } from '../sessions/secrets.ts';
import { ApiCredentialEntity } from './api-credential.entity.ts';
import { presentApiCredential } from './present-api-credential.ts';

const dayMs = 86_400_000;

/**
 * 新增接口凭证: a program of the account may sign in with it from now on. Needs a recent sign-in; with so many in force that there may be
 * no more it is `api-credential.too-many`. The secret is in this answer and nowhere else, also not beside the Idempotency-Key: whoever
 * repeats the request gets the credential without it, revokes that and makes another.
 */
export async function makeApiCredential(
  deps: Deps,
  by: { actor: Actor; idempotency: Idempotency | undefined },
  { name, validDays }: MakeApiCredential,
): Promise<MadeApiCredential> {
  const actor = requireFiler(by.actor);
  requireRecentSignIn(actor, deps.clock.now());
  const { accountId, personHashes: [personHash] = [] } = actor;
  let secret: string | undefined;
  const act = { action: 'api-credential.make', idempotency: by.idempotency };
  const made = await mutate(deps, actor, act, async (change) => {
    // Whoever makes another one at this moment waits here, and then counts this one.
    await change.lock(AccountEntity, { id: accountId });
    const inForce = { accountId, revokedAt: null, validUntil: { $gt: change.now } };
    const { inForce: limit } = apiCredentialLimits;
    if ((await change.em.count(ApiCredentialEntity, inForce)) >= limit) {
      throw problem('api-credential.too-many', { params: { limit } });
    }
    secret = newSecret();
    const credential = change.create(ApiCredentialEntity, {
      id: newId(),
      accountId,
      name,
      secretHash: secretHash(secret),
      personHash: personHash === undefined ? null : deps.sealer.rekeyed(personHash),
      createdAt: change.now,
      validUntil: new Date(change.now.getTime() + validDays * dayMs),
      lastUsedAt: null,
      revokedAt: null,
    });
    const { id: credentialId, validUntil } = credential;
    change.emit('api-credential.made', {
      subject: credentialId,
      data: { credentialId, accountId, validUntil: validUntil.toISOString() },
    });
    change.record({ subject: credentialId, data: { validUntil } });
    return presentApiCredential(credential, change.now);
  });
  return { ...made, ...(secret === undefined ? {} : { secret }) };
}
