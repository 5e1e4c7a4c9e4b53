import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import type { Me } from '@beian/contracts/accounts.ts';
import type { Unit } from '@beian/contracts/units.ts';
import { DeviceTableField } from '@beian/ui/devices/device-table-field.tsx';
import { useTableError, useTableReport } from '@beian/ui/devices/table-report.ts';
import { Page, ProblemAlert } from '@beian/ui/frame/page.tsx';
import { useDictionaries } from '@beian/ui/dictionaries/use-dictionaries.ts';
import { ErrorSummary, type FieldError } from '@beian/ui/forms/error-summary.tsx';
import { useLanguage, useText } from '@beian/ui/language/language.tsx';
import { DraftConflict } from '../drafts/draft-conflict.tsx';
import { DraftState } from '../drafts/draft-state.tsx';
import type { useDraft } from '../drafts/use-draft.ts';
import { useStepHeading } from '../drafts/use-step-heading.ts';
import { WizardSteps } from '../drafts/wizard-steps.tsx';
import { portal } from '../frame/texts.ts';
import { CheckStep } from './check-step.tsx';
import { errorsOfStep, idOf, stepOf, steps, type RegistrationForm, type Step } from './registration-form.ts';
import { useSubmission } from './submit-registration.ts';
import { SystemStep } from './system-step.tsx';
import { texts } from './texts.ts';
import { UnitStep } from './unit-step.tsx';

/** The four steps; each is checked before the next, and all once more before the submission. */
export function RegistrationWizard(props: {
  draftId: string;
  units: Unit[];
  me: Me;
  start: { form: RegistrationForm; step: Step };
  draft: ReturnType<typeof useDraft<RegistrationForm>>;
}) {
  const { draftId, units, me, draft } = props;
  const t = useText();
  const { locale } = useLanguage();
  const navigate = useNavigate();
  const [form, setForm] = useState(() => withOwnUnit(props.start.form, me, units));
  const [step, setStep] = useState<Step>(steps.includes(props.start.step) ? props.start.step : 'unit');
  const [errors, setErrors] = useState<FieldError[]>([]);
  const [goal, setGoal] = useState<string>();
  const heading = useStepHeading(step, { goal, wrong: errors.length > 0 });
  const report = useTableReport(form.deviceTable, form.system.deviceCount);
  const tableError = useTableError();
  const { all: dictionaries } = useDictionaries();
  const { submit, busy, problem, clear } = useSubmission(draftId);

  const change = (update: (form: RegistrationForm) => RegistrationForm) => {
    const next = update(form);
    setForm(next);
    draft.save({ form: next, step });
  };
  /** To a step, or to one field of it by its path. */
  const goTo = (next: Step, path?: string) => {
    setGoal(path === undefined ? undefined : idOf(path));
    setErrors([]);
    clear();
    setStep(next);
    draft.save({ form, step: next });
  };
  const goToField = (path: string) => goTo(stepOf(path), path);

  const errorsOf = (one: Step): FieldError[] => {
    const found = errorsOfStep(one, form, { me, units, dictionaries, locale });
    const message = one === 'devices' && found.length === 0 ? tableError(report.data) : undefined;
    return message === undefined ? found : [{ path: 'system.deviceTableId', message }];
  };
  const show = (found: FieldError[]): boolean => {
    setErrors([...found]);
    setGoal(undefined);
    const where = found[0] && stepOf(found[0].path);
    if (where && where !== step) setStep(where);
    return found.length === 0;
  };
  const next = () => {
    const after = steps[steps.indexOf(step) + 1];
    if (show(errorsOf(step)) && after) goTo(after);
  };
  const send = async (another: boolean) => {
    if (!show(steps.flatMap(errorsOf))) return;
    await draft.flush();
    const answer = await submit(form);
    if ('errors' in answer) {
      show(answer.errors);
      return;
    }
    draft.forget();
    if (another) {
      // The next system is most often the same unit's.
      const params = { draftId: crypto.randomUUID() };
      await navigate({ to: '/registration/$draftId', params, search: { unit: answer.unitId } as never });
      return;
    }
    await navigate({ to: '/submitted/$id', params: { id: answer.application.id } });
  };

  const errorOf = (path: string) => errors.find((error) => error.path === path);
  // The names of fields that a notice cites otherwise, or not at all.
  const labelOf = (path: string) =>
    path === 'unitId' ? t(texts.unit) : path === 'system.addressDetail' ? t(texts.addressDetail) : undefined;
  const stepProps = { form, change, errorOf };
  return (
    <Page title={t(texts.title)} system={t(portal.name)} wrong={errors.length > 0}>
      <WizardSteps current={steps.indexOf(step)} titles={steps.map((one) => t(texts.steps[one]))} />
      <ErrorSummary errors={errors} idOf={idOf} labelOf={labelOf} />
      {problem !== undefined && errors.length === 0 && <ProblemAlert error={problem} />}
      <DraftConflict state={draft.state} onKeep={() => void draft.keepMine({ form, step })} />
      <form
        className="panel"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (step === 'check') void send(false);
          else next();
        }}
      >
        <h2 ref={heading} tabIndex={-1}>
          {t(texts.steps[step])}
        </h2>
        {step === 'unit' && <UnitStep {...stepProps} me={me} units={units} />}
        {step === 'system' && <SystemStep {...stepProps} />}
        {step === 'devices' && (
          <DeviceTableField
            deviceCount={form.system.deviceCount}
            value={form.deviceTable}
            error={errorOf('system.deviceTableId')}
            onChange={(deviceTable) => change((now) => ({ ...now, deviceTable }))}
          />
        )}
        {step === 'check' && <CheckStep {...stepProps} units={units} goTo={goTo} goToField={goToField} />}
        <div className="actions">
          {step !== 'unit' && (
            <Button onClick={() => goTo(steps[steps.indexOf(step) - 1] ?? 'unit')}>{t(texts.back)}</Button>
          )}
          <Button type="primary" htmlType="submit" loading={busy}>
            {t(step === 'check' ? texts.submit : texts.next)}
          </Button>
          {step === 'check' && (
            <Button disabled={busy} onClick={() => void send(true)}>
              {t(texts.submitAndNext)}
            </Button>
          )}
        </div>
        <DraftState state={draft.state} />
      </form>
    </Page>
  );
}

/** A fresh form of a legal person begins with its own unit; of somebody without units, with a new one. */
function withOwnUnit(form: RegistrationForm, me: Me, units: Unit[]): RegistrationForm {
  const untouched = form.unitId === undefined && form.unit.uscc === '' && form.unitChoice === 'existing';
  if (!untouched) return form;
  const chosen = new URLSearchParams(location.search).get('unit');
  if (units.some((unit) => unit.id === chosen)) return { ...form, unitId: chosen ?? undefined };
  const own = units.find((unit) => unit.uscc === me.uscc) ?? (units.length === 1 ? units[0] : undefined);
  if (own) return { ...form, unitId: own.id };
  if (units.length > 0 && !me.uscc) return form;
  return {
    ...form,
    unitChoice: 'new',
    unit: { ...form.unit, uscc: me.uscc ?? '', name: me.unitName ?? '' },
  };
}
