import { useQuery } from '@tanstack/react-query';
import type { Dictionaries, DictionaryEntry } from '@beian/contracts/dictionaries.ts';
import { choicesOf, entryOf } from '@beian/contracts/dictionary.rules.ts';
import type { DictionaryName } from '@beian/contracts/vocabulary.ts';
import { useText } from '../language/language.tsx';
import { api } from '../session/api.ts';

const retired = { zh: '{name}（已停用）', en: '{name} (retired)' };
const any = () => true;
const none: Dictionaries = { day: '', items: [] };

/**
 * The dictionaries (I34), read once for all forms of a page and again after five minutes. `labelOf` knows retired codes too, and shows
 * a code that nobody knows as it is; until they are there, nothing. `optionsOf` offers what may be chosen today.
 */
export function useDictionaries() {
  const t = useText();
  const query = useQuery({
    queryKey: ['dictionaries'],
    queryFn: () => api.get<Dictionaries>('/api/dictionaries'),
    staleTime: 300_000,
  });
  const all = query.data ?? none;
  const labelOf = (dictionary: DictionaryName, code: string): string => {
    if (!query.data) return query.isError ? code : '';
    const entry = entryOf(all, dictionary, code);
    return entry ? t(entry.label) : code;
  };
  const optionsOf = (dictionary: DictionaryName, chosen?: string, fits: (entry: DictionaryEntry) => boolean = any) => {
    const options = choicesOf(all, dictionary)
      .filter(fits)
      .map(({ code, label }) => ({ value: code, label: t(label) }));
    // What was chosen before it was retired keeps its name in the field.
    const gone = chosen !== undefined && !options.some(({ value }) => value === chosen);
    if (!gone) return options;
    const name = labelOf(dictionary, chosen);
    return [...options, { value: chosen, label: name && t(retired, { name }), disabled: true }];
  };
  return { query, all, labelOf, optionsOf };
}
