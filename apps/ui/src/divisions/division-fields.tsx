import { Select } from 'antd';
import type { FieldError } from '../forms/error-summary.tsx';
import { Field } from '../forms/field.tsx';
import { useText } from '../language/language.tsx';
import { useDivisionLevels, type Level } from './use-division-levels.ts';

const optional = { zh: '选填', en: 'Optional' };
export type Place = { countyCode?: string | undefined; streetCode?: string | undefined };

/** 所在地址: province, city, county and, if wished, street, each found by typing. */
export function DivisionFields(props: {
  id: string;
  /** A code of 2, 4, 6 or 9 digits: what has been chosen so far. */
  value: string | undefined;
  error?: FieldError | undefined;
  /** A province or a city will do, too; no street is asked for. */
  anyLevel?: boolean;
  onChange: (code: string | undefined) => void;
}) {
  const { id, value, error, anyLevel = false, onChange } = props;
  const mayBeEmpty = (level: Level) => level === 'street' || (anyLevel && level !== 'province');
  const shownAt = anyLevel ? 'province' : 'county';
  const t = useText();
  return (
    <div style={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(200px, 1fr))', gap: '0 16px' }}>
      {useDivisionLevels(value, !anyLevel).map(({ level, label, code, above, disabled, loading, divisions }) => (
        <Field
          key={level}
          id={`${id}-${level}`}
          label={label}
          required={!mayBeEmpty(level)}
          value={code}
          error={level === shownAt ? error : undefined}
        >
          {(aria) => (
            <Select
              {...aria}
              style={{ width: '100%' }}
              showSearch={{ optionFilterProp: 'label' }}
              allowClear={mayBeEmpty(level)}
              disabled={disabled}
              loading={loading}
              placeholder={mayBeEmpty(level) && above ? t(optional) : ''}
              value={code ?? null}
              options={divisions.map((division) => ({ value: division.code, label: division.name }))}
              onChange={(chosen: string | null | undefined) => onChange(chosen ?? above)}
            />
          )}
        </Field>
      ))}
    </div>
  );
}
