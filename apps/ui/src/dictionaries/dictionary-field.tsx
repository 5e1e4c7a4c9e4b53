import type { DictionaryEntry } from '@beian/contracts/dictionaries.ts';
import type { DictionaryName } from '@beian/contracts/vocabulary.ts';
import type { FieldError } from '../forms/error-summary.tsx';
import { ChoiceField } from '../forms/choice-field.tsx';
import { ProblemAlert } from '../frame/page.tsx';
import { useDictionaries } from './use-dictionaries.ts';

/** A choice from a dictionary, or from those of its entries that fit. Without the dictionary it says so and can be tried again. */
export function DictionaryField(props: {
  dictionary: DictionaryName;
  fits?: (entry: DictionaryEntry) => boolean;
  id: string;
  label: string;
  hint?: string;
  error?: FieldError | undefined;
  required?: boolean;
  value: string | undefined;
  onChange: (code: string) => void;
}) {
  const { dictionary, fits, ...field } = props;
  const { query, optionsOf } = useDictionaries();
  return (
    <>
      {query.isError && <ProblemAlert error={query.error} onRetry={() => void query.refetch()} />}
      <ChoiceField {...field} options={optionsOf(dictionary, field.value, fits)} />
    </>
  );
}
