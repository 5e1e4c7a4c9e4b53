import type { ReactNode } from 'react';
import { correctableFieldLabels as labels, type Unlocked } from '@beian/contracts/correctable-fields.ts';
import { documentKindLabels, unitAttachmentKinds } from '@beian/contracts/vocabulary.ts';
import { DeviceTableField } from '@beian/ui/devices/device-table-field.tsx';
import { DictionaryField } from '@beian/ui/dictionaries/dictionary-field.tsx';
import { useDictionaries } from '@beian/ui/dictionaries/use-dictionaries.ts';
import { DivisionFields } from '@beian/ui/divisions/division-fields.tsx';
import { FileField } from '@beian/ui/files/file-field.tsx';
import type { FieldError } from '@beian/ui/forms/error-summary.tsx';
import { DateField } from '@beian/ui/forms/date-field.tsx';
import { RadioField, TextField } from '@beian/ui/forms/field.tsx';
import { NumberField } from '@beian/ui/forms/number-field.tsx';
import { shared } from '@beian/ui/frame/texts.ts';
import { useText } from '@beian/ui/language/language.tsx';
import { texts as formTexts } from '../registration/texts.ts';
import { TransferCorrection } from '../transfer/transfer-correction.tsx';
import type { Corrected, CorrectionForm } from './correction-form.ts';
import { texts } from './texts.ts';

type Fields = {
  application: Corrected;
  unlocked: Unlocked;
  form: CorrectionForm;
  set: (part: Partial<CorrectionForm>) => void;
  errorOf: (path: string) => FieldError | undefined;
};

/** The fields that the notice unlocks, with what stood there before; nothing else can be touched. */
export function CorrectionFields({ application, unlocked, form, set, errorOf }: Fields) {
  const t = useText();
  const { labelOf } = useDictionaries();
  const { unit, system } = application.content;
  const was = (value: string | number | undefined) => t(texts.was, { value: value || t(shared.none) });
  const base = (path: keyof typeof labels, before: string | number | undefined) => ({
    id: path.replaceAll('.', '-'),
    label: t(labels[path]),
    hint: was(before),
    error: errorOf(path),
  });
  const unitFields: Record<string, ReactNode> = {
    uscc: <TextField {...base('unit.uscc', unit.uscc)} value={form.uscc} onChange={(uscc) => set({ uscc })} />,
    type: (
      <DictionaryField
        dictionary="unit_type"
        {...base('unit.type', labelOf('unit_type', unit.type))}
        value={form.type}

        onChange={(type) => set({ type })}
      />
    ),
    name: <TextField {...base('unit.name', unit.name)} value={form.name} onChange={(name) => set({ name })} />,
    headName: (
      <TextField
        {...base('unit.headName', unit.headName)}
        value={form.headName}
        onChange={(headName) => set({ headName })}
      />
    ),
  };
  const systemFields: Record<string, ReactNode> = {
    name: (
      <TextField
        {...base('system.name', system.name)}
        value={form.systemName}
        onChange={(systemName) => set({ systemName })}
      />
    ),
    countyCode: (
      <fieldset className="field" style={{ maxWidth: 'none' }}>
        <legend>{t(labels['system.address'])}</legend>
        <p className="hint">{was(`${system.divisionName}${system.addressDetail}`)}</p>
        <DivisionFields
          id="system-place"
          value={form.place}
          error={errorOf('system.countyCode') ?? errorOf('system.address')}
          onChange={(place) => set({ place })}
        />
        <TextField
          id="system-addressDetail"
          label={t(formTexts.addressDetail)}
          error={errorOf('system.addressDetail')}
          value={form.addressDetail}
          onChange={(addressDetail) => set({ addressDetail })}
        />
      </fieldset>
    ),
    deviceCount: (
      <NumberField
        {...base('system.deviceCount', system.deviceCount)}
        value={form.deviceCount}
        onChange={(deviceCount) => set({ deviceCount })}
      />
    ),
    hasSnapshot: (
      <RadioField
        {...base('system.hasSnapshot', t(system.hasSnapshot ? shared.yes : shared.no))}
        value={form.hasSnapshot}
        options={[
          { value: 'yes', label: t(shared.yes) },
          { value: 'no', label: t(shared.no) },
        ]}
        onChange={(hasSnapshot) => set({ hasSnapshot })}
      />
    ),
    retentionDays: (
      <NumberField
        {...base('system.retentionDays', system.retentionDays)}
        unit={t(formTexts.days)}
        value={form.retentionDays}
        onChange={(retentionDays) => set({ retentionDays })}
      />
    ),
    safetyOfficerName: (
      <TextField
        {...base('system.safetyOfficerName', system.safetyOfficerName)}
        value={form.safetyOfficerName}
        onChange={(safetyOfficerName) => set({ safetyOfficerName })}
      />
    ),
    safetyOfficerPhone: (
      <TextField
        {...base('system.safetyOfficerPhone', system.safetyOfficerPhone)}
        inputMode="tel"
        value={form.safetyOfficerPhone}
        onChange={(safetyOfficerPhone) => set({ safetyOfficerPhone })}
      />
    ),
    deviceTableId: (
      <DeviceTableField
        deviceCount={form.deviceCount}
        value={form.deviceTable}
        error={errorOf('system.deviceTableId')}
        onChange={(deviceTable) => set({ deviceTable })}
      />
    ),
    firstUseOn: (
      <DateField
        {...base('system.firstUseOn', system.firstUseOn)}
        value={form.firstUseOn}
        onChange={(firstUseOn) => set({ firstUseOn })}
      />
    ),
    remarks: (
      <TextField
        {...base('system.remarks', system.remarks)}
        rows={3}
        maxLength={500}
        value={form.remarks}
        onChange={(remarks) => set({ remarks })}
      />
    ),
  };
  const cancellationFields: Record<string, ReactNode> = {
    reason: (
      <TextField
        {...base('cancellation.reason', application.content.cancellation?.reason)}
        rows={4}
        maxLength={500}
        value={form.cancellationReason}
        onChange={(cancellationReason) => set({ cancellationReason })}
      />
    ),
    authorisationId: (
      <FileField
        id="cancellation-authorisationId"
        kind="cancellation_authorisation"
        label={t(labels['cancellation.authorisationId'])}
        hint={t(formTexts.attachmentHint)}
        accept="application/pdf,image/jpeg,image/png"
        value={form.cancellationFile}
        error={errorOf('cancellation.authorisationId')}
        onChange={(cancellationFile) => set({ cancellationFile })}
      />
    ),
  };
  return (
    <>
      <TransferCorrection
        transfer={application.content.transfer}
        unlocked={unlocked.transfer}
        form={form}
        set={set}
        errorOf={errorOf}
      />
      {unlocked.cancellation.map((key) => (
        <div key={key}>{cancellationFields[key]}</div>
      ))}
      {unlocked.unit.map((key) => (
        <div key={key}>{unitFields[key]}</div>
      ))}
      {unitAttachmentKinds
        .filter((kind) => unlocked.attachments.includes(kind))
        .map((kind) => (
          <FileField
            key={kind}
            id={`attachments-${kind}`}
            kind={kind}
            label={t(documentKindLabels[kind])}
            hint={t(formTexts.attachmentHint)}
            accept="application/pdf,image/jpeg,image/png"
            value={form.files[kind]}
            error={errorOf(`attachments.${kind}`)}
            onChange={(document) => set({ files: { ...form.files, [kind]: document } })}
          />
        ))}
      {unlocked.system.map((key) => (
        <div key={key}>{systemFields[key]}</div>
      ))}
    </>
  );
}
