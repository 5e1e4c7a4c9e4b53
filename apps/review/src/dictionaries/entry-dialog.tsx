import { useState } from 'react';
import { AddEntry, ChangeEntry, ruleFits, ruleMisfit, type DictionaryEntry } from '@beian/contracts/dictionaries.ts';
import {
  dictionaryRuleLabels,
  dictionaryRules,
  ruleLabels,
  type DictionaryName,
  type DictionaryRule,
} from '@beian/contracts/vocabulary.ts';
import { ChoiceField } from '@beian/ui/forms/choice-field.tsx';
import { DateField } from '@beian/ui/forms/date-field.tsx';
import { TextField } from '@beian/ui/forms/field.tsx';
import { NumberField } from '@beian/ui/forms/number-field.tsx';
import { useText } from '@beian/ui/language/language.tsx';
import { api } from '@beian/ui/session/api.ts';
import { FormDialog } from '../frame/form-dialog.tsx';
import { useContractForm } from '../frame/use-contract-form.ts';
import { texts } from './texts.ts';

const idOf = (path: string) => `entry-${path.replace('.', '-')}`;
const labels = {
  code: texts.code,
  'label.zh': texts.nameZh,
  'label.en': texts.nameEn,
  position: texts.position,
  validFrom: texts.from,
} as const;

/** Adds an entry to a dictionary, or changes what one is called, where it stands and what the platform does with it. */
export function EntryDialog(props: {
  dictionary: DictionaryName;
  entry: DictionaryEntry | undefined;
  nextPosition: number;
  onClose: () => void;
}) {
  const { dictionary, entry, nextPosition, onClose } = props;
  const t = useText();
  const [code, setCode] = useState('');
  const [zh, setZh] = useState(entry?.label.zh ?? '');
  const [en, setEn] = useState(entry?.label.en ?? '');
  const [position, setPosition] = useState<number | undefined>(entry?.position ?? nextPosition);
  const [rule, setRule] = useState<DictionaryRule | undefined>(entry?.rule);
  const [validFrom, setValidFrom] = useState('');
  const path = `/api/review/dictionaries/${dictionary}/entries`;
  const fits = ruleFits(dictionary);
  const schema = entry ? ChangeEntry.refine(fits, ruleMisfit) : AddEntry.refine(fits, ruleMisfit);
  const form = useContractForm(schema, (body, key) =>
    entry ? api.put<DictionaryEntry>(`${path}/${entry.code}`, body) : api.create<DictionaryEntry>(path, body, key),
  );
  const body = () => ({
    label: { zh, en },
    position,
    ...(rule ? { rule } : {}),
    ...(entry ? { baseRevision: entry.revision } : { code: code.trim(), ...(validFrom ? { validFrom } : {}) }),
  });
  const rules: readonly DictionaryRule[] = dictionaryRules[dictionary];
  const ruleLabel = ruleLabels[dictionary];
  const labelOf = (field: string) => {
    if (field === 'rule') return ruleLabel && t(ruleLabel);
    return Object.hasOwn(labels, field) ? t(labels[field as keyof typeof labels]) : undefined;
  };
  return (
    <FormDialog title={t(entry ? texts.edit : texts.add)} {...{ form, body, idOf, labelOf, onClose }}>
      {entry ? (
        <p className="hint">
          {t(texts.code)}: <code>{entry.code}</code>
        </p>
      ) : (
        <TextField
          id={idOf('code')}
          label={t(texts.code)}
          hint={t(texts.codeHint)}
          required
          maxLength={40}
          error={form.errorOf('code')}
          value={code}
          onChange={setCode}
        />
      )}
      <TextField
        id={idOf('label.zh')}
        label={t(texts.nameZh)}
        required
        maxLength={60}
        error={form.errorOf('label.zh')}
        value={zh}
        onChange={setZh}
      />
      <TextField
        id={idOf('label.en')}
        label={t(texts.nameEn)}
        required
        maxLength={120}
        error={form.errorOf('label.en')}
        value={en}
        onChange={setEn}
      />
      {ruleLabel && !entry?.fixed && (
        <ChoiceField<DictionaryRule>
          id={idOf('rule')}
          label={t(ruleLabel)}
          {...(entry ? { hint: t(texts.ruleHint) } : {})}
          required
          error={form.errorOf('rule')}
          value={rule}
          options={rules.map((value) => ({ value, label: t(dictionaryRuleLabels[value]) }))}
          onChange={setRule}
        />
      )}
      <NumberField
        id={idOf('position')}
        label={t(texts.position)}
        hint={t(texts.positionHint)}
        required
        error={form.errorOf('position')}
        value={position}
        onChange={setPosition}
      />
      {!entry && (
        <DateField
          id={idOf('validFrom')}
          label={t(texts.from)}
          hint={t(texts.fromHint)}
          error={form.errorOf('validFrom')}
          value={validFrom}
          onChange={setValidFrom}
        />
      )}
    </FormDialog>
  );
}
