import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import type { Division } from '@beian/contracts/accounts.ts';
import type { FieldError } from '../forms/error-summary.tsx';
import { Field } from '../forms/field.tsx';
import { api } from '../session/api.ts';
import { useText } from '../language/language.tsx';

const texts = {
  province: { zh: '省（自治区、直辖市）', en: 'Province' },
  city: { zh: '市', en: 'City' },
  county: { zh: '区（县）', en: 'County or district' },
  street: { zh: '街道（乡镇）', en: 'Street or town' },
  optional: { zh: '选填', en: 'Optional' },
};
type Level = 'province' | 'city' | 'county' | 'street';
export type Place = { countyCode?: string | undefined; streetCode?: string | undefined };

/** The division below a code; provinces for none. They hardly ever change. */
export const useDivisions = (parent: string | undefined, enabled: boolean) =>
  useQuery({
    queryKey: ['divisions', parent ?? ''],
    queryFn: async () =>
      (await api.get<{ items: Division[] }>(`/api/divisions${parent ? `?parent=${parent}` : ''}`)).items,
    enabled,
    staleTime: Number.POSITIVE_INFINITY,
  });

/** 所在地址: province, city, county and, if wished, street, each list depending on the one before. The codes say where one is: partial codes are kept while choosing. */
export function DivisionFields(props: {
  id: string;
  /** A code of 2, 4, 6 or 9 digits: what has been chosen so far. */
  value: string | undefined;
  error?: FieldError | undefined;
  onChange: (code: string | undefined) => void;
}) {
  const { id, value = '', error, onChange } = props;
  const t = useText();
  const codes: Record<Level, string | undefined> = {
    province: value.slice(0, 2) || undefined,
    city: value.length >= 4 ? value.slice(0, 4) : undefined,
    county: value.length >= 6 ? value.slice(0, 6) : undefined,
    street: value.length === 9 ? value : undefined,
  };
  const lists = {
    province: useDivisions(undefined, true),
    city: useDivisions(codes.province, codes.province !== undefined),
    county: useDivisions(codes.city, codes.city !== undefined),
    street: useDivisions(codes.county, codes.county !== undefined),
  };
  const before: Record<Level, string | undefined> = {
    province: undefined,
    city: codes.province,
    county: codes.city,
    street: codes.county,
  };
  return (
    <div style={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(200px, 1fr))', gap: '0 16px' }}>
      {(Object.keys(codes) as Level[]).map((level) => (
        <Field
          key={level}
          id={`${id}-${level}`}
          label={t(texts[level])}
          required={level !== 'street'}
          value={codes[level]}
          error={level === 'county' ? error : undefined}
        >
          {(aria) => (
            <Select
              {...aria}
              style={{ width: '100%' }}
              showSearch={{ optionFilterProp: 'label' }}
              allowClear={level === 'street'}
              disabled={level !== 'province' && before[level] === undefined}
              loading={lists[level].isFetching}
              placeholder={level === 'street' && codes.county ? t(texts.optional) : ''}
              value={codes[level] ?? null}
              options={(lists[level].data ?? []).map(({ code, name }) => ({ value: code, label: name }))}
              onChange={(code: string | null | undefined) => onChange(code ?? before[level])}
            />
          )}
        </Field>
      ))}
    </div>
  );
}
