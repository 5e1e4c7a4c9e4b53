import { InputNumber } from 'antd';
import { Field, type FieldProps } from './field.tsx';

/** A whole number with its unit. */
export function NumberField(
  props: FieldProps & { value: number | undefined; onChange: (value: number | undefined) => void; unit?: string },
) {
  const { value, onChange, unit, ...field } = props;
  return (
    <Field {...field} value={value}>
      {(aria) => (
        <InputNumber
          {...aria}
          style={{ width: '14em', maxWidth: '100%' }}
          value={value ?? null}
          precision={0}
          {...(unit ? { suffix: unit } : {})}
          onChange={(given) => onChange(given ?? undefined)}
        />
      )}
    </Field>
  );
}
