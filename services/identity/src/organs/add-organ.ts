import type { Organ } from '@beian/contracts/accounts.ts';
import type { AddOrgan } from '@beian/contracts/organs.ts';
import type { AddedOrganKind } from '@beian/contracts/vocabulary.ts';
import { requireStaff, type Actor } from '@beian/service-kit/actor.ts';
import { mutate, type Act } from '@beian/service-kit/mutate.ts';
import { fieldProblem } from '@beian/service-kit/problem.ts';
import type { Deps } from '../deps.ts';
import { DivisionEntity } from '../divisions/division.entity.ts';
import { openOrgan } from './open-organ.ts';
import { organCodeOf } from './organ-directory.rules.ts';
import { OrganEntity } from './organ.entity.ts';
import { presentOrgan } from './read-organs.ts';

const letters: Record<AddedOrganKind, string> = { zone: 'Z', railway: 'T', aviation: 'M', port: 'P' };

/** A new organ beside the government's (I04), for operators: `440305-T1` is the first railway organ of 440305. It receives nothing until a rule names it. */
export async function addOrgan(
  deps: Deps,
  by: { actor: Actor; idempotency?: Act['idempotency'] },
  { kind, name, level, divisionCode, superiorCode }: AddOrgan,
): Promise<Organ> {
  const operator = requireStaff(by.actor, 'operator');
  return mutate(deps, operator, { action: 'organ.add', idempotency: by.idempotency }, async (change) => {
    const known = await change.em.count(DivisionEntity, { code: divisionCode });
    if (known === 0) throw fieldProblem(['divisionCode'], 'division.unknown');
    await openOrgan(change, 'superiorCode', superiorCode);
    // Whoever adds another organ to the division at this moment waits here, and then counts this one.
    await change.lock(DivisionEntity, { code: divisionCode });
    const prefix = `${organCodeOf(divisionCode)}-${letters[kind]}`;
    const before = await change.em.count(OrganEntity, { code: { $like: `${prefix}%` } });
    const organ = change.create(OrganEntity, {
      code: `${prefix}${before + 1}`,
      name,
      level,
      kind,
      divisionCode,
      superiorCode,
      changedAt: change.now,
    });
    change.record({ subject: organ.code, data: { superiorCode } });
    return presentOrgan(organ);
  });
}
