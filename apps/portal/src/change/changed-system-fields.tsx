import type { ReactNode } from 'react';
import type { ApplicationContent } from '@beian/contracts/applications.ts';
import { correctableFieldLabels as labels, type CorrectableField } from '@beian/contracts/correctable-fields.ts';
import { DeviceTableField } from '@beian/ui/devices/device-table-field.tsx';
import { DivisionFields } from '@beian/ui/divisions/division-fields.tsx';
import type { FieldError } from '@beian/ui/forms/error-summary.tsx';
import { RadioField, TextField } from '@beian/ui/forms/field.tsx';
import { NumberField } from '@beian/ui/forms/number-field.tsx';
import { shared } from '@beian/ui/frame/texts.ts';
import { useText } from '@beian/ui/language/language.tsx';
import { commonValue, type SystemValues } from './system-values.ts';
import { texts } from './texts.ts';

/** Keys of the form, each the field of the same name; `countyCode` stands for the whole address. */
export const systemKeys = [
  'name',
  'countyCode',
  'deviceCount',
  'hasSnapshot',
  'retentionDays',
  'safetyOfficerName',
  'safetyOfficerPhone',
  'deviceTableId',
  'remarks',
] as const;

type Key = (typeof systemKeys)[number];
const fieldOfKey = (key: Key): CorrectableField => (key === 'countyCode' ? 'system.address' : `system.${key}`);

/** What may be changed of a system (M083), or of that only `keys`; each field says what stands in the filings now. */
export function ChangedSystemFields(props: {
  values: SystemValues;
  /** The filings as they are, as far as they are known. */
  contents: readonly ApplicationContent[];
  keys?: readonly string[];
  set: (part: Partial<SystemValues>) => void;
  /** By the key of the field. */
  errorOf: (key: string) => FieldError | undefined;
}) {
  const { values, contents, keys = systemKeys, set, errorOf } = props;
  const t = useText();
  const now = (read: (system: ApplicationContent['system']) => string | number): string | undefined => {
    if (contents.length === 0) return undefined;
    const value = commonValue(contents, read);
    return t(texts.now, { value: value === undefined ? t(texts.nowDiffer) : value || t(shared.none) });
  };
  const base = (key: Key, hint: string | undefined) => ({
    id: `change-system-${key}`,
    label: t(labels[fieldOfKey(key)]),
    hint,
    error: errorOf(key),
  });
  const fields: Record<Key, ReactNode> = {
    name: (
      <TextField
        {...base(
          'name',
          now((s) => s.name),
        )}
        maxLength={100}
        value={values.name}
        onChange={(name) => set({ name })}
      />
    ),
    countyCode: (
      <fieldset className="field" style={{ maxWidth: 'none' }}>
        <legend>{t(texts.place)}</legend>
        <p className="hint">{now((s) => `${s.divisionName}${s.addressDetail}`)}</p>
        <p className="hint">{t(texts.movesHint)}</p>
        <DivisionFields
          id="change-system-place"
          value={values.place}
          error={errorOf('countyCode') ?? errorOf('streetCode')}
          onChange={(place) => set({ place })}
        />
        <TextField
          id="change-system-addressDetail"
          label={t(texts.addressDetail)}
          error={errorOf('addressDetail')}
          maxLength={200}
          value={values.addressDetail}
          onChange={(addressDetail) => set({ addressDetail })}
        />
      </fieldset>
    ),
    deviceCount: (
      <NumberField
        {...base(
          'deviceCount',
          now((s) => s.deviceCount),
        )}
        value={values.deviceCount}
        onChange={(deviceCount) => set({ deviceCount })}
      />
    ),
    hasSnapshot: (
      <RadioField
        {...base(
          'hasSnapshot',
          now((s) => t(s.hasSnapshot ? shared.yes : shared.no)),
        )}
        value={values.hasSnapshot ?? 'keep'}
        options={[
          { value: 'keep', label: t(texts.keep) },
          { value: 'yes', label: t(shared.yes) },
          { value: 'no', label: t(shared.no) },
        ]}
        onChange={(value) => set({ hasSnapshot: value === 'keep' ? undefined : value })}
      />
    ),
    retentionDays: (
      <NumberField
        {...base(
          'retentionDays',
          now((s) => s.retentionDays),
        )}
        unit={t(texts.days)}
        value={values.retentionDays}
        onChange={(retentionDays) => set({ retentionDays })}
      />
    ),
    safetyOfficerName: (
      <TextField
        {...base(
          'safetyOfficerName',
          now((s) => s.safetyOfficerName),
        )}
        maxLength={50}
        value={values.safetyOfficerName}
        onChange={(safetyOfficerName) => set({ safetyOfficerName })}
      />
    ),
    safetyOfficerPhone: (
      <TextField
        {...base(
          'safetyOfficerPhone',
          now((s) => s.safetyOfficerPhone),
        )}
        inputMode="tel"
        maxLength={20}
        value={values.safetyOfficerPhone}
        onChange={(safetyOfficerPhone) => set({ safetyOfficerPhone })}
      />
    ),
    deviceTableId: (
      <DeviceTableField
        id="change-system-deviceTableId"
        required={false}
        deviceCount={values.deviceCount ?? deviceCountOf(contents)}
        value={values.deviceTable}
        error={errorOf('deviceTableId')}
        onChange={(deviceTable) => set({ deviceTable })}
      />
    ),
    remarks: (
      <TextField
        {...base(
          'remarks',
          now((s) => s.remarks ?? ''),
        )}
        rows={3}
        maxLength={500}
        value={values.remarks}
        onChange={(remarks) => set({ remarks })}
      />
    ),
  };
  return systemKeys.filter((key) => keys.includes(key)).map((key) => <div key={key}>{fields[key]}</div>);
}

const deviceCountOf = (contents: readonly ApplicationContent[]): number | undefined => {
  const count = commonValue(contents, (system) => system.deviceCount);
  return typeof count === 'number' ? count : undefined;
};
