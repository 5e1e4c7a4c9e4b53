import type { ReviewedFiling } from '@beian/contracts/changes.ts';
import type { CorrectableField } from '@beian/contracts/correctable-fields.ts';
import type { DeviceDiff } from '@beian/contracts/device-tables.ts';
import type { PrecheckFinding } from '@beian/contracts/precheck.ts';
import type { StoredDocument } from '@beian/contracts/documents.ts';
import type { SqlEntityManager } from '@beian/service-kit/database.ts';
import type { ApplicationEntity, ApplicationVersion } from '../applications/application.entity.ts';
import type { Deps } from '../deps.ts';
import { diffDevices } from '../devices/device-diff.rules.ts';
import { devicesOfTable } from '../devices/read-devices.ts';
import { devicesAt } from '../filings/replace-devices.ts';
import { filingDiff } from './change.rules.ts';
import { precheckChange } from './precheck-change.ts';
import { deciding } from './present-change.ts';
import { filingsOfChange, type ReadFiling } from './read-change.ts';

/**
 * The filings of a change as its reviewer reads them: each against its version at the submission, and after a correction also against what
 * the last review saw. People masked, new tables by their names.
 */
export async function reviewedFilings(
  deps: Pick<Deps, 'sealer'>,
  em: SqlEntityManager,
  application: ApplicationEntity,
  {
    version,
    before,
    documents,
  }: { version: ApplicationVersion; before?: ApplicationVersion | undefined; documents: readonly StoredDocument[] },
): Promise<ReviewedFiling[]> {
  const nameOf = (id: string) => documents.find((document) => document.id === id)?.name;
  const now = await filingsOfChange(deps, em, [version]);
  const last = before ? await filingsOfChange(deps, em, [before]) : [];
  const tables = await newTables(em, version.id, now);
  return now.map((one) => {
    const table = tables.get(one.filingId);
    const seen = last.find((candidate) => candidate.filingId === one.filingId);
    return {
      filingNumber: one.filingNumber,
      systemName: one.before.open.system.name,
      ...deciding(application, one),
      diff: filingDiff(one.before, one.after, nameOf),
      ...(table ? { devices: table.devices } : {}),
      corrected: seen ? filingDiff(seen.after, one.after, nameOf) : [],
      precheck: table?.precheck ?? precheckChange(one),
    };
  });
}

type NewTable = { devices: DeviceDiff; precheck: PrecheckFinding[] };

/** What the new tables of a version do to the devices of their filings, and what the regulation has to do with them. */
async function newTables(
  em: SqlEntityManager,
  versionId: string,
  filings: readonly ReadFiling[],
): Promise<Map<string, NewTable>> {
  const tables = new Map<string, NewTable>();
  for (const one of filings) {
    const { filingId, base, before, after } = one;
    const { deviceTableId } = after.open.system;
    if (deviceTableId === before.open.system.deviceTableId) continue;
    const was = await devicesAt(em, { filingId, version: base.number });
    const rows = await devicesOfTable(em, versionId, deviceTableId);
    tables.set(filingId, { devices: diffDevices(was.rows, rows), precheck: precheckChange(one, rows) });
  }
  return tables;
}

/** The fields that a correction has changed in any filing of a change. */
export async function correctedInFilings(
  deps: Pick<Deps, 'sealer'>,
  em: SqlEntityManager,
  { before, after }: { before: ApplicationVersion; after: ApplicationVersion },
): Promise<CorrectableField[]> {
  const last = await filingsOfChange(deps, em, [before]);
  const now = await filingsOfChange(deps, em, [after]);
  return now.flatMap((one) => {
    const seen = last.find((candidate) => candidate.filingId === one.filingId);
    return seen ? filingDiff(seen.after, one.after).map(({ field }) => field) : [];
  });
}
