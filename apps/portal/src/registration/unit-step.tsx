import type { Me } from '@beian/contracts/accounts.ts';
import { usccCheckHolds, usccPattern } from '@beian/contracts/identifiers.rules.ts';
import type { Unit } from '@beian/contracts/units.ts';
import { correctableFieldLabels } from '@beian/contracts/correctable-fields.ts';
import { documentKindLabels } from '@beian/contracts/vocabulary.ts';
import { DictionaryField } from '@beian/ui/dictionaries/dictionary-field.tsx';
import { useDictionaries } from '@beian/ui/dictionaries/use-dictionaries.ts';
import { FileField } from '@beian/ui/files/file-field.tsx';
import type { FieldError } from '@beian/ui/forms/error-summary.tsx';
import { ChoiceField } from '@beian/ui/forms/choice-field.tsx';
import { RadioField, TextField } from '@beian/ui/forms/field.tsx';
import { useText } from '@beian/ui/language/language.tsx';
import { neededAttachments, type RegistrationForm } from './registration-form.ts';
import { texts } from './texts.ts';

export type StepProps = {
  form: RegistrationForm;
  change: (update: (form: RegistrationForm) => RegistrationForm) => void;
  errorOf: (path: string) => FieldError | undefined;
};

/** Step 1: an own unit (M034) or a new one with its attachments (M037–M045). */
export function UnitStep({ form, change, errorOf, me, units }: StepProps & { me: Me; units: Unit[] }) {
  const t = useText();
  return (
    <>
      <RadioField
        id="unitChoice"
        label={t(texts.unitChoice)}
        value={form.unitChoice}
        options={[
          { value: 'existing', label: t(texts.existing) },
          { value: 'new', label: t(texts.fresh) },
        ]}
        onChange={(unitChoice) => change((now) => ({ ...now, unitChoice }))}
      />
      {form.unitChoice === 'existing' ? (
        units.length === 0 ? (
          <p role="status">{t(texts.noUnits)}</p>
        ) : (
          <ChoiceField
            id="unitId"
            label={t(texts.unit)}
            required
            error={errorOf('unitId')}
            value={form.unitId}
            options={units.map((unit) => ({ value: unit.id, label: `${unit.name}(${unit.uscc})` }))}
            onChange={(unitId) => change((now) => ({ ...now, unitId }))}
          />
        )
      ) : (
        <NewUnit form={form} change={change} errorOf={errorOf} me={me} />
      )}
    </>
  );
}

function NewUnit({ form, change, errorOf, me }: StepProps & { me: Me }) {
  const t = useText();
  const { all } = useDictionaries();
  const { unit } = form;
  const set = (part: Partial<RegistrationForm['unit']>) =>
    change((now) => ({ ...now, unit: { ...now.unit, ...part } }));
  const uscc = unit.uscc.trim().toUpperCase();
  const doubtful = usccPattern.test(uscc) && !usccCheckHolds(uscc);
  const needed = neededAttachments(me, form, all);
  return (
    <>
      <TextField
        id="unit-uscc"
        label={t(correctableFieldLabels['unit.uscc'])}
        hint={t(doubtful ? texts.usccWarning : texts.usccHint)}
        error={errorOf('unit.uscc')}
        required
        value={unit.uscc}
        onChange={(value) => set({ uscc: value })}
      />
      <DictionaryField
        dictionary="unit_type"
        id="unit-type"
        label={t(correctableFieldLabels['unit.type'])}
        error={errorOf('unit.type')}
        required
        value={unit.type}

        onChange={(type) => set({ type })}
      />
      <TextField
        id="unit-name"
        label={t(correctableFieldLabels['unit.name'])}
        error={errorOf('unit.name')}
        required
        maxLength={100}
        value={unit.name}
        onChange={(name) => set({ name })}
      />
      <TextField
        id="unit-headName"
        label={t(correctableFieldLabels['unit.headName'])}
        error={errorOf('unit.headName')}
        required
        maxLength={50}
        value={unit.headName}
        onChange={(headName) => set({ headName })}
      />
      {needed.length === 0 && <p className="hint">{t(texts.chooseType)}</p>}
      {needed.map((kind) => (
        <div key={kind}>
          <FileField
            id={`attachments-${kind}`}
            kind={kind}
            label={t(documentKindLabels[kind])}
            hint={t(texts.attachmentHint)}
            accept="application/pdf,image/jpeg,image/png"
            required
            value={unit.attachments[kind]}
            error={errorOf(`attachments.${kind}`)}
            onChange={(document) =>
              change((now) => ({
                ...now,
                unit: { ...now.unit, attachments: { ...now.unit.attachments, [kind]: document } },
              }))
            }
          />
          {kind === 'registration_authorisation' && (
            <p>
              <a href="/api/templates/registration-authorisation" download>
                {t(texts.authorisation)}
              </a>
            </p>
          )}
        </div>
      ))}
    </>
  );
}
