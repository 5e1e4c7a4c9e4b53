import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState, type FormEvent } from 'react';
import { ReviewTaskFilter } from '@beian/contracts/review.ts';
import {
  applicationKindLabels,
  applicationKinds,
  reviewStageLabels,
  reviewStages,
  type Label,
} from '@beian/contracts/vocabulary.ts';
import type { FieldError } from '@beian/ui/forms/error-summary.tsx';
import { contractErrors } from '@beian/ui/forms/field-errors.ts';
import { ChoiceField } from '@beian/ui/forms/choice-field.tsx';
import { DateField } from '@beian/ui/forms/date-field.tsx';
import { TextField } from '@beian/ui/forms/field.tsx';
import { shared } from '@beian/ui/frame/texts.ts';
import { useLanguage, useText } from '@beian/ui/language/language.tsx';
import { filterOf, type QueueSearch } from './queue-search.ts';
import { texts } from './texts.ts';

type Key = keyof QueueSearch;
const choices = {
  kind: applicationKinds.map((value) => ({ value, label: applicationKindLabels[value] })),
  stage: reviewStages.map((value) => ({ value, label: reviewStageLabels[value] })),
  escalated: [
    { value: 'true', label: shared.yes },
    { value: 'false', label: shared.no },
  ],
  suspended: [
    { value: 'true', label: shared.yes },
    { value: 'false', label: shared.no },
  ],
  sort: [
    { value: 'due', label: texts.sortDue },
    { value: 'received', label: texts.sortReceived },
    { value: 'age', label: texts.sortAge },
  ],
} as const satisfies Partial<Record<Key, readonly { value: string; label: Label }[]>>;
const choiceLabels = {
  kind: texts.kind,
  stage: texts.stage,
  escalated: texts.escalatedFilter,
  suspended: texts.suspendedFilter,
  sort: texts.sort,
};
const lines = {
  assignee: texts.assignee,
  receivedFrom: texts.receivedFrom,
  receivedUntil: texts.receivedUntil,
  dueUntil: texts.dueUntil,
  uscc: texts.uscc,
  county: texts.county,
} as const satisfies Partial<Record<Key, Label>>;
type LineKey = keyof typeof lines;
const isDay = (key: LineKey): boolean => key === 'receivedFrom' || key === 'receivedUntil' || key === 'dueUntil';

/** Every other filter of the queue, and its order (I05). */
export function QueueFilters({ search }: { search: QueueSearch }) {
  const t = useText();
  const { locale } = useLanguage();
  const navigate = useNavigate();
  const [form, setForm] = useState<Partial<Record<Key, string | undefined>>>(search);
  const [errors, setErrors] = useState<FieldError[]>([]);
  const set = (key: Key, value: string) => setForm((now) => ({ ...now, [key]: value.trim() || undefined }));
  const errorOf = (path: string) => errors.find((error) => error.path === path);
  const go = (next: QueueSearch) => navigate({ to: '/', search: next as never });
  const apply = (event: FormEvent) => {
    event.preventDefault();
    const filter = filterOf(form as QueueSearch);
    const wrong = contractErrors(ReviewTaskFilter, filter, locale);
    setErrors(wrong);
    if (wrong.length === 0) void go(filter as QueueSearch);
  };
  return (
    <details style={{ marginTop: 16 }} open={Object.keys(choices).some((key) => key in filterOf(search))}>
      <summary>{t(texts.more)}</summary>
      <form className="filters" noValidate onSubmit={apply} style={{ marginTop: 16 }}>
        {(Object.keys(choices) as (keyof typeof choices)[]).map((key) => (
          <ChoiceField<string>
            key={key}
            id={`filter-${key}`}
            label={t(choiceLabels[key])}
            value={form[key] ?? (key === 'sort' ? 'due' : '')}
            options={[
              ...(key === 'sort' ? [] : [{ value: '', label: t(texts.any) }]),
              ...choices[key].map(({ value, label }) => ({ value: value as string, label: t(label) })),
            ]}
            onChange={(value) => set(key, value)}
          />
        ))}
        {(Object.keys(lines) as LineKey[]).map((key) => {
          const Line = isDay(key) ? DateField : TextField;
          return (
            <Line
              key={key}
              id={`filter-${key}`}
              label={t(lines[key])}
              hint={key === 'assignee' ? t(texts.assigneeHint) : undefined}
              error={errorOf(key)}
              value={form[key] ?? ''}
              onChange={(value) => set(key, value)}
            />
          );
        })}
        <div className="actions" style={{ marginTop: 0 }}>
          <Button htmlType="submit">{t(texts.apply)}</Button>
          <Button onClick={() => void go({})}>{t(texts.clear)}</Button>
        </div>
      </form>
    </details>
  );
}
