import { requireStaff, type Actor } from '@beian/service-kit/actor.ts';
import { beijingToday } from '@beian/service-kit/clock.ts';
import { mutate } from '@beian/service-kit/mutate.ts';
import { problem } from '@beian/service-kit/problem.ts';
import type { Deps } from '../deps.ts';
import { DivisionEntity } from '../divisions/division.entity.ts';
import { JurisdictionEntity } from './jurisdiction.entity.ts';

/** Drops a rule before its day, for operators: the one before it holds on. One that has begun is `jurisdiction.in-force`. */
export async function dropJurisdiction(deps: Deps, by: Actor, id: string): Promise<void> {
  const operator = requireStaff(by, 'operator');
  await mutate(deps, operator, { action: 'jurisdiction.drop' }, async (change) => {
    const { em } = change;
    const known = await em.findOne(JurisdictionEntity, { id });
    if (!known) throw problem('not-found');
    await change.lock(DivisionEntity, { code: known.divisionCode });
    const rule = await change.lock(JurisdictionEntity, { id });
    const { divisionCode, organCode, effectiveFrom, effectiveTo } = rule;
    if (effectiveFrom <= beijingToday(deps.clock)) throw problem('jurisdiction.in-force');
    await em.nativeDelete(JurisdictionEntity, { id });
    await em.nativeUpdate(
      JurisdictionEntity,
      { divisionCode, effectiveTo: effectiveFrom },
      { effectiveTo: effectiveTo ?? null },
    );
    change.record({ subject: divisionCode, data: { id, organCode, effectiveFrom } });
  });
}
