import type { CorrectDeviceTable, CorrectedDeviceTable } from '@beian/contracts/device-tables.ts';
import { requireUploader } from '@beian/service-kit/actor.ts';
import { fieldProblem } from '@beian/service-kit/problem.ts';
import type { Deps } from '../deps.ts';
import { reportOf, type Asking } from './check-device-table.ts';
import { fixStoredTable, readStoredTable, storedTable } from './read-stored-table.ts';

/**
 * 修正设备信息表 (N1): writes the table anew with the fixes of all or of some issues, stores it as another document of the filer, and
 * checks that one. The upload itself never changes. Throws `request.invalid` at `fixes` for an issue that has no fix in this table.
 */
export async function correctDeviceTable(
  deps: Deps,
  by: Asking,
  { documentId, deviceCount, fixes }: CorrectDeviceTable,
): Promise<CorrectedDeviceTable> {
  requireUploader(by.actor);
  const { token, locale } = by;
  const uploaded = await storedTable(deps, documentId, token);
  const { bytes, applied, unknown } = await fixStoredTable(deps, uploaded, fixes);
  if (unknown.length > 0) throw fieldProblem(['fixes'], 'device-table.fix-unknown');
  const document = await deps.documents.store({ kind: 'device_table', name: nameOf(uploaded.name), bytes }, token);
  // Read back from the store: the report is of what the filer now has.
  const table = await readStoredTable(deps, document);
  return { document, applied, report: reportOf(table, deviceCount, locale) };
}

const mark = '-已修正';

/** The upload's name with a mark, once. */
function nameOf(uploaded: string): string {
  const stem = uploaded.replace(/\.[^.]*$/, '');
  return `${stem.endsWith(mark) ? stem : stem + mark}.xlsx`;
}
