import { LockMode } from '@mikro-orm/core';
import { delegationRoleLabels } from '@beian/contracts/vocabulary.ts';
import type { Filer } from '@beian/service-kit/actor.ts';
import type { SqlEntityManager } from '@beian/service-kit/database.ts';
import { fieldProblem, problem } from '@beian/service-kit/problem.ts';
import type { Behalf } from '../applications/open-application.ts';
import { beijingDay } from '../calendar/beijing-time.rules.ts';
import { DelegationEntity } from '../delegations/delegation.entity.ts';
import { rightOf, statusOn, type Right as RightBy, type RightRole } from '../delegations/delegation.rules.ts';
import { type FilingEntity, Holding } from './filing.entity.ts';

export type Right = RightBy<DelegationEntity>;
type Moment = {
  now: Date;
  /** Inside a transaction that writes: a revocation then waits for its commit, or has come first. Lock the filings before. */
  lock?: boolean;
};

/**
 * What somebody may do with filings at this moment, by their ids (I02): the one place that knows. Read when it is used, never kept, so
 * that a delegation which has ended and a holding which was handed over give nothing at once. Two statements.
 */
export async function rightsOverFilings(
  em: SqlEntityManager,
  actor: Filer,
  filings: readonly FilingEntity[],
  { now, lock = false }: Moment,
): Promise<Map<string, Right>> {
  const holdings = await em.find(Holding, { filingId: { $in: filings.map((one) => one.id) }, untilAt: null });
  const holderOf = new Map(holdings.map((holding) => [holding.filingId, holding.accountId]));
  const foreign = filings.filter((filing) => holderOf.get(filing.id) !== actor.accountId);
  const delegations = await delegationsTo(em, actor, [...new Set(foreign.map((filing) => filing.uscc))], lock);
  const day = beijingDay(now);
  return new Map(
    filings.flatMap((filing) => {
      const held = { holderAccountId: holderOf.get(filing.id), uscc: filing.uscc };
      const right = rightOf(actor.accountId, held, delegations, day);
      return right ? [[filing.id, right]] : [];
    }),
  );
}

/** The same over one filing. */
export const rightOverFiling = async (
  em: SqlEntityManager,
  actor: Filer,
  filing: FilingEntity,
  moment: Moment,
): Promise<Right | undefined> => (await rightsOverFilings(em, actor, [filing], moment)).get(filing.id);

/** Accounts whose filings of a unit somebody may read today, the own one among them. */
export async function readableHolders(em: SqlEntityManager, actor: Filer, uscc: string, now: Date): Promise<string[]> {
  const day = beijingDay(now);
  const active = (await delegationsTo(em, actor, [uscc])).filter((one) => statusOn(one, day) === 'active');
  return [actor.accountId, ...active.map((one) => one.holderAccountId)];
}

async function delegationsTo(
  em: SqlEntityManager,
  { personHashes = [] }: Filer,
  usccs: readonly string[],
  lock = false,
): Promise<DelegationEntity[]> {
  if (personHashes.length === 0 || usccs.length === 0) return [];
  return em.find(
    DelegationEntity,
    { granteeHash: { $in: personHashes }, uscc: { $in: [...usccs] }, revokedAt: null },
    { orderBy: { id: 'asc' }, ...(lock ? { lockMode: LockMode.PESSIMISTIC_READ, refresh: true } : {}) },
  );
}

/** Who may read a filing. */
export const mayRead = ['holder', 'agent', 'reader'] as const satisfies RightRole[];
/** Who may submit a business that an agent does in the holder's place. */
export const mayAct = ['holder', 'agent'] as const satisfies RightRole[];

/**
 * The right, if it is one of those that suffice. Who has none reads `filing.unknown` at the field; who knows the filing is told why not:
 * `delegation.expired` or `delegation.not-allowed`.
 */
export function mustSuffice(
  right: Right | undefined,
  suffices: readonly RightRole[],
  path: readonly PropertyKey[],
): Right {
  if (!right) throw fieldProblem(path, 'filing.unknown');
  if (right.role === 'lapsed') throw problem('delegation.expired');
  if (suffices.includes(right.role)) return right;
  const { role } = right;
  throw problem('delegation.not-allowed', { params: role === 'holder' ? {} : { role: delegationRoleLabels[role] } });
}

/** In whose place somebody acts, as an application keeps it; nothing for the holder itself. */
export const behalfOf = (right: Right): Behalf | undefined =>
  right.role === 'holder'
    ? undefined
    : { onBehalfOf: right.delegation.holderAccountId, delegationId: right.delegation.id };

/** The letter that the right rests on, as a version keeps it. */
export const letterOf = (right: Right): { delegationLetterId?: string } =>
  right.role !== 'holder' && right.delegation.letterDocumentId
    ? { delegationLetterId: right.delegation.letterDocumentId }
    : {};
