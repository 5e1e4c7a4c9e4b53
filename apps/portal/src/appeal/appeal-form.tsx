import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useRef, useState, type FormEvent } from 'react';
import { AppealSubmission } from '@beian/contracts/appeals.ts';
import type { ApplicationSummary } from '@beian/contracts/applications.ts';
import { ErrorSummary, type FieldError } from '@beian/ui/forms/error-summary.tsx';
import { answeredErrors, contractErrors } from '@beian/ui/forms/field-errors.ts';
import { Page, ProblemAlert } from '@beian/ui/frame/page.tsx';
import { useLanguage, useText } from '@beian/ui/language/language.tsx';
import { api } from '@beian/ui/session/api.ts';
import type { useDraft } from '../drafts/use-draft.ts';
import { portal } from '../frame/texts.ts';
import { AppealFields, idOf, matterOf } from './appeal-fields.tsx';
import type { AppealValues } from './appeal-page.tsx';
import { EvidenceFields } from './evidence-fields.tsx';
import { labelOf, texts } from './texts.ts';

/** The one page of the form: ground, number, description, evidence. */
export function AppealForm(props: {
  draftId: string;
  start: AppealValues;
  draft: ReturnType<typeof useDraft<AppealValues>>;
}) {
  const { draftId, draft } = props;
  const t = useText();
  const { locale } = useLanguage();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [form, setForm] = useState(props.start);
  const [errors, setErrors] = useState<FieldError[]>([]);
  const [problem, setProblem] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const keys = useRef(new Map<string, string>());
  const errorOf = (path: string) => errors.find((error) => error.path === path);
  const set = (part: Partial<AppealValues>) => {
    const next = { ...form, ...part };
    setForm(next);
    draft.save({ form: next, step: 'form' });
  };

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setProblem(undefined);
    const evidenceIds = form.evidence.map(({ id }) => id);
    const body = { kind: 'appeal', ...matterOf(form), evidenceIds, draftId };
    const wrong = contractErrors(AppealSubmission, body, locale);
    setErrors(wrong);
    if (wrong.length > 0) return;
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
    }
  };
  const state = draft.state === 'saved' ? texts.saved : draft.state === 'saving' ? texts.saving : undefined;
  const unsaved = draft.state === 'failed' || draft.state === 'conflict';
  return (
    <Page title={t(texts.title)} system={t(portal.name)} wrong={errors.length > 0}>
      <p style={{ maxWidth: '60em' }}>{t(texts.intro)}</p>
      <ErrorSummary
        errors={errors}
        idOf={(path) => idOf(path.replace(/\.0$/, ''))}
        labelOf={(path) => {
          const label = labelOf(path);
          return label && t(label);
        }}
      />
      {problem !== undefined && errors.length === 0 && <ProblemAlert error={problem} />}
      <form className="panel" noValidate onSubmit={(event) => void submit(event)}>
        <AppealFields form={form} signedIn errorOf={errorOf} set={set} />
        <EvidenceFields
          value={form.evidence}
          errorOf={(path) => errorOf(`evidenceIds${path}`)}
          onChange={(evidence) => set({ evidence })}
        />
        <div className="actions">
          <Button type="primary" htmlType="submit" loading={busy}>
            {t(texts.submit)}
          </Button>
        </div>
        <p className="hint" role="status" style={{ marginTop: 12 }}>
          {unsaved ? t(texts.unsaved) : state && t(state)}
        </p>
      </form>
    </Page>
  );
}
