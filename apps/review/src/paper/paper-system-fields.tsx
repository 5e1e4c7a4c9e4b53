import { correctableFieldLabels as labels } from '@beian/contracts/correctable-fields.ts';
import { DivisionFields } from '@beian/ui/divisions/division-fields.tsx';
import { RadioField, TextField } from '@beian/ui/forms/field.tsx';
import { NumberField } from '@beian/ui/forms/number-field.tsx';
import { shared } from '@beian/ui/frame/texts.ts';
import { useText } from '@beian/ui/language/language.tsx';
import { idOf } from './paper-form.ts';
import type { PaperFieldsProps } from './paper-unit-fields.tsx';
import { texts } from './texts.ts';

/** The system as its papers describe it (M050–M062). */
export function PaperSystemFields({ form, set, errorOf }: PaperFieldsProps) {
  const t = useText();
  return (
    <>
      <TextField
        id={idOf('system.name')}
        label={t(labels['system.name'])}
        error={errorOf('system.name')}
        required
        maxLength={100}
        value={form.systemName}
        onChange={(systemName) => set({ systemName })}
      />
      <fieldset className="field" style={{ maxWidth: 'none' }}>
        <legend>{t(texts.place)}</legend>
        <DivisionFields
          id="paper-place"
          value={form.place}
          error={errorOf('system.countyCode') ?? errorOf('system.streetCode')}
          onChange={(place) => set({ place })}
        />
      </fieldset>
      <TextField
        id={idOf('system.addressDetail')}
        label={t(texts.addressDetail)}
        error={errorOf('system.addressDetail')}
        required
        maxLength={200}
        value={form.addressDetail}
        onChange={(addressDetail) => set({ addressDetail })}
      />
      <NumberField
        id={idOf('system.deviceCount')}
        label={t(labels['system.deviceCount'])}
        error={errorOf('system.deviceCount')}
        required
        value={form.deviceCount}
        onChange={(deviceCount) => set({ deviceCount })}
      />
      <RadioField
        id={idOf('system.hasSnapshot')}
        label={t(labels['system.hasSnapshot'])}
        error={errorOf('system.hasSnapshot')}
        required
        value={form.hasSnapshot}
        options={[
          { value: 'yes', label: t(shared.yes) },
          { value: 'no', label: t(shared.no) },
        ]}
        onChange={(hasSnapshot) => set({ hasSnapshot })}
      />
      <NumberField
        id={idOf('system.retentionDays')}
        label={t(labels['system.retentionDays'])}
        error={errorOf('system.retentionDays')}
        required
        unit={t(texts.days)}
        value={form.retentionDays}
        onChange={(retentionDays) => set({ retentionDays })}
      />
      <TextField
        id={idOf('system.safetyOfficerName')}
        label={t(labels['system.safetyOfficerName'])}
        error={errorOf('system.safetyOfficerName')}
        required
        maxLength={50}
        value={form.safetyOfficerName}
        onChange={(safetyOfficerName) => set({ safetyOfficerName })}
      />
      <TextField
        id={idOf('system.safetyOfficerPhone')}
        label={t(labels['system.safetyOfficerPhone'])}
        error={errorOf('system.safetyOfficerPhone')}
        required
        inputMode="tel"
        maxLength={20}
        value={form.safetyOfficerPhone}
        onChange={(safetyOfficerPhone) => set({ safetyOfficerPhone })}
      />
      <TextField
        id={idOf('system.remarks')}
        label={t(labels['system.remarks'])}
        error={errorOf('system.remarks')}
        rows={3}
        maxLength={500}
        value={form.remarks}
        onChange={(remarks) => set({ remarks })}
      />
    </>
  );
}
