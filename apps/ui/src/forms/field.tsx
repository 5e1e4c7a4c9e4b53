import type { ReactNode } from 'react';
import './controls.css';
import type { FieldError } from './error-summary.tsx';
import { useUnmended } from './use-unmended.ts';

type Described = { id: string; 'aria-invalid': boolean; 'aria-describedby': string | undefined; status: 'error' | '' };
export type FieldProps = {
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
        {required && <Star />}
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

/** The mark of what must be given; said by the error, not by the mark. */
export const Star = () => (
  <span aria-hidden="true" className="star">
    *{' '}
  </span>
);

/** A line of text, or several with `rows`, which count their characters. */
export function TextField(
  props: FieldProps & {
    value: string;
    onChange: (value: string) => void;
    rows?: number;
    maxLength?: number;
    inputMode?: 'text' | 'tel' | 'numeric';
    placeholder?: string;
    type?: string;
    autoComplete?: string;
  },
) {
  const { value, onChange, rows, maxLength, inputMode, placeholder, type, autoComplete, ...field } = props;
  return (
    <Field {...field} value={value}>
      {({ status: _, ...aria }) => {
        const given = { ...aria, className: 'text-input', value, maxLength, placeholder, autoComplete };
        return rows ? (
          <>
            <textarea {...given} rows={rows} onChange={(event) => onChange(event.target.value)} />
            {maxLength !== undefined && (
              <span className="field-count">
                {value.length} / {maxLength}
              </span>
            )}
          </>
        ) : (
          <input {...given} type={type} inputMode={inputMode} onChange={(event) => onChange(event.target.value)} />
        );
      }}
    </Field>
  );
}

/** A few options at once, as radio buttons in a named group. */
export function RadioField<T extends string>(
  props: FieldProps & {
    value: T | undefined;
    options: readonly { value: T; label: ReactNode; disabled?: boolean }[];
    onChange: (value: T) => void;
    vertical?: boolean;
  },
) {
  const { id, label, hint, required, value, options, onChange, vertical = false } = props;
  const error = useUnmended(props.error, value);
  return (
    <fieldset className="field" id={id} aria-describedby={error ? `${id}-error` : undefined}>
      <legend>
        {required && <Star />}
        {label}
      </legend>
      {hint && <p className="hint">{hint}</p>}
      {error && (
        <p className="field-error" id={`${id}-error`}>
          {error.message}
        </p>
      )}
      <div className={vertical ? 'radios radios-vertical' : 'radios'}>
        {options.map((option) => (
          <label key={option.value} className="radio">
            <input
              type="radio"
              name={id}
              value={option.value}
              checked={value === option.value}
              disabled={option.disabled}
              onChange={() => onChange(option.value)}
            />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
