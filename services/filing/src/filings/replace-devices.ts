import type { DeviceRow } from '@beian/contracts/device-tables.ts';
import type { SqlEntityManager } from '@beian/service-kit/database.ts';

/** The device table that a filing gets with a version; its rows are in `changed_device`. */
export type ReplacedTable = { filingId: string; documentId: string; version: number };

const asked = `asked as (
  select * from jsonb_to_recordset(?::jsonb) as a ("filingId" uuid, "documentId" uuid, version int)
)`;

/**
 * Gives filings their new device tables. Rows that stay the same stay; what goes or is replaced is kept with the versions that it held
 * for, so history grows by what changed and not by the whole table. Two statements for all filings.
 */
export async function replaceDevices(em: SqlEntityManager, replaced: readonly ReplacedTable[]): Promise<void> {
  if (replaced.length === 0) return;
  const params = [JSON.stringify(replaced)];
  await em.execute(
    `with ${asked}, gone as (
       delete from device d using asked a
       where d.filing_id = a."filingId" and not exists (
         select 1 from changed_device n where n.document_id = a."documentId" and n.serial = d.serial and n.row = d.row)
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
     select a."filingId", n.serial, a.version, n.row from asked a join changed_device n on n.document_id = a."documentId"
     where not exists (select 1 from device d where d.filing_id = a."filingId" and d.serial = n.serial)`,
    params,
    'run',
  );
}

/** The devices of a filing as a version had them, by their numbers; the first `limit`. */
export async function devicesAt(
  em: SqlEntityManager,
  { filingId, version, limit }: { filingId: string; version: number; limit: number },
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

/** Keeps the rows of an uploaded table for the filings that will refer to it; a table that is known is not written again. */
export async function keepTable(
  em: SqlEntityManager,
  documentId: string,
  devices: readonly DeviceRow[],
): Promise<void> {
  await em.execute(
    `insert into changed_device (document_id, serial, row)
     select ?, (device ->> 'serial')::int, device from jsonb_array_elements(?::jsonb) device on conflict do nothing`,
    [documentId, JSON.stringify(devices)],
    'run',
  );
}
