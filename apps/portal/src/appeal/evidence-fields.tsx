import { maxEvidence } from '@beian/contracts/appeals.ts';
import type { StoredDocument } from '@beian/contracts/documents.ts';
import { FileField } from '@beian/ui/files/file-field.tsx';
import type { FieldError } from '@beian/ui/forms/error-summary.tsx';
import { useText } from '@beian/ui/language/language.tsx';
import { idOf } from './appeal-fields.tsx';
import { texts } from './texts.ts';

/** One to five files of evidence, uploaded as they are chosen; behind the last there is room for another. */
export function EvidenceFields(props: {
  value: StoredDocument[];
  /** By the path behind `evidenceIds`, empty for the whole. */
  errorOf: (path: string) => FieldError | undefined;
  onChange: (value: StoredDocument[]) => void;
}) {
  const { value, errorOf, onChange } = props;
  const t = useText();
  const places = Math.min(value.length + 1, maxEvidence);
  return Array.from({ length: places }, (_, i) => (
    <FileField
      key={i}
      id={i === 0 ? idOf('evidenceIds') : idOf(`evidenceIds.${i}`)}
      kind="appeal_evidence"
      label={t(texts.evidence, { n: i + 1 })}
      hint={t(texts.evidenceHint)}
      accept="application/pdf,image/jpeg,image/png"
      required={i === 0}
      value={value[i]}
      error={errorOf(`.${i}`) ?? (i === 0 ? errorOf('') : undefined)}
      onChange={(document) =>
        onChange(
          document ? [...value.slice(0, i), document, ...value.slice(i + 1)] : value.filter((__, at) => at !== i),
        )
      }
    />
  ));
}
