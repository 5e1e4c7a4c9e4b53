import { maxPublicEvidence } from '@beian/contracts/appeals.ts';
import { correctableFieldLabels as fields } from '@beian/contracts/correctable-fields.ts';
import { Button } from '@beian/ui/forms/button.tsx';
import { Star } from '@beian/ui/forms/field.tsx';
import type { FieldError } from '@beian/ui/forms/error-summary.tsx';
import { useUnmended } from '@beian/ui/forms/use-unmended.ts';
import { useText } from '@beian/ui/language/language.tsx';
import { idOf } from './appeal-fields.tsx';
import { texts } from './texts.ts';

/** Evidence without sign-in: the files stay in the browser until the appeal is lodged. */
export function EvidenceFiles(props: {
  value: File[];
  error: FieldError | undefined;
  onChange: (value: File[]) => void;
}) {
  const { value, onChange } = props;
  const error = useUnmended(props.error, value);
  const t = useText();
  const id = idOf('file');
  return (
    <div className="file-field">
      <label htmlFor={id}>
        <Star />
        {t(fields['appeal.evidenceIds'])}
      </label>
      <p className="hint" id={`${id}-hint`}>
        {t(texts.publicEvidenceHint)}
      </p>
      {error && (
        <p className="field-error" id={`${id}-error`} role="alert">
          {error.message}
        </p>
      )}
      <input
        id={id}
        className="file-input"
        type="file"
        multiple
        accept="application/pdf,image/jpeg,image/png"
        aria-invalid={error !== undefined}
        aria-describedby={`${id}-hint ${error ? `${id}-error` : ''}`}
        onChange={(event) => {
          const chosen = [...(event.target.files ?? [])];
          event.target.value = '';
          onChange([...value, ...chosen].slice(0, maxPublicEvidence));
        }}
      />
      <label htmlFor={id} className="file-button" aria-hidden="true">
        {t(texts.choose)}
      </label>
      {value.map((file, i) => (
        <p key={`${file.name}-${i}`} className="file-line" role="status">
          <span>{file.name}</span>
          <Button
            size="small"
            aria-label={t(texts.remove, { name: file.name })}
            onClick={() => onChange(value.filter((_, at) => at !== i))}
          >
            {t(texts.removeShort)}
          </Button>
        </p>
      ))}
    </div>
  );
}
