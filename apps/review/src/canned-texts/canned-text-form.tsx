import { Button } from 'antd';
import { useState, type FormEvent } from 'react';
import { SaveCannedText, type CannedText } from '@beian/contracts/canned-texts.ts';
import { correctableFieldLabels, correctableFields } from '@beian/contracts/correctable-fields.ts';
import {
  applicationKindLabels,
  applicationKinds,
  cannedUseLabels,
  cannedUses,
  decisionOutcomeLabels,
  decisionOutcomes,
} from '@beian/contracts/vocabulary.ts';
import { useDictionaries } from '@beian/ui/dictionaries/use-dictionaries.ts';
import { ErrorSummary, type FieldError } from '@beian/ui/forms/error-summary.tsx';
import { ChoiceField } from '@beian/ui/forms/choice-field.tsx';
import { RadioField, TextField } from '@beian/ui/forms/field.tsx';
import { ProblemAlert } from '@beian/ui/frame/page.tsx';
import { useText } from '@beian/ui/language/language.tsx';
import { api } from '@beian/ui/session/api.ts';
import { useMe } from '@beian/ui/session/session.tsx';
import { mayEdit } from '../content/for-editors.tsx';
import { mayLead } from '../frame/roles.ts';
import { useContractForm } from '../frame/use-contract-form.ts';
import { texts } from './texts.ts';

const idOf = (path: string) => `canned-${path}`;
const names = ['use', 'kind', 'outcome', 'reasonCode', 'field', 'text', 'advice', 'national'] as const;
type Form = Partial<Record<(typeof names)[number], string>>;

/** A new text, or one that is changed. Only what belongs to its use is asked for and sent. */
export function CannedTextForm({ start, onDone }: { start: CannedText | undefined; onDone: () => void }) {
  const t = useText();
  const me = useMe();
  const [form, setForm] = useState<Form>(() => formOf(start, mayEdit(me.data) && !mayLead(me.data)));
  const sent = useContractForm(SaveCannedText, (body, key) => {
    const path = '/api/review/canned-texts';
    if (start) return api.put<CannedText>(`${path}/${start.id}`, body);
    return api.create<CannedText>(path, body, key);
  });
  const set = (part: Form) => setForm((now) => ({ ...now, ...part }));
  const labels: Record<string, string> = { use: t(texts.use), field: t(texts.field), advice: t(texts.advice) };
  const textLabel = t(form.use === 'notice' ? texts.problem : texts.text);

  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (!(await sent.submit(bodyOf(form)))) return;
    set({ text: '', advice: '' });
    onDone();
  };
  return (
    <form className="panel" noValidate aria-labelledby="canned-form" onSubmit={(event) => void save(event)}>
      <h2 id="canned-form">{t(start ? texts.change : texts.add)}</h2>
      <ErrorSummary errors={sent.errors} idOf={idOf} labelOf={(path) => labels[path] ?? textLabel} />
      {sent.problem !== undefined && <ProblemAlert error={sent.problem} />}
      <RadioField<string>
        id={idOf('use')}
        label={t(texts.use)}
        required
        error={sent.errorOf('use')}
        value={form.use}
        options={cannedUses.map((value) => ({ value, label: t(cannedUseLabels[value]) }))}
        onChange={(use) => set({ use })}
      />
      <UseFields form={form} set={set} errorOf={sent.errorOf} />
      <TextField
        id={idOf('text')}
        label={textLabel}
        required
        rows={3}
        maxLength={form.use === 'notice' ? 200 : 1000}
        error={sent.errorOf('text')}
        value={form.text ?? ''}
        onChange={(text) => set({ text })}
      />
      {form.use === 'notice' && (
        <TextField
          id={idOf('advice')}
          label={t(texts.advice)}
          required
          rows={2}
          maxLength={200}
          error={sent.errorOf('advice')}
          value={form.advice ?? ''}
          onChange={(advice) => set({ advice })}
        />
      )}
      <div className="actions">
        <Button type="primary" htmlType="submit" loading={sent.busy}>
          {t(texts.save)}
        </Button>
        {start && <Button onClick={onDone}>{t(texts.cancel)}</Button>}
      </div>
    </form>
  );
}

/** What a text of this use goes with, and for whom it is where the caller keeps both. */
function UseFields(props: {
  form: Form;
  set: (part: Form) => void;
  errorOf: (path: string) => FieldError | undefined;
}) {
  const { form, set, errorOf } = props;
  const t = useText();
  const me = useMe();
  const { optionsOf } = useDictionaries();
  const choice = (
    path: (typeof names)[number],
    label: string,
    options: { value: string; label: string }[],
    required = false,
  ) => (
    <ChoiceField<string>
      id={idOf(path)}
      label={label}
      required={required}
      error={errorOf(path)}
      value={required ? form[path] || undefined : (form[path] ?? '')}
      options={options}
      onChange={(value) => set({ [path]: value })}
    />
  );
  return (
    <>
      {choice('kind', t(texts.kind), [
        { value: '', label: t(texts.all) },
        ...applicationKinds.map((value) => ({ value, label: t(applicationKindLabels[value]) })),
      ])}
      {form.use === 'opinion' &&
        choice('outcome', t(texts.outcome), [
          { value: '', label: t(texts.anyOutcome) },
          ...decisionOutcomes.map((value) => ({ value, label: t(decisionOutcomeLabels[value]) })),
        ])}
      {form.use === 'rejection' &&
        choice('reasonCode', t(texts.reason), [
          { value: '', label: t(texts.anyReason) },
          ...optionsOf('rejection_reason', form.reasonCode || undefined),
        ])}
      {form.use === 'notice' &&
        choice(
          'field',
          t(texts.field),
          correctableFields.map((value) => ({ value, label: t(correctableFieldLabels[value]) })),
          true,
        )}
      {mayEdit(me.data) &&
        mayLead(me.data) &&
        choice('national', t(texts.whose), [
          { value: '', label: t(texts.organ) },
          { value: 'yes', label: t(texts.national) },
        ])}
    </>
  );
}

const formOf = (start: CannedText | undefined, national: boolean): Form =>
  start
    ? {
        use: start.use,
        kind: start.kind ?? '',
        outcome: start.outcome ?? '',
        reasonCode: start.reasonCode ?? '',
        field: start.field ?? '',
        text: start.text,
        advice: start.advice ?? '',
        national: start.national ? 'yes' : '',
      }
    : { use: 'opinion', national: national ? 'yes' : '' };

function bodyOf({ use, kind, outcome, reasonCode, field, text = '', advice, national }: Form): Record<string, unknown> {
  const given = {
    kind,
    ...(use === 'opinion' ? { outcome } : {}),
    ...(use === 'rejection' ? { reasonCode } : {}),
    ...(use === 'notice' ? { field, advice } : {}),
  };
  const filled = Object.entries(given).filter(([, value]) => value?.trim());
  return { use, text, national: national === 'yes', ...Object.fromEntries(filled) };
}
