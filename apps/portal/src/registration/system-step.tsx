import { correctableFieldLabels as labels } from '@beian/contracts/correctable-fields.ts';
import { DivisionFields } from '@beian/ui/divisions/division-fields.tsx';
import { DateField } from '@beian/ui/forms/date-field.tsx';
import { RadioField, TextField } from '@beian/ui/forms/field.tsx';
import { NumberField } from '@beian/ui/forms/number-field.tsx';
import { shared } from '@beian/ui/frame/texts.ts';
import { useText } from '@beian/ui/language/language.tsx';
import type { RegistrationForm } from './registration-form.ts';
import { texts } from './texts.ts';
import type { StepProps } from './unit-step.tsx';

/** Step 2: the system (M050–M062). */
export function SystemStep({ form, change, errorOf }: StepProps) {
  const t = useText();
  const { system } = form;
  const set = (part: Partial<RegistrationForm['system']>) =>
    change((now) => ({ ...now, system: { ...now.system, ...part } }));
  return (
    <>
      <TextField
        id="system-name"
        label={t(labels['system.name'])}
        error={errorOf('system.name')}
        required
        maxLength={100}
        value={system.name}
        onChange={(name) => set({ name })}
      />
      <fieldset className="field" style={{ maxWidth: 'none' }}>
        <legend>{t(texts.place)}</legend>
        <DivisionFields
          id="system-place"
          value={system.place}
          error={errorOf('system.countyCode') ?? errorOf('system.streetCode')}
          onChange={(place) => set({ place })}
        />
      </fieldset>
      <TextField
        id="system-addressDetail"
        label={t(texts.addressDetail)}
        error={errorOf('system.addressDetail')}
        required
        maxLength={200}
        value={system.addressDetail}
        onChange={(addressDetail) => set({ addressDetail })}
      />
      <NumberField
        id="system-deviceCount"
        label={t(labels['system.deviceCount'])}
        hint={t(texts.deviceCountHint)}
        error={errorOf('system.deviceCount')}
        required
        value={system.deviceCount}
        onChange={(deviceCount) => set({ deviceCount })}
      />
      <RadioField
        id="system-hasSnapshot"
        label={t(labels['system.hasSnapshot'])}
        error={errorOf('system.hasSnapshot')}
        required
        value={system.hasSnapshot}
        options={[
          { value: 'yes', label: t(shared.yes) },
          { value: 'no', label: t(shared.no) },
        ]}
        onChange={(hasSnapshot) => set({ hasSnapshot })}
      />
      <NumberField
        id="system-retentionDays"
        label={t(labels['system.retentionDays'])}
        hint={t(texts.retentionHint)}
        error={errorOf('system.retentionDays')}
        required
        unit={t(texts.days)}
        value={system.retentionDays}
        onChange={(retentionDays) => set({ retentionDays })}
      />
      <TextField
        id="system-safetyOfficerName"
        label={t(labels['system.safetyOfficerName'])}
        error={errorOf('system.safetyOfficerName')}
        required
        maxLength={50}
        value={system.safetyOfficerName}
        onChange={(safetyOfficerName) => set({ safetyOfficerName })}
      />
      <TextField
        id="system-safetyOfficerPhone"
        label={t(labels['system.safetyOfficerPhone'])}
        hint={t(texts.phoneHint)}
        error={errorOf('system.safetyOfficerPhone')}
        required
        inputMode="tel"
        maxLength={20}
        value={system.safetyOfficerPhone}
        onChange={(safetyOfficerPhone) => set({ safetyOfficerPhone })}
      />
      <DateField
        id="system-firstUseOn"
        label={t(labels['system.firstUseOn'])}
        hint={t(texts.firstUseHint)}
        error={errorOf('system.firstUseOn')}
        value={system.firstUseOn}
        onChange={(firstUseOn) => set({ firstUseOn })}
      />
      <TextField
        id="system-remarks"
        label={t(labels['system.remarks'])}
        hint={t(texts.optional)}
        error={errorOf('system.remarks')}
        rows={3}
        maxLength={500}
        value={system.remarks}
        onChange={(remarks) => set({ remarks })}
      />
    </>
  );
}
