import type { SharingCredential } from '@beian/contracts/sharing.ts';
import type { SqlEntityManager } from '@beian/service-kit/database.ts';
import { statusAt } from '../api-credentials/present-api-credential.ts';
import { namesOf } from '../jurisdictions/jurisdiction-of.ts';
import type { SharingCredentialEntity } from './sharing-credential.entity.ts';

/** Credentials for operators, with the names of their areas; of the secrets there is nothing to show. */
export async function presentSharingCredentials(
  em: SqlEntityManager,
  credentials: readonly SharingCredentialEntity[],
  now: Date,
): Promise<SharingCredential[]> {
  const nameOf = await namesOf(
    em,
    credentials.map(({ area }) => area),
  );
  return credentials.map((credential) => {
    const { id, department, purpose, area, createdAt, validUntil, lastUsedAt, revokedAt } = credential;
    const name = nameOf.get(area);
    return {
      id,
      department,
      purpose,
      area: { code: area, ...(name ? { name } : {}) },
      status: statusAt(credential, now),
      createdAt: createdAt.toISOString(),
      validUntil: validUntil.toISOString(),
      ...(lastUsedAt ? { lastUsedAt: lastUsedAt.toISOString() } : {}),
      ...(revokedAt ? { revokedAt: revokedAt.toISOString() } : {}),
    };
  });
}

/** The same of one. */
export async function presentSharingCredential(
  em: SqlEntityManager,
  credential: SharingCredentialEntity,
  now: Date,
): Promise<SharingCredential> {
  const [shown] = await presentSharingCredentials(em, [credential], now);
  if (!shown) throw new Error('a credential that was just read is gone');
  return shown;
}
