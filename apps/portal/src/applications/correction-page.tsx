import { useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { App, Button, Result } from 'antd';
import { useRef, useState, type FormEvent } from 'react';
import { Resubmission, type Application } from '@beian/contracts/applications.ts';
import { unlockedBy } from '@beian/contracts/correctable-fields.ts';
import { NoticeTable } from '@beian/ui/application/reviews-view.tsx';
import { ConfirmField } from '@beian/ui/forms/confirm-field.tsx';
import { ErrorSummary, type FieldError } from '@beian/ui/forms/error-summary.tsx';
import { answeredErrors, contractErrors } from '@beian/ui/forms/field-errors.ts';
import { TextField } from '@beian/ui/forms/field.tsx';
import { Loaded, Page, ProblemAlert } from '@beian/ui/frame/page.tsx';
import { useLanguage, useText, useTime } from '@beian/ui/language/language.tsx';
import { api } from '@beian/ui/session/api.ts';
import { ForFilers } from '../frame/portal-frame.tsx';
import { portal } from '../frame/texts.ts';
import { idOf } from '../registration/registration-form.ts';
import { texts as formTexts } from '../registration/texts.ts';
import { AppealCorrection } from '../appeal/appeal-correction.tsx';
import { useApplication } from './application-page.tsx';
import { CorrectionFields } from './correction-fields.tsx';
import { correctionFormOf, isAboutUnit, resubmissionOf, type Corrected } from './correction-form.ts';
import { texts } from './texts.ts';

/** 补正 (I18): only the cited fields can be changed. */
export function CorrectionPage() {
  const t = useText();
  const { id } = useParams({ strict: false }) as { id: string };
  const query = useApplication(id);
  // The form begins with the version that was returned and is not disturbed by later reads.
  const begun = useRef<Application>(undefined);
  if (!begun.current && query.data?.correction) begun.current = query.data;
  return (
    <ForFilers>
      <Loaded query={query}>
        {() =>
          begun.current ? (
            <CorrectionOf application={begun.current} />
          ) : (
            <Result status="info" title={t(texts.notReturned)} />
          )
        }
      </Loaded>
    </ForFilers>
  );
}

const CorrectionOf = ({ application }: { application: Application }) =>
  isAboutUnit(application) ? <Correction application={application} /> : <AppealCorrection application={application} />;

function Correction({ application }: { application: Corrected }) {
  const t = useText();
  const time = useTime();
  const { locale } = useLanguage();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { message } = App.useApp();
  const [form, setForm] = useState(() => correctionFormOf(application));
  const [errors, setErrors] = useState<FieldError[]>([]);
  const [problem, setProblem] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const keys = useRef(new Map<string, string>());
  const notice = application.correction?.notice ?? [];
  const errorOf = (path: string) => errors.find((error) => error.path === path);

  const resubmit = async (event: FormEvent) => {
    event.preventDefault();
    const body = resubmissionOf(application, form);
    setProblem(undefined);
    const wrong = contractErrors(Resubmission, body, locale);
    setErrors(wrong);
    if (wrong.length > 0) return;
    const content = JSON.stringify(body);
    const key = keys.current.get(content) ?? crypto.randomUUID();
    keys.current.set(content, key);
    setBusy(true);
    try {
      await api.create(`/api/applications/${application.id}/resubmission`, body, key);
      void message.success(t(texts.resubmitted));
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
    <Page title={t(texts.correction)} system={t(portal.name)} wrong={errors.length > 0}>
      <ErrorSummary errors={errors} idOf={(path) => (path === 'system.address' ? 'system-place-county' : idOf(path))} />
      {problem !== undefined && errors.length === 0 && <ProblemAlert error={problem} />}
      <section className="panel">
        <p style={{ marginTop: 0 }}>
          {application.number} · {application.systemName}
        </p>
        {application.correction && <p>{t(texts.due, { time: time(application.correction.dueAt) })}</p>}
        <NoticeTable notice={notice} />
        <p>{t(texts.onlyCited)}</p>
      </section>
      <form className="panel" noValidate onSubmit={(event) => void resubmit(event)}>
        <CorrectionFields
          application={application}
          unlocked={unlockedBy(notice.map((entry) => entry.field))}
          form={form}
          set={(part) => setForm((now) => ({ ...now, ...part }))}
          errorOf={errorOf}
        />
        <TextField
          id="explanation"
          label={t(texts.explanation)}
          hint={t(texts.explanationHint)}
          error={errorOf('explanation')}
          rows={3}
          maxLength={500}
          value={form.explanation}
          onChange={(explanation) => setForm((now) => ({ ...now, explanation }))}
        />
        <ConfirmField
          id="truthful"
          label={t(formTexts.truthful)}
          error={errorOf('truthful')}
          checked={form.truthful}
          onChange={(truthful) => setForm((now) => ({ ...now, truthful }))}
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
