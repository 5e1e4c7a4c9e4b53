import { Button } from 'antd';
import { useState, type FormEvent } from 'react';
import { SetAbsence, type Absence } from '@beian/contracts/absences.ts';
import { ErrorSummary } from '@beian/ui/forms/error-summary.tsx';
import { ChoiceField } from '@beian/ui/forms/choice-field.tsx';
import { DateField } from '@beian/ui/forms/date-field.tsx';
import { ProblemAlert } from '@beian/ui/frame/page.tsx';
import { useText } from '@beian/ui/language/language.tsx';
import { api } from '@beian/ui/session/api.ts';
import { useMe } from '@beian/ui/session/session.tsx';
import { mayLead } from '../frame/roles.ts';
import { useContractForm } from '../frame/use-contract-form.ts';
import { useDeciders } from '../task/assign-dialog.tsx';
import { texts } from './texts.ts';

const idOf = (path: string) => `absence-${path}`;
const labels = { accountId: texts.absent, coverAccountId: texts.cover, from: texts.from, until: texts.until };
type Form = { accountId: string; coverAccountId: string; from: string; until: string };
const empty: Form = { accountId: '', coverAccountId: '', from: '', until: '' };

/** Sets an absence: one's own, or of anyone in the organ for who leads. */
export function AbsenceForm() {
  const t = useText();
  const me = useMe();
  const deciders = useDeciders(undefined);
  const [form, setForm] = useState(empty);
  const sent = useContractForm(SetAbsence, (body) => api.post<Absence>('/api/review/absences', body));
  const set = (part: Partial<Form>) => setForm((now) => ({ ...now, ...part }));
  const own = me.data?.accountId ?? '';
  const people = (deciders.data ?? []).map(({ accountId, staffNo }) => ({ value: accountId, label: staffNo }));
  const others = people.filter(({ value }) => value !== own);
  const absentId = form.accountId || own;

  const save = async (event: FormEvent) => {
    event.preventDefault();
    const given = Object.entries({ ...form, accountId: absentId }).filter(([, value]) => value !== '');
    if (await sent.submit(Object.fromEntries(given))) setForm(empty);
  };
  return (
    <form className="panel" noValidate aria-labelledby="absence-form" onSubmit={(event) => void save(event)}>
      <h2 id="absence-form">{t(texts.add)}</h2>
      <ErrorSummary errors={sent.errors} idOf={idOf} labelOf={(path) => t(labels[path as keyof typeof labels])} />
      {sent.problem !== undefined && <ProblemAlert error={sent.problem} />}
      {mayLead(me.data) && (
        <ChoiceField<string>
          id={idOf('accountId')}
          label={t(texts.absent)}
          error={sent.errorOf('accountId')}
          required
          value={absentId}
          options={[{ value: own, label: t(texts.myself, { staffNo: me.data?.staffNo ?? '' }) }, ...others]}
          onChange={(accountId) => set({ accountId })}
        />
      )}
      <ChoiceField<string>
        id={idOf('coverAccountId')}
        label={t(texts.cover)}
        error={sent.errorOf('coverAccountId')}
        required
        value={form.coverAccountId || undefined}
        options={people.filter(({ value }) => value !== absentId)}
        onChange={(coverAccountId) => set({ coverAccountId })}
      />
      {(['from', 'until'] as const).map((day) => (
        <DateField
          key={day}
          id={idOf(day)}
          label={t(texts[day])}
          error={sent.errorOf(day)}
          required
          value={form[day]}
          onChange={(value) => set({ [day]: value })}
        />
      ))}
      <Button type="primary" htmlType="submit" loading={sent.busy}>
        {t(texts.add)}
      </Button>
    </form>
  );
}
