import { useEffect, useState } from 'react';
import type { ApplicationContent } from '@beian/contracts/applications.ts';
import { correctableFieldLabels as labels } from '@beian/contracts/correctable-fields.ts';
import type { FieldError } from '@beian/ui/forms/error-summary.tsx';
import { TextField } from '@beian/ui/forms/field.tsx';
import { useText } from '@beian/ui/language/language.tsx';
import { ownNumbers, type AskedValues } from './change-form.ts';
import { ChangedSystemFields } from './changed-system-fields.tsx';
import { forAll, ScopeField } from './scope-field.tsx';
import { noValues, type SystemValues } from './system-values.ts';
import { texts } from './texts.ts';

/** A filing of the change; without content where the form does not say what stands in it now. */
export type ChosenFiling = { number: string; name: string; content?: ApplicationContent | undefined };
export type StepProps = {
  form: AskedValues;
  filings: readonly ChosenFiling[];
  /** The fields shown, when not all of them. */
  keys?: readonly string[];
  set: (part: Partial<AskedValues>) => void;
  errors: readonly FieldError[];
};

/** 变更单位信息 (M091): what is empty stays as it is. */
export function UnitFields({ form, filings, keys = ['name', 'headName'], set, errors }: StepProps) {
  const t = useText();
  const units = filings.flatMap(({ content }) => content?.unit ?? []);
  const field = (key: 'name' | 'headName', maxLength: number) => {
    const now = [...new Set(units.map((unit) => unit[key]))].join('、');
    return (
      <TextField
        id={`change-unit-${key}`}
        label={t(labels[`unit.${key}`])}
        hint={now ? t(texts.now, { value: now }) : undefined}
        error={errors.find((error) => error.path === `unit.${key}`)}
        maxLength={maxLength}
        value={form.unit[key]}
        onChange={(value) => set({ unit: { ...form.unit, [key]: value } })}
      />
    );
  };
  return (
    <>
      <p>{t(texts.emptyKeeps)}</p>
      {keys.includes('name') && field('name', 100)}
      {keys.includes('headName') && field('headName', 50)}
    </>
  );
}

/** 变更系统信息 (M093): for all filings, or for one of them. */
export function SystemFields({ form, filings, keys, set, errors, goal }: StepProps & { goal?: string | undefined }) {
  const t = useText();
  const own = ownNumbers(form);
  const [scope, setScope] = useState(() => (goal ? scopeOf(goal, own) : undefined) ?? forAll);
  // The first wrong field is to be seen, whichever filing it belongs to.
  useEffect(() => {
    const wrong = errors[0] && scopeOf(errors[0].path, own);
    if (wrong) setScope(wrong);
  }, [errors]);
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
      <ScopeField filings={filings} own={own} value={scope} onChange={setScope} />
      <ChangedSystemFields
        key={scope}
        values={values}
        contents={shown.flatMap(({ content }) => content ?? [])}
        {...(keys ? { keys } : {})}
        set={change}
        errorOf={(key) => errors.find((error) => error.path === `${part}.${key}`)}
      />
    </>
  );
}

/** Whose value a path of a system names: that of all filings, or of one by its number. */
function scopeOf(path: string, own: readonly string[]): string | undefined {
  const [part, i] = path.split('.');
  if (part === 'system') return forAll;
  return part === 'perFiling' ? own[Number(i)] : undefined;
}
