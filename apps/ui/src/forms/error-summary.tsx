import { useEffect, useRef } from 'react';
import { correctableFieldLabels, correctableFields, fieldOfKey } from '@beian/contracts/correctable-fields.ts';
import { useText } from '../language/language.tsx';
import { shared } from '../frame/texts.ts';

/** One wrong field: `path` like `system.name`, and the message. */
export type FieldError = { path: string; message: string };

const controls = 'input,textarea,select,button';

/** Goes to a field: its input, or the first control inside the element of that id; where it waits for another choice, to that one. */
export function focusField(id: string): void {
  const element = document.getElementById(id);
  const control = element?.matches(controls) ? element : element?.querySelector<HTMLElement>(controls);
  const goal = (control?.matches(':disabled') ? lastOpenBefore(control) : undefined) ?? control ?? element;
  goal?.scrollIntoView({ block: 'center' });
  goal?.focus();
}

/** The last control of the same group, before this one, that can be used. */
function lastOpenBefore(control: HTMLElement): HTMLElement | undefined {
  const group = [...(control.closest('fieldset')?.querySelectorAll<HTMLElement>(controls) ?? [])];
  return group.slice(0, group.indexOf(control)).findLast((one) => !one.matches(':disabled'));
}

/** Names the field, once: some messages name it themselves. */
const lineOf = (label: string | undefined, message: string, colon: string): string =>
  label === undefined || message.includes(label) ? message : `${label}${colon}${message}`;

/** The summary at the top of a form (GOV.UK's pattern): takes the focus when it appears, each line leads to its field. */
export function ErrorSummary(props: {
  errors: readonly FieldError[];
  idOf: (path: string) => string;
  /** What the form calls a field, where that is not the name of a correctable field. */
  labelOf?: (path: string) => string | undefined;
}) {
  const { errors, idOf } = props;
  const t = useText();
  const labelOf = (path: string) => {
    const field = fieldOfKey(path);
    const known = correctableFields.find((one) => one === field);
    return props.labelOf?.(path) ?? (known && t(correctableFieldLabels[known]));
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
              {lineOf(labelOf(error.path), error.message, t(shared.colon))}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
