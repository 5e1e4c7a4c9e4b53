import { parentPort, workerData } from 'node:worker_threads';
import { fixedRows } from './device-fixes.rules.ts';
import { lintRow } from './device-row.rules.ts';
import { readDeviceTable, UnreadableTable, type ReadRow } from './device-table.rules.ts';
import { sheetRows } from './open-spreadsheet.ts';
import type { CheckedTable, FixedTable, TableJob, Unreadable } from './parse-device-table.ts';
import { writeDeviceTable } from './write-device-table.ts';

async function check({ bytes, mediaType, today, places = [] }: TableJob): Promise<CheckedTable> {
  return { table: await readDeviceTable(sheetRows(bytes, mediaType), { today, places }) };
}

async function fix({ bytes, mediaType, today, places = [], fixes = 'all' }: TableJob): Promise<FixedTable> {
  const seen: ReadRow[] = [];
  await readDeviceTable(sheetRows(bytes, mediaType), { today, places }, (row) => void seen.push(row));
  const place = { line: 0, cellOf: () => '' };
  const { rows, applied, unknown } = fixedRows(seen, fixes, (cells) => lintRow(cells, place, today, places).issues);
  return { bytes: await writeDeviceTable(rows), applied, unknown };
}

const job = workerData as TableJob;
const answer: CheckedTable | FixedTable | Unreadable = await (job.fixes ? fix(job) : check(job)).catch(
  (error: unknown) => ({ reason: error instanceof UnreadableTable ? error.reason : ('not-a-spreadsheet' as const) }),
);
parentPort?.postMessage(answer);
