import type { DictionaryEntry } from '@beian/contracts/dictionaries.ts';
import { isFixed } from '@beian/contracts/dictionary.rules.ts';
import { requireStaff, type Actor } from '@beian/service-kit/actor.ts';
import { mutate } from '@beian/service-kit/mutate.ts';
import { fieldProblem, problem } from '@beian/service-kit/problem.ts';
import { beijingDay } from '../calendar/beijing-time.rules.ts';
import type { Deps } from '../deps.ts';
import { DictionaryEntryEntity } from './dictionary-entry.entity.ts';
import { presentEntry } from './read-dictionaries.ts';
import { subjectOf, type EntryKey } from './save-entry.ts';

/** From a day on, midnight in Beijing, nobody may choose the entry; what was filed with it stays. An entry of today's day on at the earliest. */
export async function retireEntry(deps: Deps, by: Actor, key: EntryKey, from: string): Promise<DictionaryEntry> {
  if (from < beijingDay(deps.clock.now())) {
    requireStaff(by, 'operator');
    throw fieldProblem(['from'], 'date.past');
  }
  return setEnd(deps, by, key, from);
}

/** Takes a retirement back: the entry may be chosen again, at once when it was retired already. */
export const restoreEntry = (deps: Deps, by: Actor, key: EntryKey): Promise<DictionaryEntry> =>
  setEnd(deps, by, key, null);

async function setEnd(deps: Deps, by: Actor, key: EntryKey, validUntil: string | null): Promise<DictionaryEntry> {
  const operator = requireStaff(by, 'operator');
  const action = validUntil === null ? 'dictionary.restore' : 'dictionary.retire';
  return mutate(deps, operator, { action }, async (change) => {
    const entry = await change.lock(DictionaryEntryEntity, key);
    if (validUntil !== null && isFixed(key.dictionary, key.code)) throw problem('dictionary.fixed');
    if (validUntil !== null && validUntil < entry.validFrom) {
      throw fieldProblem(['from'], 'dictionary.before-start', { day: entry.validFrom });
    }
    const before = entry.validUntil ?? null;
    Object.assign(entry, {
      validUntil,
      revision: entry.revision + 1,
      changedBy: operator.staffNo,
      changedAt: change.now,
    });
    change.record({ subject: subjectOf(key), data: { before, validUntil } });
    return presentEntry(entry);
  });
}
