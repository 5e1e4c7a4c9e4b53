import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import type { Organ } from '@beian/contracts/accounts.ts';
import type { FieldError } from '@beian/ui/forms/error-summary.tsx';
import { Field } from '@beian/ui/forms/field.tsx';
import { api, queryOf } from '@beian/ui/session/api.ts';

/** Organs by what is typed of their name or code; before that those of a division, if one is given. */
export const useOrgans = (search: { q?: string | undefined; division?: string | undefined; closed?: 'true' }) =>
  useQuery({
    queryKey: ['organs', search],
    queryFn: async () => (await api.get<{ items: Organ[] }>(`/api/organs?${queryOf(search)}`)).items,
    staleTime: 60_000,
    placeholderData: (before) => before,
  });

/** An organ, found by its name or code; never the one that is excepted. */
export function OrganField(props: {
  id: string;
  label: string;
  hint?: string;
  /** Division whose organs are offered before anything is typed. */
  near?: string | undefined;
  except?: string;
  required?: boolean;
  value: string | undefined;
  error: FieldError | undefined;
  onChange: (code: string) => void;
}) {
  const { id, label, hint, near, except, required = true, value, error, onChange } = props;
  const [typed, setTyped] = useState('');
  const organs = useOrgans({ q: typed || undefined, division: typed ? undefined : near });
  const found = (organs.data ?? []).filter((organ) => organ.code !== except);
  const isFound = found.some((organ) => organ.code === value);
  // What is chosen keeps its name when the search is over.
  const chosen = useQuery({
    queryKey: ['organ', value],
    queryFn: () => api.get<Organ>(`/api/organs/${value}`),
    enabled: value !== undefined && organs.isSuccess && !isFound,
  });
  const all = chosen.data && !isFound && typed === '' ? [chosen.data, ...found] : found;
  const options = all.map(({ code, name }) => ({ value: code, label: name }));
  return (
    <Field id={id} label={label} hint={hint} required={required} error={error} value={value}>
      {(aria) => (
        <Select
          {...aria}
          style={{ width: '100%', maxWidth: 480 }}
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
