import type { Organ } from '@beian/contracts/accounts.ts';
import type { ChangeOrgan } from '@beian/contracts/organs.ts';
import { requireStaff, type Actor } from '@beian/service-kit/actor.ts';
import { beijingToday } from '@beian/service-kit/clock.ts';
import { mutate, type Change } from '@beian/service-kit/mutate.ts';
import { fieldProblem, problem } from '@beian/service-kit/problem.ts';
import type { Deps } from '../deps.ts';
import { handOverJurisdictions } from '../jurisdictions/hand-over-jurisdictions.ts';
import { openOrgan } from './open-organ.ts';
import { OrganEntity } from './organ.entity.ts';
import { isWithin, presentOrgan } from './read-organs.ts';

/**
 * Renames an organ, puts it under another superior or closes it today, for operators. A closed organ's jurisdictions and subordinates go
 * to its successor; what it has in hand stays with it. Throws `organ.closed` for one that is closed.
 */
export async function changeOrgan(deps: Deps, by: Actor, code: string, wanted: ChangeOrgan): Promise<Organ> {
  const operator = requireStaff(by, 'operator');
  return mutate(deps, operator, { action: 'organ.change' }, async (change) => {
    // Changes of the directory go one after the other: two at once could put each organ below the other.
    await change.lock(OrganEntity, { code: '000000' });
    const organ = await change.lock(OrganEntity, { code });
    if (organ.closedOn) throw problem('organ.closed', { params: { successor: organ.successorCode ?? '' } });
    const { name, superiorCode, successorCode } = wanted;
    if (name !== undefined) organ.name = name;
    if (superiorCode !== undefined) {
      await mustBeOutside(change, 'superiorCode', superiorCode, code);
      organ.superiorCode = superiorCode;
    }
    if (successorCode !== undefined) {
      await mustBeOutside(change, 'successorCode', successorCode, code);
      const today = beijingToday(deps.clock);
      Object.assign(organ, { closedOn: today, successorCode });
      const below = { superiorCode: successorCode, changedAt: change.now };
      await change.em.nativeUpdate(OrganEntity, { superiorCode: code }, below);
      await handOverJurisdictions(change, { from: code, to: successorCode, today });
    }
    organ.changedAt = change.now;
    change.record({ subject: code, data: wanted });
    return presentOrgan(organ);
  });
}

/** An open organ that is not the one in question nor below it: else the way up would never end. */
async function mustBeOutside(change: Change, field: string, other: string, code: string): Promise<void> {
  await openOrgan(change, field, other);
  if (await isWithin(change.em, other, code)) throw fieldProblem([field], 'organ.below-itself');
}
