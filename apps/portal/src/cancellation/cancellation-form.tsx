import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Button, Modal } from 'antd';
import { useRef, useState, type FormEvent } from 'react';
import type { Me } from '@beian/contracts/accounts.ts';
import { CancellationSubmission, type ApplicationSummary } from '@beian/contracts/applications.ts';
import { correctableFieldLabels as labels } from '@beian/contracts/correctable-fields.ts';
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
import type { CancellationValues } from './cancellation-page.tsx';
import { texts } from './texts.ts';

const idOf = (path: string) => `cancellation-${path}`;

/** The one page of the form: number, reason, authorisation of who is no legal person; asked once more before it is sent (M107). */
export function CancellationForm(props: {
  draftId: string;
  start: CancellationValues;
  me: Me;
  draft: ReturnType<typeof useDraft<CancellationValues>>;
}) {
  const { draftId, me, draft } = props;
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
  const personal = me.kind === 'personal';
  const errorOf = (path: string) => errors.find((error) => error.path === path);
  // An agent needs it with a legal person's account too; the answer says so (I02).
  const sealed = personal || form.authorisation !== undefined || errorOf('authorisationId') !== undefined;
  const set = (part: Partial<CancellationValues>) => {
    const next = { ...form, ...part };
    setForm(next);
    draft.save({ form: next, step: 'form' });
  };
  const body = {
    kind: 'cancellation',
    filingNumber: form.filingNumber.trim(),
    reason: form.reason.trim(),
    ...(form.authorisation ? { authorisationId: form.authorisation.id } : {}),
    confirmed: true,
    draftId,
  };

  const check = (event: FormEvent) => {
    event.preventDefault();
    setProblem(undefined);
    const found = contractErrors(CancellationSubmission, body, locale);
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
  return (
    <Page title={t(texts.title)} system={t(portal.name)} wrong={errors.length > 0}>
      <p>{t(texts.intro)}</p>
      <ErrorSummary errors={errors} idOf={idOf} labelOf={(path) => t(labelOf(path))} />
      {problem !== undefined && errors.length === 0 && <ActProblem error={problem} />}
      <form className="panel" noValidate onSubmit={check}>
        <TextField
          id={idOf('filingNumber')}
          label={t(texts.number)}
          hint={t(texts.numberHint)}
          error={errorOf('filingNumber')}
          required
          inputMode="numeric"
          maxLength={20}
          value={form.filingNumber}
          onChange={(filingNumber) => set({ filingNumber })}
        />
        <TextField
          id={idOf('reason')}
          label={t(labels['cancellation.reason'])}
          hint={t(texts.reasonHint)}
          error={errorOf('reason')}
          required
          rows={4}
          maxLength={500}
          value={form.reason}
          onChange={(reason) => set({ reason })}
        />
        {sealed && (
          <>
            <FileField
              id={idOf('authorisationId')}
              kind="cancellation_authorisation"
              label={t(labels['cancellation.authorisationId'])}
              hint={t(texts.authorisationHint)}
              accept="application/pdf,image/jpeg,image/png"
              required
              value={form.authorisation}
              error={errorOf('authorisationId')}
              onChange={(authorisation) => set({ authorisation })}
            />
            <p>
              <a href="/api/templates/cancellation-authorisation" download>
                {t(texts.template)}
              </a>
            </p>
          </>
        )}
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
        okButtonProps={{ danger: true, loading: busy }}
        cancelText={t(shared.cancel)}
        onOk={() => void send()}
        onCancel={() => setAsking(false)}
      >
        <p>{t(texts.sure, { number: body.filingNumber })}</p>
      </Modal>
    </Page>
  );
}

const labelOf = (path: string) =>
  path === 'reason'
    ? labels['cancellation.reason']
    : path === 'authorisationId'
      ? labels['cancellation.authorisationId']
      : texts.number;
