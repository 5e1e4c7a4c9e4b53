import { useNavigate } from '@tanstack/react-router';
import { Button, Select } from 'antd';
import { useState, type FormEvent } from 'react';
import { AuditFilter } from '@beian/contracts/audit.ts';
import { auditActionLabels, auditChainLabels, auditChains, type AuditChain } from '@beian/contracts/vocabulary.ts';
import type { FieldError } from '@beian/ui/forms/error-summary.tsx';
import { contractErrors } from '@beian/ui/forms/field-errors.ts';
import { ChoiceField } from '@beian/ui/forms/choice-field.tsx';
import { DateField } from '@beian/ui/forms/date-field.tsx';
import { Field, TextField } from '@beian/ui/forms/field.tsx';
import { useLanguage, useText } from '@beian/ui/language/language.tsx';
import { queryOf } from '@beian/ui/session/api.ts';
import { filterOf, pathOf, type AuditSearch } from './audit-search.ts';
import { OrganField } from '../organs/organ-field.tsx';
import { texts } from './texts.ts';

const lines = [
  { key: 'actor', hint: texts.actorHint, Line: TextField },
  { key: 'subject', hint: texts.subjectHint, Line: TextField },
  { key: 'from', hint: undefined, Line: DateField },
  { key: 'to', hint: undefined, Line: DateField },
] as const;

/** Chain and filters; what is found by them can be exported. */
export function AuditFilters({ search }: { search: AuditSearch }) {
  const t = useText();
  const { locale } = useLanguage();
  const navigate = useNavigate();
  const [form, setForm] = useState<AuditSearch>(search);
  const [errors, setErrors] = useState<FieldError[]>([]);
  const set = (key: keyof AuditSearch, value: string) => setForm((now) => ({ ...now, [key]: value || undefined }));
  const go = (next: AuditSearch) => void navigate({ to: '/audit', search: next as never });
  const apply = (event: FormEvent) => {
    event.preventDefault();
    const trimmed = Object.fromEntries(Object.entries(filterOf(form)).map(([key, value]) => [key, value.trim()]));
    const wrong = contractErrors(AuditFilter, trimmed, locale);
    setErrors(wrong);
    if (wrong.length === 0) go({ ...trimmed, ...(form.chain ? { chain: form.chain } : {}) } as AuditSearch);
  };
  const actions = Object.entries(auditActionLabels).map(([value, label]) => ({ value, label: t(label) }));
  return (
    <form className="filters" role="search" noValidate onSubmit={apply}>
      <ChoiceField<AuditChain>
        id="audit-chain"
        label={t(texts.chain)}
        value={form.chain ?? 'filing'}
        options={auditChains.map((value) => ({ value, label: t(auditChainLabels[value]) }))}
        onChange={(value) => set('chain', value)}
      />
      <Field id="audit-action" label={t(texts.action)} value={form.action}>
        {(aria) => (
          <Select
            {...aria}
            style={{ width: '100%' }}
            showSearch={{ optionFilterProp: 'label' }}
            value={form.action ?? ''}
            options={[{ value: '', label: t(texts.any) }, ...actions]}
            onChange={(value: string) => set('action', value)}
          />
        )}
      </Field>
      <OrganField
        id="audit-organ"
        label={t(texts.organ)}
        required={false}
        error={undefined}
        value={form.organ}
        onChange={(value) => set('organ', value)}
      />
      {lines.map(({ key, hint, Line }) => (
        <Line
          key={key}
          id={`audit-${key}`}
          label={t(texts[key])}
          hint={hint && t(hint)}
          error={errors.find((error) => error.path === key)}
          value={form[key] ?? ''}
          onChange={(value) => set(key, value)}
        />
      ))}
      <div className="actions" style={{ marginTop: 0 }}>
        <Button type="primary" htmlType="submit">
          {t(texts.search)}
        </Button>
        <Button onClick={() => go({})}>{t(texts.clear)}</Button>
        <Button
          href={`${pathOf(search.chain)}/export?${queryOf(filterOf(search))}`}
          download
          aria-describedby="export-hint"
        >
          {t(texts.export)}
        </Button>
      </div>
      <p className="hint" id="export-hint" style={{ gridColumn: '1 / -1', marginBottom: 0 }}>
        {t(texts.exportHint)}
      </p>
    </form>
  );
}
