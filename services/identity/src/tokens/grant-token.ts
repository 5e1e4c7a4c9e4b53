import { timingSafeEqual } from 'node:crypto';
import { Id } from '@beian/contracts/common.ts';
import type { Department, Filer } from '@beian/service-kit/actor.ts';
import { problem } from '@beian/service-kit/problem.ts';
import { AccountEntity } from '../accounts/account.entity.ts';
import { filerOf } from '../accounts/actor-of-account.ts';
import { ApiCredentialEntity } from '../api-credentials/api-credential.entity.ts';
import { statusAt } from '../api-credentials/present-api-credential.ts';
import type { Deps } from '../deps.ts';
import { secretHash } from '../sessions/secrets.ts';
import { SharingCredentialEntity } from '../sharing-credentials/sharing-credential.entity.ts';
import type { ClientCredentials } from './token-request.rules.ts';

/** How exact `last_used_at` is: a write a minute at most. */
const usedEveryMs = 60_000;

/** In place of the id and the hash that an unknown credential does not have. */
const unknown = { id: '00000000-0000-0000-0000-000000000000', secretHash: secretHash('') };

/**
 * A token for a program: of its account, without a sign-in, and with the credential that it acts by; or for another department, of its own.
 * `auth.client-invalid` for one that is unknown, wrong, expired, revoked, or whose account is suspended or no filer's: all the same, and
 * after the same three reads and the same comparison, so that not even the time tells which.
 */
export async function grantToken(
  deps: Deps,
  given: ClientCredentials,
): Promise<{ actor: Filer | Department; token: string }> {
  const em = deps.orm.em.fork();
  const now = deps.clock.now();
  const id = Id.safeParse(given.clientId).data ?? unknown.id;
  const ofFiler = await em.findOne(ApiCredentialEntity, { id });
  const account = await em.findOne(AccountEntity, { id: ofFiler?.accountId ?? unknown.id });
  const ofDepartment = await em.findOne(SharingCredentialEntity, { id });
  const credential = ofFiler ?? ofDepartment;
  const kept = Buffer.from(credential?.secretHash ?? unknown.secretHash);
  const right = timingSafeEqual(Buffer.from(secretHash(given.secret)), kept);
  if (!right || !credential || statusAt(credential, now) !== 'active') throw problem('auth.client-invalid');
  const actor = ofDepartment ? departmentOf(ofDepartment) : ofFiler && account && actingFor(deps, account, ofFiler);
  if (!actor) throw problem('auth.client-invalid');
  if (now.getTime() - (credential.lastUsedAt?.getTime() ?? 0) > usedEveryMs) {
    // Not an act of anybody: no audit entry, and losing it costs nothing.
    credential.lastUsedAt = now;
    await em.flush();
  }
  return { actor, token: (await deps.signActor(actor)).token };
}

/** The account as who acts by the credential; undefined when it may not. */
function actingFor(deps: Deps, account: AccountEntity, { id, personHash }: ApiCredentialEntity): Filer | undefined {
  if (account.suspendedAt || account.kind === 'staff') return undefined;
  return filerOf(deps, account, { via: { credentialId: id }, personHash });
}

const departmentOf = ({ id, department, purpose, area }: SharingCredentialEntity): Department => ({
  kind: 'department',
  credentialId: id,
  department,
  purpose,
  area,
});
