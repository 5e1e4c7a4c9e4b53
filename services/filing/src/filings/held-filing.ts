import { filingStatusLabels } from '@beian/contracts/vocabulary.ts';
import type { Filer } from '@beian/service-kit/actor.ts';
import type { SqlEntityManager } from '@beian/service-kit/database.ts';
import type { Change } from '@beian/service-kit/mutate.ts';
import { fieldProblem, problem } from '@beian/service-kit/problem.ts';
import type { Deps } from '../deps.ts';
import { FilingEntity, FilingVersion, Holding } from './filing.entity.ts';

type Where = { number: string; path: readonly PropertyKey[] };

const holds = async (em: SqlEntityManager, filingId: string, accountId: string): Promise<boolean> =>
  (await em.count(Holding, { filingId, accountId, untilAt: null })) > 0;

/** Before anything is stored: a filing that the account holds, or `filing.unknown` at the field that named it. */
export async function heldFiling(deps: Deps, { accountId }: Filer, { number, path }: Where): Promise<FilingEntity> {
  const em = deps.orm.em.fork();
  const filing = await em.findOne(FilingEntity, { number });
  if (!filing || !(await holds(em, filing.id, accountId))) throw fieldProblem(path, 'filing.unknown');
  return filing;
}

/** The same inside the transaction, locked, with its current version; `filing.not-valid` when it is cancelled or held. */
export async function lockHeldFiling(
  change: Change,
  { accountId }: Filer,
  { number, path }: Where,
): Promise<{ filing: FilingEntity; version: FilingVersion }> {
  const filing = await change.lock(FilingEntity, { number });
  if (!(await holds(change.em, filing.id, accountId))) throw fieldProblem(path, 'filing.unknown');
  mustBeValid(filing);
  const current = { filingId: filing.id, number: filing.version };
  return { filing, version: await change.em.findOneOrFail(FilingVersion, current) };
}

/** Throws `filing.not-valid` when a filing is cancelled or held. */
export function mustBeValid({ status }: FilingEntity): void {
  if (status !== 'valid') throw problem('filing.not-valid', { params: { status: filingStatusLabels[status] } });
}
