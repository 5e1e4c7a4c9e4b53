import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { CorrectedDeviceTable, DeviceTableReport } from '@beian/contracts/device-tables.ts';
import type { StoredDocument } from '@beian/contracts/documents.ts';
import { useLanguage, useText } from '../language/language.tsx';
import { api } from '../session/api.ts';
import { texts } from './texts.ts';

type Table = Pick<StoredDocument, 'id'>;

const keyOf = (document: Table | undefined, locale: string) => ['device-table', document?.id, locale];

/** A report held against the count that the form declares (G9): no new check, for the rows have been counted. */
const against = (report: DeviceTableReport, declared: number | undefined): DeviceTableReport => {
  if (!declared) return report;
  const countAgrees = declared === report.rows;
  return { ...report, declared, countAgrees, ok: report.errors === 0 && countAgrees };
};

/** The check of an uploaded device table against the declared count, asked once per file and language. */
export function useTableReport(document: Table | undefined, deviceCount?: number) {
  const { locale } = useLanguage();
  return useQuery({
    queryKey: keyOf(document, locale),
    queryFn: () => api.post<DeviceTableReport>('/api/device-tables/check', { documentId: document?.id }),
    enabled: document !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
    select: (report) => against(report, deviceCount),
  });
}

/** Makes a corrected file of all fixes or of those of some issues; its report comes along and is not asked again. */
export function useCorrection(document: StoredDocument | undefined) {
  const { locale } = useLanguage();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (fixes: 'all' | string[]) =>
      api.post<CorrectedDeviceTable>('/api/device-tables/corrected', { documentId: document?.id, fixes }),
    onSuccess: (corrected) => void queries.setQueryData(keyOf(corrected.document, locale), corrected.report),
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
