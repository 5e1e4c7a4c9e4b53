import type { ApiCredential } from '@beian/contracts/api-credentials.ts';
import type { ApiCredentialStatus } from '@beian/contracts/vocabulary.ts';
import type { ApiCredentialEntity } from './api-credential.entity.ts';

/** How a credential stands at a time. */
export function statusAt(
  { validUntil, revokedAt }: Pick<ApiCredentialEntity, 'validUntil' | 'revokedAt'>,
  now: Date,
): ApiCredentialStatus {
  if (revokedAt) return 'revoked';
  return validUntil <= now ? 'expired' : 'active';
}

/** A credential for its account; of the secret there is nothing to show. */
export function presentApiCredential(credential: ApiCredentialEntity, now: Date): ApiCredential {
  const { id, name, createdAt, validUntil, lastUsedAt, revokedAt } = credential;
  return {
    id,
    name,
    status: statusAt(credential, now),
    createdAt: createdAt.toISOString(),
    validUntil: validUntil.toISOString(),
    ...(lastUsedAt ? { lastUsedAt: lastUsedAt.toISOString() } : {}),
    ...(revokedAt ? { revokedAt: revokedAt.toISOString() } : {}),
  };
}
