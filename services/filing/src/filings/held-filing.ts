import { filingStatusLabels } from '@beian/contracts/vocabulary.ts';
import type { Filer } from '@beian/service-kit/actor.ts';
import type { Change } from '@beian/service-kit/mutate.ts';
import { fieldProblem, problem } from '@beian/service-kit/problem.ts';
import type { RightRole } from '../delegations/delegation.rules.ts';
import type { Deps } from '../deps.ts';
import { FilingEntity, FilingVersion } from './filing.entity.ts';
import { mustSuffice, rightOverFiling, type Right } from './right-over-filing.ts';

type Where = {
  number: string;
  path: readonly PropertyKey[];
  /** Whose right suffices; the holder's alone unless others are named. */
  suffices?: readonly RightRole[];
};

/** Before anything is stored: what the actor may do with a filing; throws as `mustSuffice` does. */
export async function heldFiling(
  deps: Deps,
  actor: Filer,
  { number, path, suffices = ['holder'] }: Where,
): Promise<{ filing: FilingEntity; right: Right }> {
  const em = deps.orm.em.fork();
  const filing = await em.findOne(FilingEntity, { number });
  if (!filing) throw fieldProblem(path, 'filing.unknown');
  const now = deps.clock.now();
  return { filing, right: mustSuffice(await rightOverFiling(em, actor, filing, { now }), suffices, path) };
}

/** The same inside the transaction, locked, with its current version; `filing.not-valid` when it is cancelled or held. */
export async function lockHeldFiling(
  change: Change,
  actor: Filer,
  { number, path, suffices = ['holder'] }: Where,
): Promise<{ filing: FilingEntity; version: FilingVersion; right: Right }> {
  const filing = await change.lock(FilingEntity, { number });
  const { em, now } = change;
  const right = mustSuffice(await rightOverFiling(em, actor, filing, { now, lock: true }), suffices, path);
  mustBeValid(filing);
  const current = { filingId: filing.id, number: filing.version };
  return { filing, version: await em.findOneOrFail(FilingVersion, current), right };
}

/** Throws `filing.not-valid` when a filing is cancelled or held. */
export function mustBeValid({ status }: FilingEntity): void {
  if (status !== 'valid') throw problem('filing.not-valid', { params: { status: filingStatusLabels[status] } });
}
