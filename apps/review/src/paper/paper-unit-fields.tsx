import { correctableFieldLabels as labels } from '@beian/contracts/correctable-fields.ts';
import { DictionaryField } from '@beian/ui/dictionaries/dictionary-field.tsx';
import type { FieldError } from '@beian/ui/forms/error-summary.tsx';
import { TextField } from '@beian/ui/forms/field.tsx';
import { useText } from '@beian/ui/language/language.tsx';
import { idOf, type PaperForm } from './paper-form.ts';
import { texts } from './texts.ts';

export type PaperFieldsProps = {
  form: PaperForm;
  set: (part: Partial<PaperForm>) => void;
  errorOf: (path: string) => FieldError | undefined;
};

/** The unit as its papers name it (M038–M041). */
export function PaperUnitFields({ form, set, errorOf }: PaperFieldsProps) {
  const t = useText();
  return (
    <>
      <TextField
        id={idOf('unit.uscc')}
        label={t(labels['unit.uscc'])}
        error={errorOf('unit.uscc')}
        required
        value={form.uscc}
        onChange={(uscc) => set({ uscc })}
      />
      <DictionaryField
        dictionary="unit_type"
        id={idOf('unit.type')}
        label={t(labels['unit.type'])}
        error={errorOf('unit.type')}
        required
        value={form.type}

        onChange={(type) => set({ type })}
      />
      <TextField
        id={idOf('unit.name')}
        label={t(labels['unit.name'])}
        error={errorOf('unit.name')}
        required
        maxLength={100}
        value={form.unitName}
        onChange={(unitName) => set({ unitName })}
      />
      <TextField
        id={idOf('unit.headName')}
        label={t(labels['unit.headName'])}
        error={errorOf('unit.headName')}
        required
        maxLength={50}
        value={form.headName}
        onChange={(headName) => set({ headName })}
      />
      {!form.type && <p className="hint">{t(texts.chooseType)}</p>}
    </>
  );
}
