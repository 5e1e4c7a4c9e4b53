import { Button } from 'antd';
import { useState, type FormEvent } from 'react';
import { SetCalendarDay, type CalendarDay } from '@beian/contracts/calendar.ts';
import { CalendarDate } from '@beian/contracts/common.ts';
import { ErrorSummary } from '@beian/ui/forms/error-summary.tsx';
import { DateField } from '@beian/ui/forms/date-field.tsx';
import { RadioField, TextField } from '@beian/ui/forms/field.tsx';
import { ProblemAlert } from '@beian/ui/frame/page.tsx';
import { useText } from '@beian/ui/language/language.tsx';
import { api } from '@beian/ui/session/api.ts';
import { useContractForm } from '../frame/use-contract-form.ts';
import { texts } from './texts.ts';

const Form = SetCalendarDay.extend({ date: CalendarDate });
const idOf = (path: string) => `calendar-${path}`;
const labels = { date: texts.date, working: texts.working, name: texts.name };

/** Says of a day whether it is worked. */
export function CalendarDayForm() {
  const t = useText();
  const [date, setDate] = useState('');
  const [name, setName] = useState('');
  const [working, setWorking] = useState<'yes' | 'no'>();
  const form = useContractForm(Form, () => api.put<CalendarDay>(`/api/calendar/${date}`, day()));
  const day = () => ({ name: name.trim(), ...(working ? { working: working === 'yes' } : {}) });

  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (!(await form.submit({ ...(date ? { date } : {}), ...day() }))) return;
    setDate('');
    setName('');
    setWorking(undefined);
  };
  return (
    <form className="panel" noValidate aria-labelledby="calendar-form" onSubmit={(event) => void save(event)}>
      <h2 id="calendar-form">{t(texts.set)}</h2>
      <ErrorSummary errors={form.errors} idOf={idOf} labelOf={(path) => t(labels[path as keyof typeof labels])} />
      {form.problem !== undefined && <ProblemAlert error={form.problem} />}
      <DateField
        id={idOf('date')}
        label={t(texts.date)}
        error={form.errorOf('date')}
        required
        value={date}
        onChange={setDate}
      />
      <RadioField
        id={idOf('working')}
        label={t(texts.working)}
        error={form.errorOf('working')}
        required
        value={working}
        options={[
          { value: 'yes', label: t(texts.workingYes) },
          { value: 'no', label: t(texts.workingNo) },
        ]}
        onChange={setWorking}
      />
      <TextField
        id={idOf('name')}
        label={t(texts.name)}
        error={form.errorOf('name')}
        required
        maxLength={50}
        value={name}
        onChange={setName}
      />
      <Button type="primary" htmlType="submit" loading={form.busy}>
        {t(texts.save)}
      </Button>
    </form>
  );
}
