import type { SharingCredential } from '@beian/contracts/sharing.ts';
import type { Actor } from '@beian/service-kit/actor.ts';
import { mutate } from '@beian/service-kit/mutate.ts';
import { problem } from '@beian/service-kit/problem.ts';
import type { Deps } from '../deps.ts';
import { presentSharingCredential } from './present-sharing-credential.ts';
import { SharingCredentialEntity } from './sharing-credential.entity.ts';
import { reaches, requireSharer } from './sharing-scope.ts';

/**
 * 撤销共享凭证: from the commit on it gets no token; one that it got before lasts for its five minutes. Revoked twice it is one revocation;
 * one for an area beyond that of the operator's organ is `not-found`.
 */
export async function revokeSharingCredential(deps: Deps, by: Actor, id: string): Promise<SharingCredential> {
  const operator = requireSharer(by);
  return mutate(deps, operator, { action: 'sharing-credential.revoke' }, async (change) => {
    const credential = await change.lock(SharingCredentialEntity, { id });
    if (!reaches(operator, credential.area)) throw problem('not-found');
    const { department, area, revokedAt } = credential;
    change.record({ subject: id, data: { department, area, again: Boolean(revokedAt) } });
    credential.revokedAt ??= change.now;
    return presentSharingCredential(change.em, credential, change.now);
  });
}
