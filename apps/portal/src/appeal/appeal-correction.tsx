import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { App, Button } from 'antd';
import { useRef, useState, type FormEvent } from 'react';
import { Resubmission, type Application } from '@beian/contracts/applications.ts';
import { correctableFieldLabels as labels, unlockedBy } from '@beian/contracts/correctable-fields.ts';
import type { StoredDocument } from '@beian/contracts/documents.ts';
import { NoticeTable } from '@beian/ui/application/reviews-view.tsx';
import { ConfirmField } from '@beian/ui/forms/confirm-field.tsx';
import { ErrorSummary, type FieldError } from '@beian/ui/forms/error-summary.tsx';
import { answeredErrors, contractErrors } from '@beian/ui/forms/field-errors.ts';
import { TextField } from '@beian/ui/forms/field.tsx';
import { Page, ProblemAlert } from '@beian/ui/frame/page.tsx';
import { useLanguage, useText, useTime } from '@beian/ui/language/language.tsx';
import { api } from '@beian/ui/session/api.ts';
import { texts as correctionTexts } from '../applications/texts.ts';
import { portal } from '../frame/texts.ts';
import { texts as formTexts } from '../registration/texts.ts';
import { idOf } from './appeal-fields.tsx';
import { EvidenceFields } from './evidence-fields.tsx';

/** 补正 of an appeal: its words or its evidence, as the notice cites them. New evidence takes the place of the old. */
export function AppealCorrection({ application }: { application: Application }) {
  const t = useText();
  const time = useTime();
  const { locale } = useLanguage();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { message } = App.useApp();
  const [description, setDescription] = useState(application.appeal?.description ?? '');
  const [evidence, setEvidence] = useState<StoredDocument[]>([]);
  const [explanation, setExplanation] = useState('');
  const [truthful, setTruthful] = useState(false);
  const [errors, setErrors] = useState<FieldError[]>([]);
  const [problem, setProblem] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const keys = useRef(new Map<string, string>());
  const notice = application.correction?.notice ?? [];
  const { appeal: unlocked } = unlockedBy(notice.map((entry) => entry.field));
  const errorOf = (path: string) => errors.find((error) => error.path === path);

  const resubmit = async (event: FormEvent) => {
    event.preventDefault();
    setProblem(undefined);
    const appeal = {
      ...(unlocked.includes('description') ? { description: description.trim() } : {}),
      ...(unlocked.includes('evidenceIds') && evidence.length > 0 ? { evidenceIds: evidence.map(({ id }) => id) } : {}),
    };
    const said = explanation.trim() ? { explanation: explanation.trim() } : {};
    const body = { baseVersion: application.version, appeal, ...said, truthful };
    const wrong = contractErrors(Resubmission, body, locale);
    setErrors(wrong);
    if (wrong.length > 0) return;
    const content = JSON.stringify(body);
    const key = keys.current.get(content) ?? crypto.randomUUID();
    keys.current.set(content, key);
    setBusy(true);
    try {
      await api.create(`/api/applications/${application.id}/resubmission`, body, key);
      void message.success(t(correctionTexts.resubmitted));
      await queries.invalidateQueries();
      await navigate({ to: '/applications/$id', params: { id: application.id } });
    } catch (failure) {
      setErrors(answeredErrors(failure));
      setProblem(failure);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Page title={t(correctionTexts.correction)} system={t(portal.name)} wrong={errors.length > 0}>
      <ErrorSummary errors={errors} idOf={idOf} />
      {problem !== undefined && errors.length === 0 && <ProblemAlert error={problem} />}
      <section className="panel">
        <p style={{ marginTop: 0 }}>{application.number}</p>
        {application.correction && <p>{t(correctionTexts.due, { time: time(application.correction.dueAt) })}</p>}
        <NoticeTable notice={notice} />
        <p>{t(correctionTexts.onlyCited)}</p>
      </section>
      <form className="panel" noValidate onSubmit={(event) => void resubmit(event)}>
        {unlocked.includes('description') && (
          <TextField
            id={idOf('description')}
            label={t(labels['appeal.description'])}
            error={errorOf('appeal.description')}
            rows={6}
            maxLength={2000}
            value={description}
            onChange={setDescription}
          />
        )}
        {unlocked.includes('evidenceIds') && (
          <EvidenceFields
            value={evidence}
            errorOf={(path) => errorOf(`appeal.evidenceIds${path}`)}
            onChange={setEvidence}
          />
        )}
        <TextField
          id={idOf('explanation')}
          label={t(correctionTexts.explanation)}
          hint={t(correctionTexts.explanationHint)}
          error={errorOf('explanation')}
          rows={3}
          maxLength={500}
          value={explanation}
          onChange={setExplanation}
        />
        <ConfirmField
          id={idOf('truthful')}
          label={t(formTexts.truthful)}
          error={errorOf('truthful')}
          checked={truthful}
          onChange={setTruthful}
        />
        <div className="actions">
          <Button type="primary" htmlType="submit" loading={busy}>
            {t(correctionTexts.resubmit)}
          </Button>
        </div>
      </form>
    </Page>
  );
}
