import { isFixed } from '@beian/contracts/dictionary.rules.ts';
import { ruleFits, type AddEntry, type ChangeEntry, type DictionaryEntry } from '@beian/contracts/dictionaries.ts';
import type { DictionaryName } from '@beian/contracts/vocabulary.ts';
import { requireStaff, type Actor } from '@beian/service-kit/actor.ts';
import type { Idempotency } from '@beian/service-kit/idempotency.ts';
import { mutate } from '@beian/service-kit/mutate.ts';
import { fieldProblem, problem } from '@beian/service-kit/problem.ts';
import { beijingDay } from '../calendar/beijing-time.rules.ts';
import type { Deps } from '../deps.ts';
import { DictionaryEntryEntity } from './dictionary-entry.entity.ts';
import { presentEntry } from './read-dictionaries.ts';

/** An entry of a dictionary. */
export type EntryKey = { dictionary: DictionaryName; code: string };
/** What the audit chain calls an entry. */
export const subjectOf = ({ dictionary, code }: EntryKey): string => `dictionary:${dictionary}/${code}`;

/** Adds an entry (I34), in use from a day on. What is filed already is not touched. */
export async function addEntry(
  deps: Deps,
  by: { actor: Actor; idempotency: Idempotency | undefined },
  dictionary: DictionaryName,
  { code, label, position, rule, validFrom = beijingDay(deps.clock.now()) }: AddEntry,
): Promise<DictionaryEntry> {
  const operator = requireStaff(by.actor, 'operator');
  mustHaveRule(dictionary, rule);
  if (validFrom < beijingDay(deps.clock.now())) throw fieldProblem(['validFrom'], 'date.past');
  const act = { action: 'dictionary.add', idempotency: by.idempotency };
  return mutate(deps, operator, act, async (change) => {
    const entry = change.create(DictionaryEntryEntity, {
      dictionary,
      code,
      ...label,
      position,
      rule: rule ?? null,
      validFrom,
      validUntil: null,
      revision: 1,
      changedBy: operator.staffNo,
      changedAt: change.now,
    });
    change.record({ subject: subjectOf(entry), data: { label, position, rule, validFrom } });
    return presentEntry(entry);
  });
}

/** Calls an entry anew, moves it, or changes its rule: that holds for what is submitted from then on. `content.stale` when somebody was first. */
export async function changeEntry(
  deps: Deps,
  by: Actor,
  key: EntryKey,
  { label, position, rule, baseRevision }: ChangeEntry,
): Promise<DictionaryEntry> {
  const operator = requireStaff(by, 'operator');
  mustHaveRule(key.dictionary, rule);
  return mutate(deps, operator, { action: 'dictionary.change' }, async (change) => {
    const entry = await change.lock(DictionaryEntryEntity, key);
    if (entry.revision !== baseRevision) throw problem('content.stale');
    const was = presentEntry(entry);
    if (rule !== was.rule && isFixed(key.dictionary, key.code)) throw fieldProblem(['rule'], 'dictionary.rule-fixed');
    Object.assign(entry, {
      ...label,
      position,
      rule: rule ?? null,
      revision: baseRevision + 1,
      changedBy: operator.staffNo,
      changedAt: change.now,
    });
    const before = { label: was.label, position: was.position, rule: was.rule };
    change.record({ subject: subjectOf(key), data: { before, label, position, rule } });
    return presentEntry(entry);
  });
}

function mustHaveRule(dictionary: DictionaryName, rule: string | undefined): void {
  if (!ruleFits(dictionary)({ rule })) throw fieldProblem(['rule'], 'dictionary.rule');
}
