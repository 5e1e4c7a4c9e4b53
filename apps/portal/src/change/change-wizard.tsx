import { useNavigate } from '@tanstack/react-router';
import { Button, Steps } from 'antd';
import { useEffect, useRef, useState } from 'react';
import type { Me } from '@beian/contracts/accounts.ts';
import { correctableFieldLabels, correctableFields, fieldOfKey } from '@beian/contracts/correctable-fields.ts';
import { ConfirmField } from '@beian/ui/forms/confirm-field.tsx';
import { ErrorSummary, type FieldError } from '@beian/ui/forms/error-summary.tsx';
import { Page, ProblemAlert } from '@beian/ui/frame/page.tsx';
import { useLanguage, useText } from '@beian/ui/language/language.tsx';
import type { useDraft } from '../drafts/use-draft.ts';
import { portal } from '../frame/texts.ts';
import {
  errorsOfStep,
  fieldOf,
  idOf,
  ownNumbers,
  requestOf,
  stepOf,
  steps,
  type ChangeForm,
  type Step,
} from './change-form.ts';
import { PreviewView, usePreview } from './check-step.tsx';
import { ChosenFilings } from './chosen-filings.tsx';
import { FilingsWindow } from './filings-window.tsx';
import { AuthorisationField, ExplanationField, ProofFields } from './proofs-step.tsx';
import { SystemStep, UnitStep } from './steps.tsx';
import { useSubmission } from './submit-change.ts';
import { texts } from './texts.ts';
import { useFilings } from './use-filings.ts';

/** The pages of 变更 in the manual's order, each checked before the next; the last shows what would change before it is sent. */
export function ChangeWizard(props: {
  draftId: string;
  me: Me;
  start: { form: ChangeForm; step: Step };
  draft: ReturnType<typeof useDraft<ChangeForm>>;
}) {
  const { draftId, me, draft } = props;
  const t = useText();
  const { locale } = useLanguage();
  const navigate = useNavigate();
  const [form, setForm] = useState(props.start.form);
  const [step, setStep] = useState<Step>(steps.includes(props.start.step) ? props.start.step : 'unit');
  const [errors, setErrors] = useState<FieldError[]>([]);
  const [choosing, setChoosing] = useState(form.filingNumbers.length === 0);
  const heading = useRef<HTMLHeadingElement>(null);
  const filings = useFilings(form.filingNumbers).data ?? [];
  const request = requestOf(form);
  const preview = usePreview(request, step === 'check');
  const { submit, busy, problem, clear } = useSubmission();
  // An agent needs it with a legal person's account too; the answer says so (I02).
  const personal = me.kind === 'personal';
  const sealed =
    personal || form.authorisation !== undefined || errors.some((error) => error.path === 'authorisationId');

  const set = (part: Partial<ChangeForm>) => {
    const next = { ...form, ...part };
    setForm(next);
    draft.save({ form: next, step });
  };
  const goTo = (next: Step) => {
    setErrors([]);
    clear();
    setStep(next);
    draft.save({ form, step: next });
  };
  const first = useRef(true);
  useEffect(() => {
    if (!first.current) heading.current?.focus();
    first.current = false;
  }, [step]);

  const errorsOf = (one: Step): FieldError[] => errorsOfStep(one, form, { sealed: personal, locale });
  const show = (found: FieldError[]): boolean => {
    setErrors([...found]);
    const where = found[0] && stepOf(found[0].path);
    if (where && where !== step) setStep(where);
    return found.length === 0;
  };
  const next = () => {
    const after = steps[steps.indexOf(step) + 1];
    if (show(errorsOf(step)) && after) goTo(after);
  };
  const send = async () => {
    if (!show(steps.flatMap(errorsOf))) return;
    const wrong = preview.data?.filings.flatMap((filing) => filing.errors) ?? [];
    if (wrong.length > 0) {
      show(wrong.map(({ pointer, message }) => ({ path: pointer.slice(1).replaceAll('/', '.'), message })));
      return;
    }
    await draft.flush();
    const answer = await submit({ kind: 'change', ...request, truthful: form.truthful, draftId });
    if ('errors' in answer) {
      show(answer.errors);
      return;
    }
    draft.forget();
    await navigate({ to: '/submitted/$id', params: { id: answer.application.id } });
  };
  const choose = (filingNumbers: string[]) => {
    set({ filingNumbers });
    setChoosing(false);
  };

  const errorOf = (path: string) => errors.find((error) => error.path === path);
  const labelOf = (path: string): string | undefined => {
    const field = fieldOf(path);
    const named = [field, `change.${field}`].map(fieldOfKey);
    const known = correctableFields.find((one) => named.includes(one));
    const label = known ? t(correctableFieldLabels[known]) : field === 'filingNumbers' ? t(texts.numbers) : undefined;
    const own = /^perFiling\.(\d+)\./.exec(path)?.[1];
    return own && label ? t(texts.ofFiling, { field: label, number: ownNumbers(form)[Number(own)] ?? '' }) : label;
  };
  const stepProps = { form, filings, set, errors };
  return (
    <Page title={t(texts.title)} system={t(portal.name)} wrong={errors.length > 0}>
      <p>{t(texts.intro)}</p>
      <Steps
        current={steps.indexOf(step)}
        items={steps.map((one) => ({ title: t(texts.steps[one]) }))}
        style={{ marginBottom: 24 }}
      />
      <ErrorSummary errors={errors} idOf={idOf} labelOf={labelOf} />
      {problem !== undefined && errors.length === 0 && <ProblemAlert error={problem} />}
      <ChosenFilings filings={filings} onOthers={() => setChoosing(true)} />
      <form
        className="panel"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (step === 'check') void send();
          else next();
        }}
      >
        <h2 ref={heading} tabIndex={-1}>
          {t(texts.steps[step])}
        </h2>
        {step === 'unit' && <UnitStep {...stepProps} />}
        {step === 'system' && <SystemStep {...stepProps} />}
        {step === 'proofs' && (
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
        )}
        {step === 'check' && (
          <>
            <PreviewView query={preview} />
            <ConfirmField
              id="change-truthful"
              label={t(texts.truthful)}
              error={errorOf('truthful')}
              checked={form.truthful}
              onChange={(truthful) => set({ truthful })}
            />
          </>
        )}
        <div className="actions">
          {step !== 'unit' && (
            <Button onClick={() => goTo(steps[steps.indexOf(step) - 1] ?? 'unit')}>{t(texts.back)}</Button>
          )}
          <Button type="primary" htmlType="submit" loading={busy}>
            {t(texts.next[step])}
          </Button>
        </div>
        <p className="hint" role="status" style={{ marginTop: 12 }}>
          {t(texts.saveState[draft.state])}
        </p>
      </form>
      {choosing && <FilingsWindow numbers={form.filingNumbers} onClose={() => setChoosing(false)} onChosen={choose} />}
    </Page>
  );
}
