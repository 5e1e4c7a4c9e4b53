import { LockMode } from '@mikro-orm/core';
import type { Filer } from '@beian/service-kit/actor.ts';
import type { SqlEntityManager } from '@beian/service-kit/database.ts';
import { FilingEntity, FilingVersion, Holding } from './filing.entity.ts';

export type HeldFiling = { filing: FilingEntity; version: FilingVersion };

/**
 * Of many numbers those that the account holds, each with its current version. Three statements however many they are; with `lock`
 * the filings stay as they are until the commit, locked in one order, so that two who ask for the same ones wait and do not deadlock.
 */
export async function heldFilings(
  em: SqlEntityManager,
  { accountId }: Filer,
  numbers: readonly string[],
  { lock = false }: { lock?: boolean } = {},
): Promise<Map<string, HeldFiling>> {
  const found = await em.find(
    FilingEntity,
    { number: { $in: [...numbers] } },
    { orderBy: { id: 'asc' }, ...(lock ? { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true } : {}) },
  );
  const of = { filingId: { $in: found.map((filing) => filing.id) } };
  const holdings = await em.find(Holding, { ...of, accountId, untilAt: null });
  const held = found.filter((filing) => holdings.some((holding) => holding.filingId === filing.id));
  const versions = await versionsOf(
    em,
    held.map(({ id, version }) => ({ filingId: id, number: version })),
  );
  return new Map(
    held.flatMap((filing) => {
      const version = versions.find((one) => one.filingId === filing.id);
      return version ? [[filing.number, { filing, version }]] : [];
    }),
  );
}

/** Versions of filings by filing and number, in one statement. */
export const versionsOf = async (
  em: SqlEntityManager,
  wanted: readonly { filingId: string; number: number }[],
): Promise<FilingVersion[]> => (wanted.length === 0 ? [] : em.find(FilingVersion, { $or: [...wanted] }));
