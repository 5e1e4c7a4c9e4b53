import { useQuery } from '@tanstack/react-query';
import { Alert, Spin } from 'antd';
import type { DeviceTableReport } from '@beian/contracts/device-tables.ts';
import type { StoredDocument } from '@beian/contracts/documents.ts';
import { documentKindLabels } from '@beian/contracts/vocabulary.ts';
import type { FieldError } from '@beian/ui/forms/error-summary.tsx';
import { FileField } from '@beian/ui/files/file-field.tsx';
import { ProblemAlert } from '@beian/ui/frame/page.tsx';
import { useLanguage, useText } from '@beian/ui/language/language.tsx';
import { api } from '@beian/ui/session/api.ts';
import { texts } from './texts.ts';

/** The check of an uploaded device table against the declared count, asked once per file, count and language. */
export function useTableReport(document: StoredDocument | undefined, deviceCount: number | undefined) {
  const { locale } = useLanguage();
  return useQuery({
    queryKey: ['device-table', document?.id, deviceCount, locale],
    queryFn: () =>
      api.post<DeviceTableReport>('/api/device-tables/check', {
        documentId: document?.id,
        ...(deviceCount ? { deviceCount } : {}),
      }),
    enabled: document !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** The device table (M063–M065): template, upload, row by row what to mend. Used by the form and by a correction. */
export function DeviceTableField(props: {
  deviceCount: number | undefined;
  value: StoredDocument | undefined;
  error: FieldError | undefined;
  onChange: (document: StoredDocument | undefined) => void;
}) {
  const { deviceCount, value, error, onChange } = props;
  const t = useText();
  const report = useTableReport(value, deviceCount);
  return (
    <>
      <p>{t(texts.tableIntro, { count: deviceCount ?? '–' })}</p>
      <p>
        <a href="/api/templates/device-table" download>
          {t(texts.template)}
        </a>
      </p>
      <FileField
        id="system-deviceTableId"
        kind="device_table"
        label={t(documentKindLabels.device_table)}
        hint={t(texts.tableHint)}
        accept=".xlsx,.csv"
        required
        value={value}
        error={error}
        onChange={onChange}
      />
      <div aria-live="polite">
        {report.isFetching && <Spin description={t(texts.checking)} />}
        {report.error && <ProblemAlert error={report.error} onRetry={() => void report.refetch()} />}
        {report.data && <Report report={report.data} />}
      </div>
    </>
  );
}

function Report({ report }: { report: DeviceTableReport }) {
  const t = useText();
  const errors = report.issues.filter((issue) => issue.severity === 'error');
  const warnings = report.issues.length - errors.length;
  return (
    <>
      {report.ok ? (
        <Alert type="success" showIcon title={t(texts.tableGood, { rows: report.rows })} />
      ) : (
        <Alert
          type="error"
          showIcon
          title={
            errors.length > 0
              ? t(texts.tableBad, { count: errors.length + report.moreIssues })
              : t(texts.tableCount, { declared: report.declared ?? 0, rows: report.rows })
          }
          description={
            errors.length > 0 && !report.countAgrees
              ? t(texts.tableCount, { declared: report.declared ?? 0, rows: report.rows })
              : undefined
          }
        />
      )}
      {warnings > 0 && <p className="hint">{t(texts.warnings, { count: warnings })}</p>}
      {report.issues.length > 0 && (
        <div
          style={{ maxHeight: 420, overflow: 'auto', marginTop: 12 }}
          tabIndex={0}
          role="region"
          aria-label={t(texts.issue)}
        >
          <table className="notice">
            <thead>
              <tr>
                <th scope="col">{t(texts.cell)}</th>
                <th scope="col">{t(texts.issue)}</th>
                <th scope="col">{t(texts.remedy)}</th>
              </tr>
            </thead>
            <tbody>
              {report.issues.map((issue) => (
                <tr key={`${issue.cell}-${issue.code}`}>
                  <th scope="row">{issue.cell}</th>
                  <td>{issue.message}</td>
                  <td>{issue.remedy}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {report.moreIssues > 0 && <p>{t(texts.moreIssues, { count: report.moreIssues })}</p>}
    </>
  );
}
