import { Select } from 'antd';
import { Field, type FieldProps } from './field.tsx';

/** One of many options, found by typing. */
export function ChoiceField<T extends string>(
  props: FieldProps & {
    value: T | undefined;
    options: readonly { value: T; label: string; disabled?: boolean }[];
    onChange: (value: T) => void;
  },
) {
  const { value, options, onChange, ...field } = props;
  return (
    <Field {...field} value={value}>
      {(aria) => (
        <Select<T>
          {...aria}
          style={{ width: '100%', maxWidth: 480 }}
          showSearch={{ optionFilterProp: 'label' }}
          value={value ?? null}
          options={[...options]}
          onChange={onChange}
        />
      )}
    </Field>
  );
}
