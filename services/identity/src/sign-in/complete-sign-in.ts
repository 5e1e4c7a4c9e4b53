import type { Actor } from '@beian/service-kit/actor.ts';
import { newId } from '@beian/service-kit/ids.ts';
import { mutate, type Change } from '@beian/service-kit/mutate.ts';
import { personHash, personHashes } from '@beian/service-kit/person-hash.ts';
import { problem } from '@beian/service-kit/problem.ts';
import { AccountEntity } from '../accounts/account.entity.ts';
import type { Deps } from '../deps.ts';
import { OrganEntity } from '../organs/organ.entity.ts';
import { newSecret, secretHash } from '../sessions/secrets.ts';
import { SessionEntity, SignInEntity } from '../sessions/session.entity.ts';
import { accountKindOf, type PersonClaims } from './person-claims.ts';

/** A session ends after 12 hours however busy it is. */
const sessionMs = 12 * 3_600_000;

/**
 * The browser is back from the provider: checks the attempt, knows or makes the account, opens a session. Answers the secret of the
 * session's cookie; the browser's session `before` ends. Anything that does not fit is `auth.sign-in-failed`, a suspended account `auth.suspended`; an attempt serves once.
 */
export async function completeSignIn(
  deps: Deps,
  { callback, browser, before }: { callback: URL; browser: string; before: string | undefined },
): Promise<{ session: string; returnTo: string }> {
  const state = callback.searchParams.get('state') ?? '';
  const where = { stateHash: secretHash(state), browserHash: secretHash(browser) };
  const attempt = await deps.orm.em.fork().findOne(SignInEntity, where);
  if (!attempt || attempt.expiresAt <= deps.clock.now()) throw problem('auth.sign-in-failed');
  const { nonce, verifier, returnTo, signsInAs } = attempt;
  const claims = await deps.provider.person(callback, { state, nonce, verifier });
  if (claims.signed_in_as !== signsInAs) throw problem('auth.sign-in-failed');
  const [oldestHash = null] = personHashes(deps.sealer, personOf(claims));

  const session = newSecret();
  const actor: Actor = { kind: 'nobody' };
  await mutate(deps, actor, { action: 'sign-in.complete' }, async (change) => {
    const taken = await change.em.nativeDelete(SignInEntity, where);
    if (taken === 0) throw problem('auth.sign-in-failed');
    const account = await knownOrNew(deps, change, claims);
    await change.em.nativeDelete(SessionEntity, { expiresAt: { $lte: change.now } });
    if (before) await change.em.nativeDelete(SessionEntity, { idHash: secretHash(before) });
    change.create(SessionEntity, {
      idHash: secretHash(session),
      accountId: account.id,
      personHash: oldestHash,
      createdAt: change.now,
      seenAt: change.now,
      expiresAt: new Date(change.now.getTime() + sessionMs),
    });
    change.record({ subject: account.id, data: { as: claims.signed_in_as } });
  });
  return { session, returnTo };
}

const personOf = ({ name, id_number: idNumber }: PersonClaims) => ({ name, idNumber });

/** The provider is the source of names, roles and organ: they are taken over anew at each sign-in. */
async function knownOrNew(deps: Deps, change: Change, claims: PersonClaims): Promise<AccountEntity> {
  const subject = [`${claims.signed_in_as}:${claims.sub}`, 'account.subject'] as const;
  const staff = claims.signed_in_as === 'staff' ? claims : undefined;
  if (staff && (await change.em.count(OrganEntity, { code: staff.organ_code })) === 0) {
    throw problem('auth.sign-in-failed');
  }
  const known = await change.em.findOne(AccountEntity, { subjectHash: { $in: deps.sealer.lookupHashes(...subject) } });
  if (known?.suspendedAt) throw problem('auth.suspended');
  const id = known?.id ?? newId();
  const values = {
    kind: accountKindOf[claims.signed_in_as],
    subjectHash: deps.sealer.lookupHash(...subject),
    personHash: staff ? null : personHash(deps.sealer, personOf(claims)),
    sealed: deps.sealer.seal(
      { name: claims.name, phone: claims.phone_number, idNumber: claims.id_number },
      { table: 'account', column: 'sealed', row: id },
    ),
    uscc: claims.signed_in_as === 'legal' ? claims.uscc : null,
    unitName: claims.signed_in_as === 'legal' ? claims.org_name : null,
    staffNo: staff?.staff_no ?? null,
    roles: staff?.roles ?? [],
    organCode: staff?.organ_code ?? null,
    signedInAt: change.now,
  };
  if (known) return Object.assign(known, values);
  change.emit('account.created', { subject: id, data: { accountId: id, kind: values.kind } });
  return change.create(AccountEntity, { id, createdAt: change.now, ...values });
}
