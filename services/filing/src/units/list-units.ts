import { z } from 'zod';
import { usccCheckHolds } from '@beian/contracts/identifiers.rules.ts';
import type { Unit } from '@beian/contracts/units.ts';
import { requireFiler, type Actor } from '@beian/service-kit/actor.ts';
import { problem } from '@beian/service-kit/problem.ts';
import type { Deps } from '../deps.ts';
import { UnitEntity } from './unit.entity.ts';

const Sealed = z.object({ headName: z.string() });

/** The unit with its head's name, for its own account. */
export const presentUnit = (deps: Pick<Deps, 'sealer'>, unit: UnitEntity): Unit => ({
  id: unit.id,
  uscc: unit.uscc,
  type: unit.type,
  name: unit.name,
  headName: Sealed.parse(deps.sealer.unseal(unit.sealed, { table: 'unit', column: 'sealed', row: unit.id })).headName,
  attachments: unit.attachments,
  usccWarning: !usccCheckHolds(unit.uscc),
  createdAt: unit.createdAt.toISOString(),
});

/** 【选择已有单位登记】 (M034): the account's units, newest first. */
export async function listUnits(deps: Deps, by: Actor): Promise<Unit[]> {
  const { accountId } = requireFiler(by);
  const units = await deps.orm.em.fork().find(UnitEntity, { accountId }, { orderBy: { id: 'desc' }, limit: 500 });
  return units.map((unit) => presentUnit(deps, unit));
}

/** One of the account's units; someone else's is `not-found`. */
export async function getUnit(deps: Deps, by: Actor, id: string): Promise<Unit> {
  const { accountId } = requireFiler(by);
  const unit = await deps.orm.em.fork().findOne(UnitEntity, { id, accountId });
  if (!unit) throw problem('not-found');
  return presentUnit(deps, unit);
}
