import type { ApplicationContent } from '@beian/contracts/applications.ts';
import { correctableFieldLabels as labels } from '@beian/contracts/correctable-fields.ts';
import { FileField } from '@beian/ui/files/file-field.tsx';
import type { FieldError } from '@beian/ui/forms/error-summary.tsx';
import { TextField } from '@beian/ui/forms/field.tsx';
import { shared } from '@beian/ui/frame/texts.ts';
import { useText } from '@beian/ui/language/language.tsx';
import type { CorrectionForm } from '../applications/correction-form.ts';
import { texts as applicationTexts } from '../applications/texts.ts';
import { texts } from './texts.ts';

/** The fields of a transfer that the notice unlocks. The recipient is typed anew: what was typed comes back masked. */
export function TransferCorrection(props: {
  transfer: ApplicationContent['transfer'];
  unlocked: readonly string[];
  form: CorrectionForm;
  set: (part: Partial<CorrectionForm>) => void;
  errorOf: (path: string) => FieldError | undefined;
}) {
  const { transfer, unlocked, form, set, errorOf } = props;
  const t = useText();
  const field = (key: 'recipientName' | 'recipientIdNumber' | 'description') => ({
    id: `transfer-${key}`,
    label: t(labels[`transfer.${key}`]),
    hint: t(applicationTexts.was, { value: transfer?.[key] || t(shared.none) }),
    error: errorOf(`transfer.${key}`),
  });
  return (
    <>
      {unlocked.includes('recipientName') && (
        <TextField
          {...field('recipientName')}
          maxLength={50}
          value={form.recipientName}
          onChange={(recipientName) => set({ recipientName })}
        />
      )}
      {unlocked.includes('recipientIdNumber') && (
        <TextField
          {...field('recipientIdNumber')}
          maxLength={20}
          value={form.recipientIdNumber}
          onChange={(recipientIdNumber) => set({ recipientIdNumber })}
        />
      )}
      {unlocked.includes('description') && (
        <TextField
          {...field('description')}
          rows={4}
          maxLength={500}
          value={form.transferDescription}
          onChange={(transferDescription) => set({ transferDescription })}
        />
      )}
      {unlocked.includes('formId') && (
        <FileField
          id="transfer-formId"
          kind="transfer_form"
          label={t(labels['transfer.formId'])}
          hint={t(texts.formHint)}
          accept="application/pdf,image/jpeg,image/png"
          value={form.transferFile}
          error={errorOf('transfer.formId')}
          onChange={(transferFile) => set({ transferFile })}
        />
      )}
    </>
  );
}
