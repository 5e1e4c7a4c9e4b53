import type { FieldError } from '../forms/error-summary.tsx';
import { Field } from '../forms/field.tsx';
import { useText } from '../language/language.tsx';
import { useDivisionLevels } from './use-division-levels.ts';

const choose = { zh: '请选择', en: 'Choose' };

/** The place of an organ, down to the county, with the lists of the browser: on a phone they are the easiest to use. */
export function DivisionSelects(props: {
  id: string;
  /** A code of 2, 4 or 6 digits: what has been chosen so far. */
  value: string | undefined;
  error?: FieldError | undefined;
  onChange: (code: string | undefined) => void;
}) {
  const { id, value, error, onChange } = props;
  const t = useText();
  return (
    <div className="selects">
      {useDivisionLevels(value, false).map(({ level, label, code, above, disabled, loading, divisions }) => (
        <Field
          key={level}
          id={`${id}-${level}`}
          label={label}
          required
          value={code}
          error={level === 'county' ? error : undefined}
        >
          {({ status: _, ...aria }) => (
            <select
              {...aria}
              className="text-input"
              disabled={disabled}
              aria-busy={loading || undefined}
              value={code ?? ''}
              onChange={(event) => onChange(event.target.value || above)}
            >
              <option value="">{t(choose)}</option>
              {divisions.map((division) => (
                <option key={division.code} value={division.code}>
                  {division.name}
                </option>
              ))}
            </select>
          )}
        </Field>
      ))}
    </div>
  );
}
