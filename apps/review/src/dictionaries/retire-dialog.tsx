import { useState } from 'react';
import { RetireEntry, type DictionaryEntry } from '@beian/contracts/dictionaries.ts';
import { DateField } from '@beian/ui/forms/date-field.tsx';
import { useText } from '@beian/ui/language/language.tsx';
import { api } from '@beian/ui/session/api.ts';
import { FormDialog } from '../frame/form-dialog.tsx';
import { useContractForm } from '../frame/use-contract-form.ts';
import { texts } from './texts.ts';

const idOf = (path: string) => `retire-${path}`;

/** From which day on an entry can no longer be chosen; today at the earliest. */
export function RetireDialog({
  entry,
  today,
  onClose,
}: {
  entry: DictionaryEntry;
  today: string;
  onClose: () => void;
}) {
  const { dictionary, code, label } = entry;
  const t = useText();
  const [from, setFrom] = useState(today);
  const form = useContractForm(RetireEntry, (body) =>
    api.put<DictionaryEntry>(`/api/review/dictionaries/${dictionary}/entries/${code}/retirement`, body),
  );
  return (
    <FormDialog
      title={t(texts.retire)}
      body={() => ({ from })}
      labelOf={(path) => (path === 'from' ? t(texts.until) : undefined)}
      {...{ form, idOf, onClose }}
    >
      <p>{t(texts.retireHint, { name: t(label) })}</p>
      <DateField
        id={idOf('from')}
        label={t(texts.until)}
        required
        error={form.errorOf('from')}
        value={from}
        onChange={setFrom}
      />
    </FormDialog>
  );
}
