import { useEffect, useRef } from 'react';
import { correctableFieldLabels, correctableFields, fieldOfKey } from '@beian/contracts/correctable-fields.ts';
import { useText } from '../language/language.tsx';
import { shared } from '../frame/texts.ts';

/** One wrong field: `path` like `system.name`, the message, and what the form calls the field. */
export type FieldError = { path: string; message: string; label?: string | undefined };

/** Goes to a field: its input, or the first control inside the element of that id. */
export function focusField(id: string): void {
  const element = document.getElementById(id);
  const control = element?.matches('input,textarea,select,button')
    ? element
    : element?.querySelector<HTMLElement>('input,textarea,select,button');
  (control ?? element)?.scrollIntoView({ block: 'center' });
  (control ?? element)?.focus();
}

/** The summary at the top of a form (GOV.UK's pattern): takes the focus when it appears, each line leads to its field. */
export function ErrorSummary({ errors, idOf }: { errors: readonly FieldError[]; idOf: (path: string) => string }) {
  const t = useText();
  // The name that the form gives the field, unless the caller knows better.
  const labelOf = ({ path, label }: FieldError) => {
    const field = fieldOfKey(path);
    const known = correctableFields.find((one) => one === field);
    return label ?? (known && t(correctableFieldLabels[known]));
  };
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (errors.length > 0) box.current?.focus();
  }, [errors]);
  if (errors.length === 0) return null;
  return (
    <div className="error-summary" role="alert" tabIndex={-1} ref={box} aria-labelledby="error-summary-title">
      <h2 id="error-summary-title">{t(shared.problemsTitle)}</h2>
      <ul>
        {errors.map((error) => (
          <li key={error.path + error.message}>
            <button type="button" onClick={() => focusField(idOf(error.path))}>
              {[labelOf(error), error.message].filter(Boolean).join(':')}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
