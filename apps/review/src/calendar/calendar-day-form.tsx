import { Button } from 'antd';
import { useState, type FormEvent } from 'react';
import { SetCalendarDay, type CalendarDay } from '@beian/contracts/calendar.ts';
import { CalendarDate } from '@beian/contracts/common.ts';
import { ErrorSummary, type FieldError } from '@beian/ui/forms/error-summary.tsx';
import { answeredErrors, contractErrors } from '@beian/ui/forms/field-errors.ts';
import { RadioField, TextField } from '@beian/ui/forms/field.tsx';
import { ProblemAlert } from '@beian/ui/frame/page.tsx';
import { useLanguage, useText } from '@beian/ui/language/language.tsx';
import { api } from '@beian/ui/session/api.ts';
import { useAct } from '@beian/ui/session/use-act.ts';
import { texts } from './texts.ts';

const Form = SetCalendarDay.extend({ date: CalendarDate });
const idOf = (path: string) => `calendar-${path}`;
const labels = { date: texts.date, working: texts.working, name: texts.name };

/** Says of a day whether it is worked. */
export function CalendarDayForm() {
  const t = useText();
  const { locale } = useLanguage();
  const { act, busy, problem } = useAct();
  const [date, setDate] = useState('');
  const [name, setName] = useState('');
  const [working, setWorking] = useState<'yes' | 'no'>();
  const [errors, setErrors] = useState<FieldError[]>([]);
  const errorOf = (path: string) => errors.find((error) => error.path === path);

  const save = async (event: FormEvent) => {
    event.preventDefault();
    const body = { name: name.trim(), ...(working ? { working: working === 'yes' } : {}) };
    const wrong = contractErrors(Form, { ...(date ? { date } : {}), ...body }, locale);
    setErrors(wrong);
    if (wrong.length > 0) return;
    const saved = await act(() =>
      api.put<CalendarDay>(`/api/calendar/${date}`, body).catch((failure: unknown) => {
        setErrors(answeredErrors(failure));
        throw failure;
      }),
    );
    if (!saved) return;
    setDate('');
    setName('');
    setWorking(undefined);
  };
  return (
    <form className="panel" noValidate aria-labelledby="calendar-form" onSubmit={(event) => void save(event)}>
      <h2 id="calendar-form">{t(texts.set)}</h2>
      <ErrorSummary errors={errors} idOf={idOf} labelOf={(path) => t(labels[path as keyof typeof labels])} />
      {problem !== undefined && errors.length === 0 && <ProblemAlert error={problem} />}
      <TextField
        id={idOf('date')}
        label={t(texts.date)}
        error={errorOf('date')}
        required
        type="date"
        value={date}
        onChange={setDate}
      />
      <RadioField
        id={idOf('working')}
        label={t(texts.working)}
        error={errorOf('working')}
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
        error={errorOf('name')}
        required
        maxLength={50}
        value={name}
        onChange={setName}
      />
      <Button type="primary" htmlType="submit" loading={busy}>
        {t(texts.save)}
      </Button>
    </form>
  );
}
