import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Button, Modal } from 'antd';
import { useRef, useState, type FormEvent } from 'react';
import type { ApplicationSummary } from '@beian/contracts/applications.ts';
import { correctableFieldLabels as labels } from '@beian/contracts/correctable-fields.ts';
import { TransferSubmission } from '@beian/contracts/transfers.ts';
import { FileField } from '@beian/ui/files/file-field.tsx';
import { ErrorSummary, type FieldError } from '@beian/ui/forms/error-summary.tsx';
import { answeredErrors, contractErrors } from '@beian/ui/forms/field-errors.ts';
import { TextField } from '@beian/ui/forms/field.tsx';
import { Page } from '@beian/ui/frame/page.tsx';
import { shared } from '@beian/ui/frame/texts.ts';
import { useLanguage, useText } from '@beian/ui/language/language.tsx';
import { api } from '@beian/ui/session/api.ts';
import type { useDraft } from '../drafts/use-draft.ts';
import { ActProblem } from '../frame/act-problem.tsx';
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
  const { locale } = useLanguage();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [form, setForm] = useState(props.start);
  const [errors, setErrors] = useState<FieldError[]>([]);
  const [problem, setProblem] = useState<unknown>();
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const keys = useRef(new Map<string, string>());
  const set = (part: Partial<TransferValues>) => {
    const next = { ...form, ...part };
    setForm(next);
    draft.save({ form: next, step: 'form' });
  };
  const body = {
    kind: 'transfer',
    filingNumber: form.filingNumber.trim(),
    recipientName: form.recipientName.trim(),
    recipientIdNumber: form.recipientIdNumber.trim(),
    description: form.description.trim(),
    ...(form.form ? { formId: form.form.id } : {}),
    confirmed: true,
    draftId,
  };

  const check = (event: FormEvent) => {
    event.preventDefault();
    setProblem(undefined);
    const found = contractErrors(TransferSubmission, body, locale);
    setErrors(found);
    setAsking(found.length === 0);
  };
  const send = async () => {
    const content = JSON.stringify(body);
    const key = keys.current.get(content) ?? crypto.randomUUID();
    keys.current.set(content, key);
    setBusy(true);
    try {
      await draft.flush();
      const { id } = await api.create<ApplicationSummary>('/api/applications', body, key);
      draft.forget();
      await queries.invalidateQueries();
      await navigate({ to: '/submitted/$id', params: { id } });
    } catch (failure) {
      setErrors(answeredErrors(failure));
      setProblem(failure);
    } finally {
      setBusy(false);
      setAsking(false);
    }
  };
  const state = draft.state === 'saved' ? texts.saved : draft.state === 'saving' ? texts.saving : undefined;
  const unsaved = draft.state === 'failed' || draft.state === 'conflict';
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
      {problem !== undefined && errors.length === 0 && <ActProblem error={problem} />}
      <form className="panel" noValidate onSubmit={check}>
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
        <p className="hint" role="status" style={{ marginTop: 12 }}>
          {unsaved ? t(texts.unsaved) : state && t(state)}
        </p>
      </form>
      <Modal
        open={asking}
        title={t(texts.sureTitle)}
        okText={t(texts.sureTitle)}
        okButtonProps={{ loading: busy }}
        cancelText={t(shared.cancel)}
        onOk={() => void send()}
        onCancel={() => setAsking(false)}
      >
        <p>{t(texts.sure, { number: body.filingNumber })}</p>
      </Modal>
    </Page>
  );
}
