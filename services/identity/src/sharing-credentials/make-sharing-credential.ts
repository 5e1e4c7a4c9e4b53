import type { MadeSharingCredential, MakeSharingCredential } from '@beian/contracts/sharing.ts';
import { wholeCountry } from '@beian/contracts/vocabulary.ts';
import type { Actor } from '@beian/service-kit/actor.ts';
import type { Idempotency } from '@beian/service-kit/idempotency.ts';
import { newId } from '@beian/service-kit/ids.ts';
import { mutate } from '@beian/service-kit/mutate.ts';
import { fieldProblem } from '@beian/service-kit/problem.ts';
import type { Deps } from '../deps.ts';
import { DivisionEntity } from '../divisions/division.entity.ts';
import { newSecret, secretHash } from '../sessions/secrets.ts';
import { presentSharingCredential } from './present-sharing-credential.ts';
import { SharingCredentialEntity } from './sharing-credential.entity.ts';
import { reaches, requireSharer } from './sharing-scope.ts';

const dayMs = 86_400_000;

/**
 * 新增共享凭证 (regulation, art. 14 ¶3): another department may ask what is filed in an area. `division.unknown` when there is no such area,
 * `division.beyond-organ` when it is not the operator's organ's. The secret is in this answer and nowhere else, also not beside the
 * Idempotency-Key: whoever repeats the request gets the credential without it, revokes that and makes another.
 */
export async function makeSharingCredential(
  deps: Deps,
  by: { actor: Actor; idempotency: Idempotency | undefined },
  { department, purpose, area, validDays }: MakeSharingCredential,
): Promise<MadeSharingCredential> {
  const operator = requireSharer(by.actor);
  if (!reaches(operator, area)) throw fieldProblem(['area'], 'division.beyond-organ');
  let secret: string | undefined;
  const act = { action: 'sharing-credential.make', idempotency: by.idempotency };
  const made = await mutate(deps, operator, act, async (change) => {
    const known = area === wholeCountry || (await change.em.count(DivisionEntity, { code: area })) > 0;
    if (!known) throw fieldProblem(['area'], 'division.unknown');
    secret = newSecret();
    const credential = change.create(SharingCredentialEntity, {
      id: newId(),
      department,
      purpose,
      area,
      secretHash: secretHash(secret),
      createdAt: change.now,
      validUntil: new Date(change.now.getTime() + validDays * dayMs),
      lastUsedAt: null,
      revokedAt: null,
    });
    const { id: subject, validUntil } = credential;
    change.record({ subject, data: { department, area, validUntil } });
    return presentSharingCredential(change.em, credential, change.now);
  });
  return { ...made, ...(secret === undefined ? {} : { secret }) };
}
