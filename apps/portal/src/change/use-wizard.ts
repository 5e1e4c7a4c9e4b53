import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { FieldError } from '@beian/ui/forms/error-summary.tsx';
import { useLanguage } from '@beian/ui/language/language.tsx';
import type { useDraft } from '../drafts/use-draft.ts';
import { errorsOfStep, requestOf, stepOf, steps, type ChangeForm, type Step } from './change-form.ts';
import { usePreview } from './check-step.tsx';
import { useSubmission } from './submit-change.ts';

type Begin = {
  draftId: string;
  start: { form: ChangeForm; step: Step };
  draft: ReturnType<typeof useDraft<ChangeForm>>;
  /** The account must bring an authorisation (L5). */
  personal: boolean;
};

/** The form of a change between its steps: each is checked before the next, everything typed is in the draft, the end is the submission. */
export function useWizard({ draftId, start, draft, personal }: Begin) {
  const { locale } = useLanguage();
  const navigate = useNavigate();
  const [form, setForm] = useState(start.form);
  const [step, setStep] = useState<Step>(steps.includes(start.step) ? start.step : 'unit');
  const [errors, setErrors] = useState<FieldError[]>([]);
  const [goal, setGoal] = useState<string>();
  const request = requestOf(form);
  const preview = usePreview(request, step === 'check');
  const { submit, busy, problem, clear } = useSubmission();

  const set = (part: Partial<ChangeForm>) => {
    const next = { ...form, ...part };
    setForm(next);
    draft.save({ form: next, step });
  };
  /** To a step, or to one field of it by its path. */
  const goTo = (next: Step, path?: string) => {
    setGoal(path);
    setErrors([]);
    clear();
    setStep(next);
    draft.save({ form, step: next });
  };
  /** Shows what is wrong, on the step of the first of it; whether all is well. */
  const show = (found: FieldError[]): boolean => {
    setErrors(found);
    setGoal(undefined);
    if (found[0]) setStep(stepOf(found[0].path));
    return found.length === 0;
  };
  const errorsOf = (one: Step): FieldError[] => errorsOfStep(one, form, { sealed: personal, locale });
  const next = () => {
    const after = steps[steps.indexOf(step) + 1];
    if (show(errorsOf(step)) && after) goTo(after);
  };
  const goToField = (path: string) => goTo(stepOf(path), path);
  const back = () => goTo(steps[steps.indexOf(step) - 1] ?? 'unit');
  const send = async () => {
    const previewed = (preview.data?.filings ?? []).flatMap((filing) => filing.errors);
    const wrong = previewed.map(({ pointer, message }) => ({ path: pointer.slice(1).replaceAll('/', '.'), message }));
    if (!show(steps.flatMap(errorsOf)) || !show(wrong)) return;
    await draft.flush();
    const answer = await submit({ kind: 'change', ...request, truthful: form.truthful, draftId });
    if ('errors' in answer) {
      show(answer.errors);
      return;
    }
    draft.forget();
    await navigate({ to: '/submitted/$id', params: { id: answer.application.id } });
  };
  return { form, set, step, goal, errors, next, back, goToField, send, preview, busy, problem };
}
