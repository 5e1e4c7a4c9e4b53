import { Checkbox } from 'antd';
import type { FieldError } from './error-summary.tsx';
import { useUnmended } from './use-unmended.ts';

/** One box to tick, such as a declaration; its error stands above it until it is ticked. */
export function ConfirmField(props: {
  id: string;
  label: string;
  error: FieldError | undefined;
  checked: boolean;
  onChange: (checked: boolean) => void;
}) {
  const { id, label, checked, onChange } = props;
  const error = useUnmended(props.error, checked);
  return (
    <div className="field confirm-field">
      {error && (
        <p className="field-error" id={`${id}-error`}>
          {error.message}
        </p>
      )}
      <Checkbox
        id={id}
        checked={checked}
        aria-describedby={error ? `${id}-error` : undefined}
        onChange={(event) => onChange(event.target.checked)}
      >
        {label}
      </Checkbox>
    </div>
  );
}
