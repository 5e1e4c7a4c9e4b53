import type { DeviceRow } from '@beian/contracts/device-tables.ts';
import type { SqlEntityManager } from '@beian/service-kit/database.ts';

/** The device table that a filing gets with a version of its own; its rows came with the version of the application. */
export type ReplacedTable = { filingId: string; documentId: string; version: number };

const asked = `asked as (
  select * from jsonb_to_recordset(?::jsonb) as a ("filingId" uuid, "documentId" uuid, version int)
), fresh as (
  select document_id, serial, row from application_device where application_version_id = ?
)`;

/**
 * Gives filings their new device tables. Rows that stay the same stay; what goes or is replaced is kept with the versions that it held
 * for, so history grows by what changed and not by the whole table. Two statements for all filings.
 */
export async function replaceDevices(
  em: SqlEntityManager,
  applicationVersionId: string,
  replaced: readonly ReplacedTable[],
): Promise<void> {
  if (replaced.length === 0) return;
  const params = [JSON.stringify(replaced), applicationVersionId];
  await em.execute(
    `with ${asked}, gone as (
       delete from device d using asked a
       where d.filing_id = a."filingId" and not exists (
         select 1 from fresh n where n.document_id = a."documentId" and n.serial = d.serial and n.row = d.row)
       returning d.filing_id, d.serial, d.from_version, a.version as until_version, d.row
     )
     insert into former_device (filing_id, serial, from_version, until_version, row)
     select filing_id, serial, from_version, until_version, row from gone`,
    params,
    'run',
  );
  await em.execute(
    `with ${asked}
     insert into device (filing_id, serial, from_version, row)
     select a."filingId", n.serial, a.version, n.row from asked a join fresh n on n.document_id = a."documentId"
     where not exists (select 1 from device d where d.filing_id = a."filingId" and d.serial = n.serial)`,
    params,
    'run',
  );
}

/** The devices of a filing as a version had them, by their numbers; all of them, or the first `limit`. */
export async function devicesAt(
  em: SqlEntityManager,
  { filingId, version, limit = null }: { filingId: string; version: number; limit?: number | null },
): Promise<{ total: number; rows: DeviceRow[] }> {
  const rows = await em.execute<{ row: DeviceRow; total: string }[]>(
    `select row, count(*) over () as total from (
       select serial, row from device where filing_id = ? and from_version <= ?
       union all
       select serial, row from former_device where filing_id = ? and from_version <= ? and until_version > ?
     ) as of_version order by serial limit ?`,
    [filingId, version, filingId, version, version, limit],
  );
  return { total: Number(rows[0]?.total ?? 0), rows: rows.map((one) => one.row) };
}
