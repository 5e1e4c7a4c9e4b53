import type { ApiCredential } from '@beian/contracts/api-credentials.ts';
import { requireFiler, requirePerson, type Actor } from '@beian/service-kit/actor.ts';
import { mutate } from '@beian/service-kit/mutate.ts';
import type { Deps } from '../deps.ts';
import { ApiCredentialEntity } from './api-credential.entity.ts';
import { presentApiCredential } from './present-api-credential.ts';

/**
 * 撤销接口凭证: from the commit on it gets no token; one that it got before lasts for its five minutes. Asks for no recent sign-in: who
 * suspects a leak acts at once. Revoked twice it is one revocation; somebody else's is `not-found`.
 */
export async function revokeApiCredential(deps: Deps, by: Actor, id: string): Promise<ApiCredential> {
  const actor = requireFiler(by);
  requirePerson(actor);
  return mutate(deps, actor, { action: 'api-credential.revoke' }, async (change) => {
    const credential = await change.lock(ApiCredentialEntity, { id, accountId: actor.accountId });
    change.record({ subject: id, data: { again: Boolean(credential.revokedAt) } });
    credential.revokedAt ??= change.now;
    return presentApiCredential(credential, change.now);
  });
}
