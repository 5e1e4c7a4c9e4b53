import { Button } from 'antd';
import { useState, type FormEvent } from 'react';
import { SetAbsence, type Absence } from '@beian/contracts/absences.ts';
import { ErrorSummary, type FieldError } from '@beian/ui/forms/error-summary.tsx';
import { answeredErrors, contractErrors } from '@beian/ui/forms/field-errors.ts';
import { ChoiceField, TextField } from '@beian/ui/forms/field.tsx';
import { ProblemAlert } from '@beian/ui/frame/page.tsx';
import { useLanguage, useText } from '@beian/ui/language/language.tsx';
import { api } from '@beian/ui/session/api.ts';
import { useMe } from '@beian/ui/session/session.tsx';
import { useAct } from '@beian/ui/session/use-act.ts';
import { mayLead } from '../frame/roles.ts';
import { useDeciders } from '../task/assign-dialog.tsx';
import { texts } from './texts.ts';

const idOf = (path: string) => `absence-${path}`;
const labels = { accountId: texts.absent, coverAccountId: texts.cover, from: texts.from, until: texts.until };
type Form = { accountId: string; coverAccountId: string; from: string; until: string };
const empty: Form = { accountId: '', coverAccountId: '', from: '', until: '' };

/** Sets an absence: one's own, or of anyone in the organ for who leads. */
export function AbsenceForm() {
  const t = useText();
  const { locale } = useLanguage();
  const me = useMe();
  const deciders = useDeciders(undefined);
  const { act, busy, problem } = useAct();
  const [form, setForm] = useState(empty);
  const [errors, setErrors] = useState<FieldError[]>([]);
  const set = (part: Partial<Form>) => setForm((now) => ({ ...now, ...part }));
  const errorOf = (path: string) => errors.find((error) => error.path === path);
  const own = me.data?.accountId ?? '';
  const people = (deciders.data ?? []).map(({ accountId, staffNo }) => ({ value: accountId, label: staffNo }));
  const others = people.filter(({ value }) => value !== own);
  const absentId = form.accountId || own;

  const save = async (event: FormEvent) => {
    event.preventDefault();
    const given = Object.entries({ ...form, accountId: absentId }).filter(([, value]) => value !== '');
    const body = Object.fromEntries(given);
    const wrong = contractErrors(SetAbsence, body, locale);
    setErrors(wrong);
    if (wrong.length > 0) return;
    const saved = await act(() =>
      api.post<Absence>('/api/review/absences', body).catch((failure: unknown) => {
        setErrors(answeredErrors(failure));
        throw failure;
      }),
    );
    if (saved) setForm(empty);
  };
  return (
    <form className="panel" noValidate aria-labelledby="absence-form" onSubmit={(event) => void save(event)}>
      <h2 id="absence-form">{t(texts.add)}</h2>
      <ErrorSummary errors={errors} idOf={idOf} labelOf={(path) => t(labels[path as keyof typeof labels])} />
      {problem !== undefined && errors.length === 0 && <ProblemAlert error={problem} />}
      {mayLead(me.data) && (
        <ChoiceField<string>
          id={idOf('accountId')}
          label={t(texts.absent)}
          error={errorOf('accountId')}
          required
          value={absentId}
          options={[{ value: own, label: t(texts.myself, { staffNo: me.data?.staffNo ?? '' }) }, ...others]}
          onChange={(accountId) => set({ accountId })}
        />
      )}
      <ChoiceField<string>
        id={idOf('coverAccountId')}
        label={t(texts.cover)}
        error={errorOf('coverAccountId')}
        required
        value={form.coverAccountId || undefined}
        options={people.filter(({ value }) => value !== absentId)}
        onChange={(coverAccountId) => set({ coverAccountId })}
      />
      {(['from', 'until'] as const).map((day) => (
        <TextField
          key={day}
          id={idOf(day)}
          label={t(texts[day])}
          error={errorOf(day)}
          required
          type="date"
          value={form[day]}
          onChange={(value) => set({ [day]: value })}
        />
      ))}
      <Button type="primary" htmlType="submit" loading={busy}>
        {t(texts.add)}
      </Button>
    </form>
  );
}
