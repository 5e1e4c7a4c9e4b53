import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { App, Button } from 'antd';
import { useState, type FormEvent, type ReactNode } from 'react';
import { Resubmission, type Application } from '@beian/contracts/applications.ts';
import { NoticeTable } from '@beian/ui/application/reviews-view.tsx';
import { ConfirmField } from '@beian/ui/forms/confirm-field.tsx';
import { ErrorSummary, type FieldError } from '@beian/ui/forms/error-summary.tsx';
import { answeredErrors, contractErrors } from '@beian/ui/forms/field-errors.ts';
import { TextField } from '@beian/ui/forms/field.tsx';
import { useIdempotencyKeys } from '@beian/ui/forms/use-idempotency-keys.ts';
import { Page, ProblemAlert } from '@beian/ui/frame/page.tsx';
import { useLanguage, useText, useTime } from '@beian/ui/language/language.tsx';
import { api } from '@beian/ui/session/api.ts';
import { portal } from '../frame/texts.ts';
import { texts as formTexts } from '../registration/texts.ts';
import { texts } from './texts.ts';

/** The page of a correction around the fields of a business: the notice above, explanation and declaration below, and the way to send it. */
export function CorrectionShell(props: {
  application: Application;
  /** What is corrected, as the API takes it. */
  corrected: Record<string, unknown>;
  idOf: (path: string) => string;
  labelOf?: (path: string) => string | undefined;
  /** Shown above the form. */
  above?: ReactNode;
  children: (errorOf: (path: string) => FieldError | undefined, errors: readonly FieldError[]) => ReactNode;
}) {
  const { application, corrected, idOf, above, children } = props;
  const t = useText();
  const time = useTime();
  const { locale } = useLanguage();
  const [said, setSaid] = useState({ explanation: '', truthful: false });
  const [errors, setErrors] = useState<FieldError[]>([]);
  const { send, busy, problem } = useResubmission(application.id, setErrors);
  const errorOf = (path: string) => errors.find((error) => error.path === path);

  const resubmit = async (event: FormEvent) => {
    event.preventDefault();
    const explanation = said.explanation.trim();
    const body = {
      baseVersion: application.version,
      ...corrected,
      ...(explanation ? { explanation } : {}),
      truthful: said.truthful,
    };
    const wrong = contractErrors(Resubmission, body, locale);
    setErrors(wrong);
    if (wrong.length === 0) await send(body);
  };
  return (
    <Page title={t(texts.correction)} system={t(portal.name)} wrong={errors.length > 0}>
      <ErrorSummary errors={errors} idOf={idOf} {...(props.labelOf ? { labelOf: props.labelOf } : {})} />
      {problem !== undefined && errors.length === 0 && <ProblemAlert error={problem} />}
      <section className="panel">
        <p style={{ marginTop: 0 }}>{[application.number, application.systemName].filter(Boolean).join(' · ')}</p>
        {application.correction && <p>{t(texts.due, { time: time(application.correction.dueAt) })}</p>}
        <NoticeTable notice={application.correction?.notice ?? []} />
        <p>{t(texts.onlyCited)}</p>
      </section>
      {above}
      <form className="panel" noValidate onSubmit={(event) => void resubmit(event)}>
        {children(errorOf, errors)}
        <TextField
          id={idOf('explanation')}
          label={t(texts.explanation)}
          hint={t(texts.explanationHint)}
          error={errorOf('explanation')}
          rows={3}
          maxLength={500}
          value={said.explanation}
          onChange={(explanation) => setSaid((now) => ({ ...now, explanation }))}
        />
        <ConfirmField
          id={idOf('truthful')}
          label={t(formTexts.truthful)}
          error={errorOf('truthful')}
          checked={said.truthful}
          onChange={(truthful) => setSaid((now) => ({ ...now, truthful }))}
        />
        <div className="actions">
          <Button type="primary" htmlType="submit" loading={busy}>
            {t(texts.resubmit)}
          </Button>
        </div>
      </form>
    </Page>
  );
}

/** The same content is sent under the same key, so pressing twice resubmits once. */
function useResubmission(id: string, onErrors: (errors: FieldError[]) => void) {
  const t = useText();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { message } = App.useApp();
  const { keyOf } = useIdempotencyKeys();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>();

  const send = async (body: Record<string, unknown>) => {
    const key = keyOf(body);
    setProblem(undefined);
    setBusy(true);
    try {
      await api.create(`/api/applications/${id}/resubmission`, body, key);
      void message.success(t(texts.resubmitted));
      await queries.invalidateQueries();
      await navigate({ to: '/applications/$id', params: { id } });
    } catch (failure) {
      onErrors(answeredErrors(failure));
      setProblem(failure);
    } finally {
      setBusy(false);
    }
  };
  return { send, busy, problem };
}
