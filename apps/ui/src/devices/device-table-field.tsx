import { Button, Spin } from 'antd';
import { useEffect, useRef, useState } from 'react';
import type { StoredDocument } from '@beian/contracts/documents.ts';
import { documentKindLabels } from '@beian/contracts/vocabulary.ts';
import { FileField } from '../files/file-field.tsx';
import type { FieldError } from '../forms/error-summary.tsx';
import { ProblemAlert } from '../frame/page.tsx';
import { useText } from '../language/language.tsx';
import { ReportView } from './report-view.tsx';
import { useCorrection, useTableReport } from './table-report.ts';
import { texts } from './texts.ts';

/**
 * The device table of a form (M061–M064, N1): template, upload, row by row what to mend, and fixes by one click. A fix makes a new
 * file, which the form then holds; the filer's own stays and can be taken again.
 */
export function DeviceTableField(props: {
  id?: string;
  deviceCount: number | undefined;
  required?: boolean;
  value: StoredDocument | undefined;
  error: FieldError | undefined;
  onChange: (document: StoredDocument | undefined) => void;
}) {
  const { id = 'system-deviceTableId', deviceCount, required = true, value, error, onChange } = props;
  const t = useText();
  const report = useTableReport(value, deviceCount);
  const correction = useCorrection(value);
  const [own, setOwn] = useState<StoredDocument>();
  const status = useRef<HTMLParagraphElement>(null);
  const corrected = own && value && own.id !== value.id ? value : undefined;
  const applied = corrected && correction.data?.document.id === corrected.id ? correction.data.applied : undefined;

  // The button that was pressed is gone with its issue: the focus goes to what came of it.
  useEffect(() => {
    if (applied !== undefined) status.current?.focus();
  }, [applied, corrected?.id]);
  const fix = (fixes: 'all' | string[]) =>
    correction.mutate(fixes, {
      onSuccess: ({ document }) => {
        setOwn((now) => now ?? value);
        onChange(document);
      },
    });
  const choose = (document: StoredDocument | undefined) => {
    setOwn(undefined);
    correction.reset();
    onChange(document);
  };
  return (
    <>
      <p>{t(texts.intro, { count: deviceCount ?? '–' })}</p>
      <p>
        <a href="/api/templates/device-table" download>
          {t(texts.template)}
        </a>
      </p>
      <FileField
        id={id}
        kind="device_table"
        label={t(documentKindLabels.device_table)}
        hint={t(texts.hint)}
        accept=".xlsx,.csv"
        required={required}
        value={value}
        error={error}
        onChange={choose}
      />
      {corrected && own && (
        <div style={{ marginBottom: 12 }}>
          <p ref={status} tabIndex={-1} role="status">
            {applied !== undefined && t(texts.fixed, { count: applied })}
          </p>
          <p>
            <a href={`/api/documents/${corrected.id}/content`} download>
              {t(texts.download)}
            </a>
          </p>
          <p>
            <a href={`/api/documents/${own.id}/content`} download>
              {t(texts.upload, { name: own.name })}
            </a>{' '}
            <Button size="small" onClick={() => choose(own)}>
              {t(texts.restore)}
            </Button>
          </p>
        </div>
      )}
      <div aria-live="polite">
        {report.isFetching && <Spin description={t(texts.checking)} />}
        {correction.isPending && <Spin description={t(texts.fixing)} />}
      </div>
      {/* What is said here are alerts of their own: in the live region above they would be read out twice, and a table as a whole. */}
      {report.error && <ProblemAlert error={report.error} onRetry={() => void report.refetch()} />}
      {correction.error && <ProblemAlert error={correction.error} />}
      {report.data && <ReportView report={report.data} busy={correction.isPending} onFix={fix} />}
    </>
  );
}
