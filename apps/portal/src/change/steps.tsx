import { useState } from 'react';
import type { Filing } from '@beian/contracts/filings.ts';
import { correctableFieldLabels as labels } from '@beian/contracts/correctable-fields.ts';
import type { FieldError } from '@beian/ui/forms/error-summary.tsx';
import { TextField } from '@beian/ui/forms/field.tsx';
import { shared } from '@beian/ui/frame/texts.ts';
import { useText } from '@beian/ui/language/language.tsx';
import { ownNumbers, type ChangeForm } from './change-form.ts';
import { ChangedSystemFields } from './changed-system-fields.tsx';
import { forAll, ScopeField } from './scope-field.tsx';
import { noValues, type SystemValues } from './system-values.ts';
import { texts } from './texts.ts';

export type StepProps = {
  form: ChangeForm;
  filings: readonly Filing[];
  set: (part: Partial<ChangeForm>) => void;
  errors: readonly FieldError[];
};

/** 变更单位信息 (M091): what is empty stays as it is. */
export function UnitStep({ form, filings, set, errors }: StepProps) {
  const t = useText();
  const now = (value: string | undefined) => value && t(texts.now, { value });
  const names = new Set(filings.map(({ content }) => content.unit.name));
  const field = (key: 'name' | 'headName', hint: string | undefined, maxLength: number) => (
    <TextField
      id={`change-unit-${key}`}
      label={t(labels[`unit.${key}`])}
      hint={hint}
      error={errors.find((error) => error.path === `unit.${key}`)}
      maxLength={maxLength}
      value={form.unit[key]}
      onChange={(value) => set({ unit: { ...form.unit, [key]: value } })}
    />
  );
  return (
    <>
      <p>{t(texts.emptyKeeps)}</p>
      {field('name', now([...names].join(t(shared.colon))), 100)}
      {field('headName', now(filings[0]?.content.unit.headName), 50)}
    </>
  );
}

/** 变更系统信息 (M093): for all filings, or for one of them. */
export function SystemStep({ form, filings, set, errors }: StepProps) {
  const t = useText();
  const own = ownNumbers(form);
  const [scope, setScope] = useState(() => scopeOfFirst(errors, own));
  const values = scope === forAll ? form.system : (form.perFiling[scope] ?? noValues());
  const part = scope === forAll ? 'system' : `perFiling.${own.indexOf(scope)}.system`;
  const change = (given: Partial<SystemValues>) => {
    const next = { ...values, ...given };
    set(scope === forAll ? { system: next } : { perFiling: { ...form.perFiling, [scope]: next } });
  };
  const shown = scope === forAll ? filings : filings.filter(({ number }) => number === scope);
  return (
    <>
      <p>{t(texts.emptyKeeps)}</p>
      <ScopeField
        filings={filings.map(({ number, content }) => ({ number, name: content.system.name }))}
        own={own}
        value={scope}
        onChange={setScope}
      />
      <ChangedSystemFields
        key={scope}
        values={values}
        contents={shown.map(({ content }) => content)}
        set={change}
        errorOf={(key) => errors.find((error) => error.path === `${part}.${key}`)}
      />
    </>
  );
}

/** The filing whose own value is wrong first; otherwise all. */
function scopeOfFirst(errors: readonly FieldError[], own: readonly string[]): string {
  const [part, i] = errors[0]?.path.split('.') ?? [];
  return (part === 'perFiling' && own[Number(i)]) || forAll;
}
