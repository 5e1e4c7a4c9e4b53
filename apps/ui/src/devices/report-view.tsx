import { Alert, Button } from 'antd';
import type { CellIssue, DeviceTableReport } from '@beian/contracts/device-tables.ts';
import { ColumnHeads } from '../frame/column-heads.tsx';
import { useText } from '../language/language.tsx';
import { useTableError } from './table-report.ts';
import { texts } from './texts.ts';

/** The check of a device table, row by row what to mend; `onFix` mends some issues or all that can be mended. */
export function ReportView(props: {
  report: DeviceTableReport;
  busy: boolean;
  onFix: (fixes: 'all' | string[]) => void;
}) {
  const { report, busy, onFix } = props;
  const t = useText();
  const errorOf = useTableError();
  const both = report.errors > 0 && !report.countAgrees;
  return (
    <>
      {report.ok ? (
        <Alert type="success" showIcon title={t(texts.good, { rows: report.rows })} />
      ) : (
        <Alert
          type="error"
          showIcon
          title={errorOf(report)}
          description={both ? t(texts.count, { declared: report.declared ?? 0, rows: report.rows }) : undefined}
        />
      )}
      {report.warnings > 0 && <p className="hint">{t(texts.warnings, { count: report.warnings })}</p>}
      {report.fixable > 0 && (
        <>
          <p className="hint">{t(texts.fixHint)}</p>
          <Button loading={busy} onClick={() => onFix('all')}>
            {t(texts.fixAll, { count: report.fixable })}
          </Button>
        </>
      )}
      {report.issues.length > 0 && <Issues issues={report.issues} busy={busy} onFix={onFix} />}
      {report.moreIssues > 0 && <p>{t(texts.more, { count: report.moreIssues })}</p>}
    </>
  );
}

function Issues(props: { issues: CellIssue[]; busy: boolean; onFix: (fixes: string[]) => void }) {
  const { issues, busy, onFix } = props;
  const t = useText();
  return (
    <div
      style={{ maxHeight: 420, overflow: 'auto', marginTop: 12 }}
      tabIndex={0}
      role="region"
      aria-label={t(texts.issue)}
    >
      <table className="notice stacking">
        <ColumnHeads labels={[texts.cell, texts.issue, texts.remedy, texts.fix]} />
        <tbody>
          {issues.map((issue) => (
            <tr key={issue.id}>
              <th scope="row">{issue.cell}</th>
              <td>{issue.message}</td>
              <td>
                {issue.remedy}
                {issue.fix?.cells.map(({ cell, before, after }) => (
                  <div key={cell} className="hint">
                    {t(texts.change, { cell, before: before.trim() || t(texts.empty), after })}
                  </div>
                ))}
              </td>
              <td>
                {issue.fix && (
                  <Button
                    size="small"
                    disabled={busy}
                    aria-label={t(texts.fixOf, { cell: issue.cell })}
                    onClick={() => onFix([issue.id])}
                  >
                    {t(texts.fix)}
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
