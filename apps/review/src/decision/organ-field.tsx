import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import type { Organ } from '@beian/contracts/accounts.ts';
import type { FieldError } from '@beian/ui/forms/error-summary.tsx';
import { Field } from '@beian/ui/forms/field.tsx';
import { useText } from '@beian/ui/language/language.tsx';
import { api, queryOf } from '@beian/ui/session/api.ts';
import { texts } from './texts.ts';

/** The organ to re-route to, found by its name; never the own one. */
export function OrganField(props: {
  own: string;
  value: string | undefined;
  error: FieldError | undefined;
  onChange: (code: string) => void;
}) {
  const { own, value, error, onChange } = props;
  const t = useText();
  const [typed, setTyped] = useState('');
  const organs = useQuery({
    queryKey: ['organs', typed],
    queryFn: async () =>
      (
        await api.get<{ items: Organ[] }>(
          `/api/organs?${queryOf({ q: typed || undefined, division: typed ? undefined : own.slice(0, 4) })}`,
        )
      ).items,
    staleTime: 60_000,
    placeholderData: (before) => before,
  });
  const options = (organs.data ?? [])
    .filter((organ) => organ.code !== own)
    .map(({ code, name }) => ({ value: code, label: name }));
  return (
    <Field
      id="decision-targetOrgan"
      label={t(texts.target)}
      hint={t(texts.targetHint)}
      required
      error={error}
      value={value}
    >
      {(aria) => (
        <Select
          {...aria}
          style={{ width: '100%' }}
          showSearch={{ filterOption: false, onSearch: setTyped }}
          loading={organs.isFetching}
          value={value ?? null}
          options={options}
          onChange={(code: string | null) => code && onChange(code)}
        />
      )}
    </Field>
  );
}
