import { timingSafeEqual } from 'node:crypto';
import { Id } from '@beian/contracts/common.ts';
import type { Filer } from '@beian/service-kit/actor.ts';
import { problem } from '@beian/service-kit/problem.ts';
import { AccountEntity } from '../accounts/account.entity.ts';
import { filerOf } from '../accounts/actor-of-account.ts';
import { ApiCredentialEntity } from '../api-credentials/api-credential.entity.ts';
import { statusAt } from '../api-credentials/present-api-credential.ts';
import type { Deps } from '../deps.ts';
import { secretHash } from '../sessions/secrets.ts';
import type { ClientCredentials } from './token-request.rules.ts';

/** How exact `last_used_at` is: a write a minute at most. */
const usedEveryMs = 60_000;

/** In place of the id and the hash that an unknown credential does not have. */
const unknown = { id: '00000000-0000-0000-0000-000000000000', secretHash: secretHash('') };

/**
 * A token for a program: of its account, without a sign-in, and with the credential that it acts by. `auth.client-invalid` for one that is
 * unknown, wrong, expired, revoked, or whose account is suspended or no filer's: all the same, and after the same two reads and the same
 * comparison, so that not even the time tells which.
 */
export async function grantToken(deps: Deps, given: ClientCredentials): Promise<{ actor: Filer; token: string }> {
  const em = deps.orm.em.fork();
  const now = deps.clock.now();
  const id = Id.safeParse(given.clientId).data ?? unknown.id;
  const credential = await em.findOne(ApiCredentialEntity, { id });
  const account = await em.findOne(AccountEntity, { id: credential?.accountId ?? unknown.id });
  const kept = Buffer.from(credential?.secretHash ?? unknown.secretHash);
  const right = timingSafeEqual(Buffer.from(secretHash(given.secret)), kept);
  if (!right || !credential || !account) throw problem('auth.client-invalid');
  const ended = statusAt(credential, now) !== 'active' || account.suspendedAt || account.kind === 'staff';
  if (ended) throw problem('auth.client-invalid');
  if (now.getTime() - (credential.lastUsedAt?.getTime() ?? 0) > usedEveryMs) {
    // Not an act of anybody: no audit entry, and losing it costs nothing.
    await em.nativeUpdate(ApiCredentialEntity, { id }, { lastUsedAt: now });
  }
  const actor = filerOf(deps, account, {
    via: { credentialId: credential.id },
    personHash: credential.personHash,
  });
  return { actor, token: (await deps.signActor(actor)).token };
}
