import { useNavigate } from '@tanstack/react-router';
import { App, Button } from 'antd';
import { useState, type FormEvent } from 'react';
import type { z } from 'zod';
import type { DictionaryEntry } from '@beian/contracts/dictionaries.ts';
import { choicesOf, reasonFits } from '@beian/contracts/dictionary.rules.ts';
import { Decide, type DecisionResult, type ReviewTaskDetail } from '@beian/contracts/review.ts';
import { decisionOutcomesOf, holderChangeLabels, holderChanges, outcomeLabelOf } from '@beian/contracts/vocabulary.ts';
import { DictionaryField } from '@beian/ui/dictionaries/dictionary-field.tsx';
import { useDictionaries } from '@beian/ui/dictionaries/use-dictionaries.ts';
import { ErrorSummary, type FieldError } from '@beian/ui/forms/error-summary.tsx';
import { answeredErrors, contractErrors } from '@beian/ui/forms/field-errors.ts';
import { RadioField, TextField } from '@beian/ui/forms/field.tsx';
import { ProblemAlert } from '@beian/ui/frame/page.tsx';
import { useLanguage, useText } from '@beian/ui/language/language.tsx';
import { api } from '@beian/ui/session/api.ts';
import { ApiProblem } from '@beian/ui/session/api-problem.ts';
import { useAct } from '@beian/ui/session/use-act.ts';
import { OrganField } from '../organs/organ-field.tsx';
import { CannedPicker } from './canned-picker.tsx';
import {
  bodyOf,
  DecideOnHolder,
  emptyForm,
  fitsOutcome,
  labelOfPath,
  movesHolder,
  type DecisionForm as Form,
} from './decision-form.ts';
import { NoticeEditor } from './notice-editor.tsx';
import { texts } from './texts.ts';

/** 审核决定 (I08): only for who holds the task; others read why not. */
export function DecisionPanel({ task }: { task: ReviewTaskDetail }) {
  const t = useText();
  const mine = task.allowed.includes('decide');
  const why = (): string => {
    if (task.status === 'decided' || task.status === 'cancelled') return t(texts.closed);
    if (task.resumeOn) return t(texts.suspended);
    return task.assignee ? t(texts.heldBy, { staffNo: task.assignee.staffNo }) : t(texts.claimFirst);
  };
  return (
    <section className="panel" aria-labelledby="decision">
      <h2 id="decision" tabIndex={-1}>
        {t(texts.title)}
      </h2>
      {mine ? <DecisionForm task={task} /> : <p>{why()}</p>}
    </section>
  );
}

const idOf = (path: string) => `decision-${path.replaceAll('.', '-')}`;

function DecisionForm({ task }: { task: ReviewTaskDetail }) {
  const { kind, stage } = task;
  const { filerKind } = task.application;
  const t = useText();
  const { locale } = useLanguage();
  const navigate = useNavigate();
  const { message } = App.useApp();
  const { act, busy, problem } = useAct();
  const [form, setForm] = useState(emptyForm);
  const [errors, setErrors] = useState<FieldError[]>([]);
  const set = (part: Partial<Form>) => setForm((now) => ({ ...now, ...part }));
  const errorOf = (path: string) => errors.find((error) => error.path === path);

  const decide = async (event: FormEvent) => {
    event.preventDefault();
    const body = bodyOf(form, task);
    const wrong = contractErrors(movesHolder(task, form.outcome) ? DecideOnHolder : Decide, body, locale);
    setErrors(wrong);
    if (wrong.length > 0) return;
    const result = await act(() =>
      api
        .post<z.infer<typeof DecisionResult>>(`/api/review/tasks/${task.id}/decision`, body)
        .catch((failure: unknown) => {
          setErrors(answeredErrors(failure));
          throw failure;
        }),
    );
    if (!result) return;
    void message.success(t(result.applied ? texts.settled : texts.recorded));
    await navigate({ to: '/' });
  };
  const { outcome } = form;
  const { all } = useDictionaries();
  const fits = (entry: DictionaryEntry) => reasonFits(entry, kind);
  const isReason = (reason: string | undefined) =>
    choicesOf(all, 'rejection_reason').some((entry) => entry.code === reason && fits(entry));
  const moving = movesHolder(task, outcome);
  return (
    <form noValidate onSubmit={(event) => void decide(event)}>
      <ErrorSummary errors={errors} idOf={idOf} labelOf={(path) => t(labelOfPath(path))} />
      {problem instanceof ApiProblem && errors.length === 0 && <ProblemAlert error={problem} />}
      <RadioField
        id="decision-outcome"
        label={t(texts.outcome)}
        required
        vertical
        error={errorOf('outcome')}
        value={outcome}
        options={decisionOutcomesOf({ kind, stage, filerKind }).map((value) => ({
          value,
          label: t(outcomeLabelOf(value, { kind, stage })),
        }))}
        onChange={(value) => set({ outcome: value })}
      />
      {outcome === 'return' && (
        <NoticeEditor
          kind={task.kind}
          entries={form.notice}
          late={task.lateFields}
          errors={errors}
          onChange={(notice) => set({ notice })}
        />
      )}
      {outcome === 'reject' && (
        <DictionaryField
          dictionary="rejection_reason"
          fits={fits}
          id="decision-reasonCode"
          label={t(texts.reason)}
          required
          error={errorOf('reasonCode')}
          value={form.reasonCode}
          onChange={(reasonCode) => set({ reasonCode })}
        />
      )}
      {moving && (
        <RadioField
          id="decision-holderChange"
          label={t(texts.holderChange)}
          hint={t(texts.holderChangeHint)}
          required
          error={errorOf('holderChange')}
          value={form.holderChange}
          options={holderChanges.map((value) => ({ value, label: t(holderChangeLabels[value]) }))}
          onChange={(holderChange) => set({ holderChange })}
        />
      )}
      {outcome === 'reroute' && (
        <OrganField
          id="decision-targetOrgan"
          label={t(texts.target)}
          hint={t(texts.targetHint)}
          error={errorOf('targetOrgan')}
          value={form.targetOrgan}
          near={task.organ.code.slice(0, 4)}
          except={task.organ.code}
          onChange={(targetOrgan) => set({ targetOrgan })}
        />
      )}
      <CannedPicker
        id="decision-canned"
        label={t(texts.canned)}
        hint={t(texts.cannedHint)}
        kind={task.kind}
        use={outcome === 'reject' ? 'rejection' : 'opinion'}
        fits={(canned) => fitsOutcome(canned, outcome)}
        onPick={({ text, reasonCode }) =>
          set({ opinion: text, ...(form.reasonCode === undefined && isReason(reasonCode) ? { reasonCode } : {}) })
        }
      />
      <TextField
        id="decision-opinion"
        label={t(texts.opinion)}
        hint={t(texts.opinionHint)}
        required
        rows={4}
        maxLength={1000}
        error={errorOf('opinion')}
        value={form.opinion}
        onChange={(opinion) => set({ opinion })}
      />
      <TextField
        id="decision-note"
        label={t(texts.note)}
        hint={t(texts.noteHint)}
        rows={2}
        maxLength={1000}
        error={errorOf('note')}
        value={form.note}
        onChange={(note) => set({ note })}
      />
      <Button type="primary" htmlType="submit" loading={busy} block>
        {t(texts.submit)}
      </Button>
    </form>
  );
}
