import { Link, useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState, type FormEvent } from 'react';
import { beijingDay } from '@beian/contracts/beijing-day.rules.ts';
import { StatisticsQuery } from '@beian/contracts/statistics.ts';
import { applicationKindLabels, applicationKinds } from '@beian/contracts/vocabulary.ts';
import type { FieldError } from '@beian/ui/forms/error-summary.tsx';
import { contractErrors } from '@beian/ui/forms/field-errors.ts';
import { ChoiceField } from '@beian/ui/forms/choice-field.tsx';
import { DateField } from '@beian/ui/forms/date-field.tsx';
import { TextField } from '@beian/ui/forms/field.tsx';
import { useLanguage, useText } from '@beian/ui/language/language.tsx';
import { OrganField } from '../organs/organ-field.tsx';
import { type Period, type Preset, presetsOn } from './period-presets.rules.ts';
import type { StatisticsSearch } from './statistics-search.ts';
import { texts } from './texts.ts';

type Key = keyof StatisticsSearch;

/** Which figures: periods at a click, and everything else in a form. All of it stands in the address. */
export function StatisticsFilters(props: { search: StatisticsSearch; near: string | undefined; below: boolean }) {
  const { search, near, below } = props;
  const t = useText();
  const { locale } = useLanguage();
  const navigate = useNavigate();
  const presets = presetsOn(beijingDay(new Date()));
  // What is shown when nothing is asked for stands in the form too.
  const { from, to } = search.from || search.to ? search : presets.twelveMonths;
  const [form, setForm] = useState<Partial<Record<Key, string | undefined>>>({ ...search, from, to });
  const [errors, setErrors] = useState<FieldError[]>([]);
  const set = (key: Key, value: string) => setForm((now) => ({ ...now, [key]: value.trim() || undefined }));
  const field = (key: Key) => ({
    id: `statistics-${key}`,
    label: t(texts[key]),
    error: errors.find((error) => error.path === key),
    value: form[key] ?? '',
    onChange: (value: string) => set(key, value),
  });
  const apply = (event: FormEvent) => {
    event.preventDefault();
    const given = Object.fromEntries(Object.entries(form).filter(([, value]) => value !== undefined));
    const wrong = contractErrors(StatisticsQuery, given, locale);
    setErrors(wrong);
    if (wrong.length === 0) void navigate({ to: '/statistics', search: given as never });
  };
  return (
    <div className="panel statistics-filters">
      <nav className="views" aria-label={t(texts.periods)}>
        {(Object.entries(presets) as [Preset, Period][]).map(([preset, period]) => (
          <Link
            key={preset}
            to="/statistics"
            search={{ ...search, ...period } as never}
            aria-current={from === period.from && to === period.to ? 'page' : undefined}
          >
            {t(texts[preset])}
          </Link>
        ))}
      </nav>
      <form className="filters" noValidate onSubmit={apply} style={{ marginTop: 16 }}>
        <DateField {...field('from')} />
        <DateField {...field('to')} />
        <ChoiceField<string>
          {...field('kind')}
          options={[
            { value: '', label: t(texts.any) },
            ...applicationKinds.map((value) => ({ value: value as string, label: t(applicationKindLabels[value]) })),
          ]}
        />
        {below && <OrganField {...field('organ')} near={near} required={false} value={form.organ ?? undefined} />}
        <TextField {...field('division')} hint={t(texts.divisionHint)} inputMode="numeric" />
        <div className="actions" style={{ marginTop: 0 }}>
          <Button type="primary" htmlType="submit">
            {t(texts.apply)}
          </Button>
          <Button onClick={() => void navigate({ to: '/statistics', search: {} as never })}>{t(texts.clear)}</Button>
        </div>
      </form>
    </div>
  );
}
