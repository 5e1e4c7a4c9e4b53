import { deviceFactsOf } from '@beian/contracts/device-facts.rules.ts';
import type { CheckDeviceTable, DeviceTableReport } from '@beian/contracts/device-tables.ts';
import type { Locale } from '@beian/contracts/problems.ts';
import { requireUploader, type Actor } from '@beian/service-kit/actor.ts';
import type { Deps } from '../deps.ts';
import { describeIssue } from './device-messages.ts';
import type { DeviceTable } from './device-table.rules.ts';
import { readStoredTable, storedTable } from './read-stored-table.ts';

export type Asking = { actor: Actor; token: string; locale: Locale };

/** The lint of a device table without submitting it (N1, G9). Messages come in the reader's language. */
export async function checkDeviceTable(
  deps: Deps,
  by: Asking,
  { documentId, deviceCount }: CheckDeviceTable,
): Promise<DeviceTableReport> {
  requireUploader(by.actor);
  const document = await storedTable(deps, documentId, by.token);
  return reportOf(await readStoredTable(deps, document), deviceCount, by.locale);
}

/** A table as it was read, against the count that the form declares. */
export function reportOf(table: DeviceTable, declared: number | undefined, locale: Locale): DeviceTableReport {
  const { rows, errors, warnings, fixable, moreIssues } = table;
  const countAgrees = declared === undefined || declared === rows;
  return {
    ok: errors === 0 && countAgrees,
    rows,
    ...(declared === undefined ? {} : { declared }),
    countAgrees,
    errors,
    warnings,
    fixable,
    issues: table.issues.map((issue) => describeIssue(issue, locale)),
    moreIssues,
    facts: deviceFactsOf(table.devices),
  };
}
