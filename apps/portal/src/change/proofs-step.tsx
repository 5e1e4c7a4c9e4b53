import { correctableFieldLabels as labels } from '@beian/contracts/correctable-fields.ts';
import type { StoredDocument } from '@beian/contracts/documents.ts';
import { FileField } from '@beian/ui/files/file-field.tsx';
import type { FieldError } from '@beian/ui/forms/error-summary.tsx';
import { TextField } from '@beian/ui/forms/field.tsx';
import { useText } from '@beian/ui/language/language.tsx';
import type { ChangeForm } from './change-form.ts';
import { texts } from './texts.ts';

const scans = 'application/pdf,image/jpeg,image/png';
const maxProofs = 10;

/** 变更证明材料 (M095): the authorisation where it is needed, proofs, and what has changed and why. */
export function ProofsStep(props: {
  form: ChangeForm;
  personal: boolean;
  set: (part: Partial<ChangeForm>) => void;
  errors: readonly FieldError[];
}) {
  const { form, personal, set, errors } = props;
  const errorOf = (path: string) => errors.find((error) => error.path === path);
  // An agent needs it with a legal person's account too; the answer says so (I02).
  const sealed = personal || form.authorisation !== undefined || errorOf('authorisationId') !== undefined;
  return (
    <>
      {sealed && (
        <AuthorisationField
          required
          value={form.authorisation}
          error={errorOf('authorisationId')}
          onChange={(authorisation) => set({ authorisation })}
        />
      )}
      <ProofFields
        proofs={form.proofs}
        errorOf={(i) => errorOf(`proofIds.${i}`)}
        onChange={(proofs) => set({ proofs })}
      />
      <ExplanationField
        value={form.explanation}
        error={errorOf('explanation')}
        onChange={(explanation) => set({ explanation })}
      />
    </>
  );
}

/** The authorisation to change (M095–M097), with its template. */
export function AuthorisationField(props: {
  value: StoredDocument | undefined;
  required: boolean;
  error: FieldError | undefined;
  onChange: (document: StoredDocument | undefined) => void;
}) {
  const t = useText();
  return (
    <>
      <FileField
        id="change-authorisationId"
        kind="change_authorisation"
        label={t(labels['change.authorisationId'])}
        hint={t(texts.authorisationHint)}
        accept={scans}
        {...props}
      />
      <p>
        <a href="/api/templates/change-authorisation" download>
          {t(texts.template)}
        </a>
      </p>
    </>
  );
}

/** 相关证明材料 (M084): one field per file, and an empty one for the next. */
export function ProofFields(props: {
  proofs: readonly StoredDocument[];
  errorOf: (i: number) => FieldError | undefined;
  onChange: (proofs: StoredDocument[]) => void;
}) {
  const { proofs, errorOf, onChange } = props;
  const t = useText();
  const replace = (i: number, document: StoredDocument | undefined) =>
    onChange([...proofs.slice(0, i), ...(document ? [document] : []), ...proofs.slice(i + 1)]);
  return (
    <fieldset className="field" style={{ maxWidth: 'none' }}>
      <legend>{t(texts.proofs)}</legend>
      {[...proofs, undefined].slice(0, maxProofs).map((document, i) => (
        <FileField
          key={document?.id ?? 'next'}
          id={`change-proofIds-${i}`}
          kind="change_proof"
          label={t(texts.proofN, { n: i + 1 })}
          hint={t(texts.proofHint)}
          accept={scans}
          value={document}
          error={errorOf(i)}
          onChange={(next) => replace(i, next)}
        />
      ))}
    </fieldset>
  );
}

/** 变更说明 (M098). */
export function ExplanationField(props: {
  value: string;
  error: FieldError | undefined;
  onChange: (explanation: string) => void;
}) {
  const t = useText();
  return (
    <TextField
      id="change-explanation"
      label={t(labels['change.explanation'])}
      hint={t(texts.explanationHint)}
      required
      rows={4}
      maxLength={500}
      {...props}
    />
  );
}
