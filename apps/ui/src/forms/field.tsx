import { Input, InputNumber, Radio, Select } from 'antd';
import type { ReactNode } from 'react';
import type { FieldError } from './error-summary.tsx';
import { useUnmended } from './use-unmended.ts';

type Described = { id: string; 'aria-invalid': boolean; 'aria-describedby': string | undefined; status: 'error' | '' };
type FieldProps = {
  id: string;
  label: string;
  hint?: string | undefined;
  error?: FieldError | undefined;
  required?: boolean;
};

/** A labelled control: the hint before it, the error in words until `value` changes, both read out with it. */
export function Field(props: FieldProps & { value: unknown; children: (aria: Described) => ReactNode }) {
  const { id, label, hint, required, value, children } = props;
  const error = useUnmended(props.error, value);
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div className="field">
      <label htmlFor={id}>
        {required && (
          <span aria-hidden="true" className="star">
            *{' '}
          </span>
        )}
        {label}
      </label>
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p className="field-error" id={`${id}-error`}>
          {error.message}
        </p>
      )}
      {children({
        id,
        'aria-invalid': error !== undefined,
        'aria-describedby': described || undefined,
        status: error ? 'error' : '',
      })}
    </div>
  );
}

/** A line of text, or several with `rows`. */
export function TextField(
  props: FieldProps & {
    value: string;
    onChange: (value: string) => void;
    rows?: number;
    maxLength?: number;
    inputMode?: 'text' | 'tel' | 'numeric';
    placeholder?: string;
    type?: string;
  },
) {
  const { value, onChange, rows, maxLength, inputMode, placeholder, type, ...field } = props;
  return (
    <Field {...field} value={value}>
      {(aria) =>
        rows ? (
          <Input.TextArea
            {...aria}
            rows={rows}
            value={value}
            {...(maxLength ? { maxLength, showCount: true } : {})}
            onChange={(event) => onChange(event.target.value)}
          />
        ) : (
          <Input
            {...aria}
            value={value}
            {...(maxLength ? { maxLength } : {})}
            {...(inputMode ? { inputMode } : {})}
            {...(placeholder ? { placeholder } : {})}
            {...(type ? { type } : {})}
            onChange={(event) => onChange(event.target.value)}
          />
        )
      }
    </Field>
  );
}

export function NumberField(
  props: FieldProps & { value: number | undefined; onChange: (value: number | undefined) => void; unit?: string },
) {
  const { value, onChange, unit, ...field } = props;
  return (
    <Field {...field} value={value}>
      {(aria) => (
        <InputNumber
          {...aria}
          style={{ width: 220 }}
          value={value ?? null}
          precision={0}
          {...(unit ? { suffix: unit } : {})}
          onChange={(given) => onChange(given ?? undefined)}
        />
      )}
    </Field>
  );
}

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

/** A few options at once, as radio buttons in a named group. */
export function RadioField<T extends string>(
  props: FieldProps & {
    value: T | undefined;
    options: readonly { value: T; label: ReactNode }[];
    onChange: (value: T) => void;
    vertical?: boolean;
  },
) {
  const { id, label, hint, required, value, options, onChange, vertical = false } = props;
  const error = useUnmended(props.error, value);
  return (
    <fieldset className="field" id={id} aria-describedby={error ? `${id}-error` : undefined}>
      <legend>
        {required && (
          <span aria-hidden="true" className="star">
            *{' '}
          </span>
        )}
        {label}
      </legend>
      {hint && <p className="hint">{hint}</p>}
      {error && (
        <p className="field-error" id={`${id}-error`}>
          {error.message}
        </p>
      )}
      <Radio.Group
        name={id}
        vertical={vertical}
        value={value}
        options={options.map((option) => ({ ...option }))}
        onChange={(event) => onChange(event.target.value as T)}
      />
    </fieldset>
  );
}
