import type { SqlEntityManager } from '@beian/service-kit/database.ts';
import { isFixed, wrongChoice } from '@beian/contracts/dictionary.rules.ts';
import type { Dictionaries, DictionaryEntry } from '@beian/contracts/dictionaries.ts';
import type { DictionaryName } from '@beian/contracts/vocabulary.ts';
import { fieldProblem } from '@beian/service-kit/problem.ts';
import { beijingDay } from '../calendar/beijing-time.rules.ts';
import type { Deps } from '../deps.ts';
import { DictionaryEntryEntity } from './dictionary-entry.entity.ts';

/** All dictionaries, or one, with what was retired and what is to come; `day` is today in Beijing. One query, some dozens of rows. */
export async function readDictionaries(
  deps: Pick<Deps, 'orm' | 'clock'>,
  dictionary?: DictionaryName,
  em: SqlEntityManager = deps.orm.em.fork(),
): Promise<Dictionaries> {
  const rows = await em.find(DictionaryEntryEntity, dictionary ? { dictionary } : {}, {
    orderBy: { dictionary: 'asc', position: 'asc', code: 'asc' },
  });
  return { day: beijingDay(deps.clock.now()), items: rows.map(presentEntry) };
}

export const presentEntry = (row: DictionaryEntryEntity): DictionaryEntry => ({
  dictionary: row.dictionary,
  code: row.code,
  label: { zh: row.zh, en: row.en },
  position: row.position,
  ...(row.rule ? { rule: row.rule } : {}),
  validFrom: row.validFrom,
  ...(row.validUntil ? { validUntil: row.validUntil } : {}),
  fixed: isFixed(row.dictionary, row.code),
  revision: row.revision,
});

/** Throws the field problem that says what to choose instead when a code may not be chosen today. */
export function mustBeChoice(all: Dictionaries, dictionary: DictionaryName, code: string, path: PropertyKey[]): void {
  const wrong = wrongChoice(all, dictionary, code);
  if (wrong) throw fieldProblem(path, wrong.code, wrong.params);
}
