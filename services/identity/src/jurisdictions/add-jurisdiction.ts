import type { AddJurisdiction, JurisdictionRule } from '@beian/contracts/organs.ts';
import { requireStaff, type Actor } from '@beian/service-kit/actor.ts';
import { beijingToday } from '@beian/service-kit/clock.ts';
import { newId } from '@beian/service-kit/ids.ts';
import { mutate, type Act } from '@beian/service-kit/mutate.ts';
import { fieldProblem } from '@beian/service-kit/problem.ts';
import type { Deps } from '../deps.ts';
import { DivisionEntity } from '../divisions/division.entity.ts';
import { openOrgan } from '../organs/open-organ.ts';
import { JurisdictionEntity } from './jurisdiction.entity.ts';
import { presentRules } from './list-jurisdictions.ts';

/**
 * From a day on another organ is responsible for a county or street, for operators. It ends the rule that holds until then; one that begins
 * on that day or later is `jurisdiction.overlap`. Applications under way keep their organ.
 */
export async function addJurisdiction(
  deps: Deps,
  by: { actor: Actor; idempotency?: Act['idempotency'] },
  { divisionCode, organCode, effectiveFrom, note }: AddJurisdiction,
): Promise<JurisdictionRule> {
  const operator = requireStaff(by.actor, 'operator');
  const today = beijingToday(deps.clock);
  if (effectiveFrom < today) throw fieldProblem(['effectiveFrom'], 'date.past');
  return mutate(deps, operator, { action: 'jurisdiction.add', idempotency: by.idempotency }, async (change) => {
    const { em } = change;
    const known = await em.count(DivisionEntity, { code: divisionCode });
    if (known === 0) throw fieldProblem(['divisionCode'], 'division.unknown');
    await openOrgan(change, 'organCode', organCode);
    await change.lock(DivisionEntity, { code: divisionCode });
    const before = await em.findOne(JurisdictionEntity, {
      divisionCode,
      effectiveTo: null,
      effectiveFrom: { $lt: effectiveFrom },
    });
    if (before) {
      before.effectiveTo = effectiveFrom;
      // The one ends before the other begins, also for the constraint.
      await em.flush();
    }
    const id = newId();
    const rule = change.create(JurisdictionEntity, { id, divisionCode, organCode, effectiveFrom, note: note || null });
    change.record({ subject: divisionCode, data: { id, organCode, effectiveFrom } });
    const [shown] = await presentRules(em, [rule], today);
    if (!shown) throw new Error('a rule that was just made is gone');
    return shown;
  });
}
