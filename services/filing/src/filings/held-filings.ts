import { LockMode } from '@mikro-orm/core';
import type { Filer } from '@beian/service-kit/actor.ts';
import type { SqlEntityManager } from '@beian/service-kit/database.ts';
import type { RightRole } from '../delegations/delegation.rules.ts';
import { FilingEntity, FilingVersion } from './filing.entity.ts';
import { mustSuffice, rightsOverFilings, type Right } from './right-over-filing.ts';

export type HeldFiling = { filing: FilingEntity; version: FilingVersion; right: Right };
type Asked = { now: Date; suffices: readonly RightRole[]; lock?: boolean };

/**
 * Of many numbers those over which the actor has a right, each with its current version; throws as `mustSuffice` does for a right that is
 * not enough. Four statements however many they are; with `lock` the filings stay as they are until the commit, locked in one order, so
 * that two who ask for the same ones wait and do not deadlock.
 */
export async function heldFilings(
  em: SqlEntityManager,
  actor: Filer,
  numbers: readonly string[],
  { now, suffices, lock = false }: Asked,
): Promise<Map<string, HeldFiling>> {
  const filings = await em.find(
    FilingEntity,
    { number: { $in: [...numbers] } },
    { orderBy: { id: 'asc' }, ...(lock ? { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true } : {}) },
  );
  const rights = await rightsOverFilings(em, actor, filings, { now, lock });
  const known = filings.filter((filing) => rights.has(filing.id));
  const current = known.map(({ id, version }) => ({ filingId: id, number: version }));
  const versions = await versionsOf(em, current);
  return new Map(
    known.flatMap((filing) => {
      const version = versions.find((one) => one.filingId === filing.id);
      const right = mustSuffice(rights.get(filing.id), suffices, ['filingNumbers', numbers.indexOf(filing.number)]);
      return version ? [[filing.number, { filing, version, right }]] : [];
    }),
  );
}

/** Versions of filings by filing and number, in one statement. */
export const versionsOf = async (
  em: SqlEntityManager,
  wanted: readonly { filingId: string; number: number }[],
): Promise<FilingVersion[]> => (wanted.length === 0 ? [] : em.find(FilingVersion, { $or: [...wanted] }));
