import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { CorrectedDeviceTable, DeviceTableReport } from '@beian/contracts/device-tables.ts';
import type { StoredDocument } from '@beian/contracts/documents.ts';
import { useLanguage, useText } from '../language/language.tsx';
import { api } from '../session/api.ts';
import { texts } from './texts.ts';

type Table = Pick<StoredDocument, 'id'>;

const bodyOf = (document: Table | undefined, deviceCount: number | undefined) => ({
  documentId: document?.id,
  ...(deviceCount ? { deviceCount } : {}),
});
const keyOf = (document: Table | undefined, deviceCount: number | undefined, locale: string) => [
  'device-table',
  document?.id,
  deviceCount,
  locale,
];

/** The check of an uploaded device table against the declared count, asked once per file, count and language. */
export function useTableReport(document: Table | undefined, deviceCount: number | undefined) {
  const { locale } = useLanguage();
  return useQuery({
    queryKey: keyOf(document, deviceCount, locale),
    queryFn: () => api.post<DeviceTableReport>('/api/device-tables/check', bodyOf(document, deviceCount)),
    enabled: document !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** Makes a corrected file of all fixes or of those of some issues; its report comes along and is not asked again. */
export function useCorrection(document: StoredDocument | undefined, deviceCount: number | undefined) {
  const { locale } = useLanguage();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (fixes: 'all' | string[]) =>
      api.post<CorrectedDeviceTable>('/api/device-tables/corrected', { ...bodyOf(document, deviceCount), fixes }),
    onSuccess: (corrected) =>
      void queries.setQueryData(keyOf(corrected.document, deviceCount, locale), corrected.report),
  });
}

/** What a report says in one sentence when the table cannot be handed in. */
export function useTableError(): (report: DeviceTableReport | undefined) => string | undefined {
  const t = useText();
  return (report) => {
    if (!report || report.ok) return undefined;
    return report.errors > 0
      ? t(texts.bad, { count: report.errors })
      : t(texts.count, { declared: report.declared ?? 0, rows: report.rows });
  };
}
