import { Button } from 'antd';
import { correctableFieldLabels as labels } from '@beian/contracts/correctable-fields.ts';
import { TransferSubmission } from '@beian/contracts/transfers.ts';
import { FileField } from '@beian/ui/files/file-field.tsx';
import { ErrorSummary } from '@beian/ui/forms/error-summary.tsx';
import { TextField } from '@beian/ui/forms/field.tsx';
import { Dialog } from '@beian/ui/frame/dialog.tsx';
import { Page, ProblemAlert } from '@beian/ui/frame/page.tsx';
import { useText } from '@beian/ui/language/language.tsx';
import { DraftConflict } from '../drafts/draft-conflict.tsx';
import { DraftState } from '../drafts/draft-state.tsx';
import type { useDraft } from '../drafts/use-draft.ts';
import { useOnePageForm } from '../drafts/use-one-page-form.ts';
import { portal } from '../frame/texts.ts';
import type { TransferValues } from './transfer-page.tsx';
import { texts } from './texts.ts';

const idOf = (path: string) => `transfer-${path}`;
const asked = ['recipientName', 'recipientIdNumber', 'description', 'formId'] as const;
const labelOf = (path: string) => {
  const field = asked.find((one) => one === path);
  return field ? labels[`transfer.${field}`] : texts.number;
};

/** The one page of the form: which filing, to whom, why, the sealed form; asked once more before it is sent. */
export function TransferForm(props: {
  draftId: string;
  start: TransferValues;
  draft: ReturnType<typeof useDraft<TransferValues>>;
}) {
  const { draftId, draft } = props;
  const t = useText();
  const { form, set, errors, problem, busy, ask, question } = useOnePageForm(props, TransferSubmission, (values) => ({
    kind: 'transfer',
    filingNumber: values.filingNumber.trim(),
    recipientName: values.recipientName.trim(),
    recipientIdNumber: values.recipientIdNumber.trim(),
    description: values.description.trim(),
    ...(values.form ? { formId: values.form.id } : {}),
    confirmed: true,
    draftId,
  }));
  const field = (path: string, hint: { zh: string; en: string }) => ({
    id: idOf(path),
    label: t(labelOf(path)),
    hint: t(hint),
    error: errors.find((error) => error.path === path),
    required: true,
  });
  return (
    <Page title={t(texts.title)} system={t(portal.name)} wrong={errors.length > 0}>
      <p>{t(texts.intro)}</p>
      <ErrorSummary errors={errors} idOf={idOf} labelOf={(path) => t(labelOf(path))} />
      {problem !== undefined && errors.length === 0 && <ProblemAlert error={problem} />}
      <DraftConflict state={draft.state} onKeep={() => void draft.keepMine({ form, step: 'form' })} />
      <form className="panel" noValidate onSubmit={ask}>
        <TextField
          {...field('filingNumber', texts.numberHint)}
          inputMode="numeric"
          maxLength={20}
          value={form.filingNumber}
          onChange={(filingNumber) => set({ filingNumber })}
        />
        <TextField
          {...field('recipientName', texts.nameHint)}
          maxLength={50}
          value={form.recipientName}
          onChange={(recipientName) => set({ recipientName })}
        />
        <TextField
          {...field('recipientIdNumber', texts.idNumberHint)}
          maxLength={20}
          value={form.recipientIdNumber}
          onChange={(recipientIdNumber) => set({ recipientIdNumber })}
        />
        <TextField
          {...field('description', texts.descriptionHint)}
          rows={4}
          maxLength={500}
          value={form.description}
          onChange={(description) => set({ description })}
        />
        <FileField
          {...field('formId', texts.formHint)}
          kind="transfer_form"
          accept="application/pdf,image/jpeg,image/png"
          value={form.form}
          onChange={(stored) => set({ form: stored })}
        />
        <p>
          <a href="/api/templates/transfer-form" download>
            {t(texts.template)}
          </a>
        </p>
        <div className="actions">
          <Button type="primary" htmlType="submit" loading={busy}>
            {t(texts.submit)}
          </Button>
        </div>
        <DraftState state={draft.state} />
      </form>
      <Dialog title={t(texts.sureTitle)} ok={t(texts.sureTitle)} {...question}>
        <p>{t(texts.sure, { number: form.filingNumber.trim() })}</p>
      </Dialog>
    </Page>
  );
}
