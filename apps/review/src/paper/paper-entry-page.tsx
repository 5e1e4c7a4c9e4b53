import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { App, Button } from 'antd';
import { useState, type FormEvent } from 'react';
import type { ApplicationSummary } from '@beian/contracts/applications.ts';
import { correctableFieldLabels as labels, type CorrectableField } from '@beian/contracts/correctable-fields.ts';
import { PaperSubmission } from '@beian/contracts/paper-filings.ts';
import { documentKindLabels } from '@beian/contracts/vocabulary.ts';
import { DeviceTableField } from '@beian/ui/devices/device-table-field.tsx';
import { useDictionaries } from '@beian/ui/dictionaries/use-dictionaries.ts';
import { FileField } from '@beian/ui/files/file-field.tsx';
import { ErrorSummary, type FieldError } from '@beian/ui/forms/error-summary.tsx';
import { answeredErrors, contractErrors } from '@beian/ui/forms/field-errors.ts';
import { DateField } from '@beian/ui/forms/date-field.tsx';
import { useIdempotencyKeys } from '@beian/ui/forms/use-idempotency-keys.ts';
import { Page, ProblemAlert } from '@beian/ui/frame/page.tsx';
import { useLanguage, useText } from '@beian/ui/language/language.tsx';
import { api } from '@beian/ui/session/api.ts';
import { review } from '../frame/texts.ts';
import { bodyOf, emptyPaper, idOf, neededProofs, type PaperForm } from './paper-form.ts';
import { PaperPrecheck } from './paper-precheck.tsx';
import { PaperSystemFields } from './paper-system-fields.tsx';
import { PaperUnitFields } from './paper-unit-fields.tsx';
import { texts } from './texts.ts';

const scans = 'application/pdf,image/jpeg,image/png';

/** 线下录入 (I35): a filing that came on paper, with the scan of its papers. */
export function PaperEntryPage() {
  const t = useText();
  const { locale } = useLanguage();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [form, setForm] = useState(emptyPaper);
  const [errors, setErrors] = useState<FieldError[]>([]);
  const [problem, setProblem] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const { keyOf } = useIdempotencyKeys();
  const { all } = useDictionaries();
  const set = (part: Partial<PaperForm>) => setForm((now) => ({ ...now, ...part }));
  const errorOf = (path: string) => errors.find((error) => error.path === path);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setProblem(undefined);
    const body = bodyOf(form, all);
    const wrong = contractErrors(PaperSubmission, body, locale);
    setErrors(wrong);
    if (wrong.length > 0) return;
    const key = keyOf(body);
    setBusy(true);
    try {
      const { number } = await api.create<ApplicationSummary>('/api/paper-filings', body, key);
      void message.success(t(texts.entered, { number }));
      await queries.invalidateQueries();
      await navigate({ to: '/paper' });
    } catch (failure) {
      setErrors(answeredErrors(failure));
      setProblem(failure);
    } finally {
      setBusy(false);
    }
  };

  return (
    <Page title={t(texts.enter)} system={t(review.name)} wrong={errors.length > 0}>
      <ErrorSummary errors={errors} idOf={idOf} labelOf={(path) => t(labelOf(path))} />
      {problem !== undefined && errors.length === 0 && <ProblemAlert error={problem} />}
      <form className="panel" noValidate onSubmit={(event) => void submit(event)}>
        <h2>{t(texts.unit)}</h2>
        <PaperUnitFields form={form} set={set} errorOf={errorOf} />
        <h2>{t(texts.system)}</h2>
        <PaperSystemFields form={form} set={set} errorOf={errorOf} />
        <h2>{t(texts.papers)}</h2>
        <DateField
          id={idOf('receivedOn')}
          label={t(texts.receivedOn)}
          error={errorOf('receivedOn')}
          required
          value={form.receivedOn}
          onChange={(receivedOn) => set({ receivedOn })}
        />
        <FileField
          id={idOf('formId')}
          kind="paper_form"
          label={t(texts.form)}
          hint={t(texts.formHint)}
          accept={scans}
          required
          value={form.form}
          error={errorOf('formId')}
          onChange={(document) => set({ form: document })}
        />
        {neededProofs(form, all).map((kind) => (
          <FileField
            key={kind}
            id={idOf(`attachments.${kind}`)}
            kind={kind}
            label={t(documentKindLabels[kind])}
            hint={t(texts.proofHint)}
            accept={scans}
            required
            value={form.proofs[kind]}
            error={errorOf(`attachments.${kind}`)}
            onChange={(document) => set({ proofs: { ...form.proofs, [kind]: document } })}
          />
        ))}
        <DeviceTableField
          id={idOf('system.deviceTableId')}
          deviceCount={form.deviceCount}
          value={form.deviceTable}
          error={errorOf('system.deviceTableId')}
          onChange={(deviceTable) => set({ deviceTable })}
        />
        <PaperPrecheck form={form} />
        <div className="actions">
          <Button type="primary" htmlType="submit" loading={busy}>
            {t(texts.submit)}
          </Button>
        </div>
      </form>
    </Page>
  );
}

function labelOf(path: string) {
  if (path === 'receivedOn') return texts.receivedOn;
  if (path === 'formId') return texts.form;
  if (path === 'system.addressDetail') return texts.addressDetail;
  if (path === 'system.countyCode' || path === 'system.streetCode') return texts.place;
  return Object.hasOwn(labels, path) ? labels[path as CorrectableField] : texts.papers;
}
