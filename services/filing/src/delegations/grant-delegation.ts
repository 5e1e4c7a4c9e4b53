import type { GrantDelegation } from '@beian/contracts/delegations.ts';
import { requireFiler, requireRecentSignIn, type Actor, type Filer } from '@beian/service-kit/actor.ts';
import type { SqlEntityManager } from '@beian/service-kit/database.ts';
import type { Idempotency } from '@beian/service-kit/idempotency.ts';
import { newId } from '@beian/service-kit/ids.ts';
import { maskIdNumber, maskName } from '@beian/service-kit/masking.ts';
import { mutate } from '@beian/service-kit/mutate.ts';
import { personHash, personHashes } from '@beian/service-kit/person-hash.ts';
import { fieldProblem, problem } from '@beian/service-kit/problem.ts';
import { checkPaper } from '../applications/check-authorisation.ts';
import { beijingDay } from '../calendar/beijing-time.rules.ts';
import type { Deps } from '../deps.ts';
import { DelegationEntity } from './delegation.entity.ts';
import { wrongTerm } from './delegation.rules.ts';
import { sealGrantee } from './present-delegation.ts';

/**
 * 授权 (I02, M005): a holder lets somebody act or read in its place, for every filing of the unit that it holds and will hold. Needs a
 * recent sign-in. Whether that person has an account is not looked at. A second delegation in that time is `delegation.overlaps`. Answers
 * the id alone, for the answer is kept beside the Idempotency-Key, and who is named is sealed, masked as it is.
 */
export async function grantDelegation(
  deps: Deps,
  by: { actor: Actor; token: string; idempotency: Idempotency | undefined },
  input: GrantDelegation,
): Promise<{ id: string }> {
  const actor = requireFiler(by.actor);
  const { role, uscc, granteeName, granteeIdNumber, validUntil } = input;
  const now = deps.clock.now();
  requireRecentSignIn(actor, now);
  const validFrom = input.validFrom ?? beijingDay(now);
  const errors = wrongTerm({ validFrom, validUntil }, beijingDay(now));
  if (errors.length > 0) throw problem('request.invalid', { errors });
  const person = { name: granteeName, idNumber: granteeIdNumber };
  const granteeHash = personHash(deps.sealer, person);
  if (actor.personHashes?.includes(granteeHash)) throw fieldProblem(['granteeIdNumber'], 'delegation.to-self');
  const letterDocumentId = role === 'agent' ? input.letterId : null;
  if (letterDocumentId) {
    await checkPaper(deps, by, { kind: 'delegation_letter', documentId: letterDocumentId, path: ['letterId'] });
  }
  const holderName = (await deps.identity.displayName(by.token)) ?? null;

  const act = { action: 'delegation.grant', idempotency: by.idempotency };
  return mutate(deps, actor, act, async (change) => {
    // Whoever grants for the account at this moment waits here: two that wait for each other at the constraint would end each other.
    await change.em.execute('select pg_advisory_xact_lock(hashtext(?))', [`delegations of ${actor.accountId}`]);
    const unitName = await nameOfHeldUnit(change.em, actor, uscc);
    if (unitName === undefined) throw fieldProblem(['uscc'], 'delegation.no-filings');
    const others = personHashes(deps.sealer, person).filter((hash) => hash !== granteeHash);
    if (await overlaps(change.em, actor, { uscc, validFrom, validUntil, others })) throw problem('delegation.overlaps');
    const id = newId();
    const grantee = { name: maskName(granteeName), idNumber: maskIdNumber(granteeIdNumber) };
    change.create(DelegationEntity, {
      id,
      holderAccountId: actor.accountId,
      holderName,
      uscc,
      unitName,
      granteeHash,
      sealed: sealGrantee(deps, id, grantee),
      role,
      letterDocumentId,
      validFrom,
      validUntil,
      createdAt: change.now,
      revokedAt: null,
      told: null,
      tellAt: change.now,
    });
    const documentIds = letterDocumentId ? [letterDocumentId] : [];
    change.emit('delegation.granted', { subject: id, data: { delegationId: id, role, uscc, validUntil, documentIds } });
    change.record({ subject: id, data: { role, uscc, validFrom, validUntil } });
    return { id };
  });
}

/** While keys are replaced, the database does not see that a delegation under another key is the same person's. */
async function overlaps(
  em: SqlEntityManager,
  { accountId }: Filer,
  { uscc, validFrom, validUntil, others }: { uscc: string; validFrom: string; validUntil: string; others: string[] },
): Promise<boolean> {
  if (others.length === 0) return false;
  const same = { holderAccountId: accountId, uscc, granteeHash: { $in: others }, revokedAt: null };
  const then = { validFrom: { $lte: validUntil }, validUntil: { $gte: validFrom } };
  return (await em.count(DelegationEntity, { ...same, ...then })) > 0;
}

/** The name of a unit as the newest filing that the account holds of it says; undefined when it holds none. */
async function nameOfHeldUnit(em: SqlEntityManager, { accountId }: Filer, uscc: string): Promise<string | undefined> {
  const [row] = await em.execute<{ name: string }[]>(
    `select v.content -> 'unit' ->> 'name' as name
     from holding h join filing f on f.id = h.filing_id
       join filing_version v on v.filing_id = f.id and v.number = f.version
     where h.account_id = ? and h.until_at is null and f.uscc = ?
     order by f.id desc limit 1`,
    [accountId, uscc],
  );
  return row?.name;
}
