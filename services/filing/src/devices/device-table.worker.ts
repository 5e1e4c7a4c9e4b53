import { parentPort, workerData } from 'node:worker_threads';
import { readDeviceTable, UnreadableTable } from './device-table.rules.ts';
import { sheetRows } from './open-spreadsheet.ts';

const { bytes, mediaType, today } = workerData as { bytes: Uint8Array; mediaType: string; today: string };

try {
  parentPort?.postMessage({ table: await readDeviceTable(sheetRows(bytes, mediaType), today) });
} catch (error) {
  parentPort?.postMessage({ reason: error instanceof UnreadableTable ? error.reason : 'not-a-spreadsheet' });
}
