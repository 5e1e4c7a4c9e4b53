import { correctableFieldLabels, correctableFields, fieldOfKey } from '@beian/contracts/correctable-fields.ts';
import { useText } from '@beian/ui/language/language.tsx';
import { fieldOf, ownNumbers, type AskedValues } from './change-form.ts';
import { texts } from './texts.ts';

/** What the form calls the field of a path; a value for one filing goes with its number. */
export function useFieldLabel(form: AskedValues): (path: string) => string | undefined {
  const t = useText();
  return (path) => {
    const field = fieldOf(path);
    const named = [field, `change.${field}`].map(fieldOfKey);
    const known = correctableFields.find((one) => named.includes(one));
    if (!known) return field === 'filingNumbers' ? t(texts.numbers) : undefined;
    const label = t(correctableFieldLabels[known]);
    const own = /^perFiling\.(\d+)\./.exec(path)?.[1];
    return own ? t(texts.ofFiling, { field: label, number: ownNumbers(form)[Number(own)] ?? '' }) : label;
  };
}
