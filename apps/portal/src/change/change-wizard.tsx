import { Button } from 'antd';
import { useState } from 'react';
import type { Me } from '@beian/contracts/accounts.ts';
import { ErrorSummary } from '@beian/ui/forms/error-summary.tsx';
import { Page, ProblemAlert } from '@beian/ui/frame/page.tsx';
import { useText } from '@beian/ui/language/language.tsx';
import { DraftConflict } from '../drafts/draft-conflict.tsx';
import { DraftState } from '../drafts/draft-state.tsx';
import type { useDraft } from '../drafts/use-draft.ts';
import { useStepHeading } from '../drafts/use-step-heading.ts';
import { WizardSteps } from '../drafts/wizard-steps.tsx';
import { portal } from '../frame/texts.ts';
import { idOf, steps, type ChangeForm, type Step } from './change-form.ts';
import { CheckStep } from './check-step.tsx';
import { ChosenFilings } from './chosen-filings.tsx';
import { useFieldLabel } from './field-label.ts';
import { FilingsWindow } from './filings-window.tsx';
import { ProofsStep } from './proofs-step.tsx';
import { SystemFields, UnitFields } from './steps.tsx';
import { texts } from './texts.ts';
import { useFilings } from './use-filings.ts';
import { useWizard } from './use-wizard.ts';

/** The pages of 变更 in the manual's order, each checked before the next; the last shows what would change before it is sent. */
export function ChangeWizard(props: {
  draftId: string;
  me: Me;
  start: { form: ChangeForm; step: Step };
  draft: ReturnType<typeof useDraft<ChangeForm>>;
}) {
  const { draftId, me, start, draft } = props;
  const t = useText();
  const wizard = useWizard({ draftId, start, draft, personal: me.kind === 'personal' });
  const { form, set, step, errors, problem } = wizard;
  const [choosing, setChoosing] = useState(form.filingNumbers.length === 0);
  const filings = useFilings(form.filingNumbers).data ?? [];
  const labelOf = useFieldLabel(form);
  const goal = wizard.goal === undefined ? undefined : idOf(wizard.goal);
  const heading = useStepHeading(step, { goal, wrong: errors.length > 0 });
  const stepProps = {
    form,
    filings: filings.map(({ number, content }) => ({ number, name: content.system.name, content })),
    set,
    errors,
  };
  return (
    <Page title={t(texts.title)} system={t(portal.name)} wrong={errors.length > 0}>
      <p>{t(texts.intro)}</p>
      <WizardSteps current={steps.indexOf(step)} titles={steps.map((one) => t(texts.steps[one]))} />
      <ErrorSummary errors={errors} idOf={idOf} labelOf={labelOf} />
      {problem !== undefined && errors.length === 0 && <ProblemAlert error={problem} />}
      <DraftConflict state={draft.state} onKeep={() => void draft.keepMine({ form, step })} />
      <ChosenFilings filings={filings} onOthers={() => setChoosing(true)} />
      <form
        className="panel"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (step === 'check') void wizard.send();
          else wizard.next();
        }}
      >
        <h2 ref={heading} tabIndex={-1}>
          {t(texts.steps[step])}
        </h2>
        {step === 'unit' && <UnitFields {...stepProps} />}
        {step === 'system' && <SystemFields {...stepProps} goal={wizard.goal} />}
        {step === 'proofs' && <ProofsStep form={form} personal={me.kind === 'personal'} set={set} errors={errors} />}
        {step === 'check' && (
          <CheckStep form={form} preview={wizard.preview} set={set} errors={errors} goToField={wizard.goToField} />
        )}
        <div className="actions">
          {step !== 'unit' && <Button onClick={wizard.back}>{t(texts.back)}</Button>}
          <Button type="primary" htmlType="submit" loading={wizard.busy}>
            {t(texts.next[step])}
          </Button>
        </div>
        <DraftState state={draft.state} />
      </form>
      {choosing && (
        <FilingsWindow
          numbers={form.filingNumbers}
          onClose={() => setChoosing(false)}
          onChosen={(filingNumbers) => {
            set({ filingNumbers });
            setChoosing(false);
          }}
        />
      )}
    </Page>
  );
}
