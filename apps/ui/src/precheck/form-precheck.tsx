import { Spin } from 'antd';
import type { StoredDocument } from '@beian/contracts/documents.ts';
import { precheck, type Prechecked } from '@beian/contracts/precheck.rules.ts';
import type { Label } from '@beian/contracts/vocabulary.ts';
import { useTableReport } from '../devices/table-report.ts';
import { ProblemAlert } from '../frame/page.tsx';
import { useText } from '../language/language.tsx';
import type { FieldLink } from './finding-view.tsx';
import { PrecheckSection } from './precheck-view.tsx';
import { texts } from './texts.ts';

/** 条例预检 of a form as it is (N4): its values, and what the server reads of its device table. By the rules that the reviewer's list goes by. */
export function FormPrecheck(props: {
  checked: Omit<Prechecked, 'devices'>;
  deviceTable: Pick<StoredDocument, 'id'> | undefined;
  intro: Label;
  fieldLink: FieldLink;
  heading?: 'h2' | 'h3';
  /** The field of the device table is on the same page: it says itself how its check goes. */
  besideTable?: boolean;
}) {
  const { checked, deviceTable, intro, fieldLink, heading = 'h3', besideTable = false } = props;
  const t = useText();
  const report = useTableReport(deviceTable);
  const findings = precheck({ ...checked, devices: report.data?.facts });
  const complete = deviceTable === undefined || report.isSuccess;
  return (
    <PrecheckSection as={heading} intro={intro} findings={findings} fieldLink={fieldLink} complete={complete}>
      {!besideTable && (
        <>
          <div aria-live="polite">{report.isFetching && <Spin description={t(texts.checking)} />}</div>
          {report.error && <ProblemAlert error={report.error} onRetry={() => void report.refetch()} />}
        </>
      )}
    </PrecheckSection>
  );
}
