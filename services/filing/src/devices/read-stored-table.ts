import type { StoredDocument } from '@beian/contracts/documents.ts';
import { problem } from '@beian/service-kit/problem.ts';
import { beijingDay } from '../calendar/beijing-time.rules.ts';
import type { Deps } from '../deps.ts';
import { unreadableReasons, type DeviceTable } from './device-table.rules.ts';
import { parseDeviceTable, ParserBusy } from './parse-device-table.ts';

/** Fetches and parses an uploaded device table. Throws `device-table.unreadable` with the reason, or `device-table.busy`. */
export async function readStoredTable(
  deps: Pick<Deps, 'documents' | 'clock'>,
  document: StoredDocument,
  token: string,
): Promise<DeviceTable> {
  const bytes = await deps.documents.content(document.id, token);
  const today = beijingDay(deps.clock.now());
  const parsed = await parseDeviceTable(bytes, document.mediaType, today).catch((cause: unknown) => {
    throw cause instanceof ParserBusy ? problem('device-table.busy', { cause }) : cause;
  });
  if ('reason' in parsed) {
    throw problem('device-table.unreadable', { params: { reason: unreadableReasons[parsed.reason] } });
  }
  return parsed.table;
}
