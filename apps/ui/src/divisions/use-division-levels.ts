import { useQuery } from '@tanstack/react-query';
import type { Division } from '@beian/contracts/accounts.ts';
import { useText } from '../language/language.tsx';
import { api } from '../session/api.ts';

const texts = {
  province: { zh: '省（自治区、直辖市）', en: 'Province' },
  city: { zh: '市', en: 'City' },
  county: { zh: '区（县）', en: 'County or district' },
  street: { zh: '街道（乡镇）', en: 'Street or town' },
};
export type Level = 'province' | 'city' | 'county' | 'street';
const levels = ['province', 'city', 'county', 'street'] as const;

/** The division below a code; provinces for none. They hardly ever change. */
export const useDivisions = (parent: string | undefined, enabled: boolean) =>
  useQuery({
    queryKey: ['divisions', parent ?? ''],
    queryFn: async () =>
      (await api.get<{ items: Division[] }>(`/api/divisions${parent ? `?parent=${parent}` : ''}`)).items,
    enabled,
    staleTime: Number.POSITIVE_INFINITY,
  });

/**
 * 所在地址 level by level, each list depending on the one before. `value` is a code of 2, 4, 6 or 9 digits: the codes say where one is, partial
 * ones are kept while choosing. `above` is what remains when a level is emptied. Without `withStreet` no street is asked for.
 */
export function useDivisionLevels(value = '', withStreet = true) {
  const t = useText();
  const codes: Record<Level, string | undefined> = {
    province: value.slice(0, 2) || undefined,
    city: value.length >= 4 ? value.slice(0, 4) : undefined,
    county: value.length >= 6 ? value.slice(0, 6) : undefined,
    street: value.length === 9 ? value : undefined,
  };
  const above: Record<Level, string | undefined> = {
    province: undefined,
    city: codes.province,
    county: codes.city,
    street: codes.county,
  };
  const lists = {
    province: useDivisions(undefined, true),
    city: useDivisions(codes.province, codes.province !== undefined),
    county: useDivisions(codes.city, codes.city !== undefined),
    street: useDivisions(codes.county, withStreet && codes.county !== undefined),
  };
  const shown = levels.filter((level) => withStreet || level !== 'street');
  return shown.map((level) => ({
    level,
    label: t(texts[level]),
    required: level !== 'street',
    code: codes[level],
    above: above[level],
    disabled: level !== 'province' && above[level] === undefined,
    loading: lists[level].isFetching,
    divisions: lists[level].data ?? [],
  }));
}
