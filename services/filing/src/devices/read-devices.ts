import type { CheckedDevice } from '@beian/contracts/device-facts.rules.ts';
import type { DeviceRow } from '@beian/contracts/device-tables.ts';
import type { SqlEntityManager } from '@beian/service-kit/database.ts';

/** The devices of a version of an application, in the order of its table. */
export const devicesOfVersion = (em: SqlEntityManager, versionId: string): Promise<DeviceRow[]> =>
  rowsOf(em, 'select row from application_device where application_version_id = ? order by serial', versionId);

const checkedKeys: readonly (keyof CheckedDevice)[] = [
  'serial',
  'pointName',
  'address',
  'remarks',
  'place',
  'hasSnapshot',
  'enabledOn',
  'retentionDays',
  'signPosted',
];

/** What the pre-check reads of the devices of a version, in the order of its table. */
export const checkedDevicesOf = (em: SqlEntityManager, versionId: string): Promise<CheckedDevice[]> => {
  const columns = checkedKeys.map((key) => `row -> '${key}' as "${key}"`).join(', ');
  return em.execute<CheckedDevice[]>(
    `select ${columns} from application_device where application_version_id = ? order by serial`,
    [versionId],
  );
};

/** The devices of one of the tables that a version of a change brings. */
export async function devicesOfTable(
  em: SqlEntityManager,
  versionId: string,
  documentId: string,
): Promise<DeviceRow[]> {
  const sql = 'select row from application_device where application_version_id = ? and document_id = ? order by serial';
  return (await em.execute<{ row: DeviceRow }[]>(sql, [versionId, documentId])).map(({ row }) => row);
}

/** The devices of a filing as they are now. */
export const devicesOfFiling = (em: SqlEntityManager, filingId: string): Promise<DeviceRow[]> =>
  rowsOf(em, 'select row from device where filing_id = ? order by serial', filingId);

async function rowsOf(em: SqlEntityManager, sql: string, id: string): Promise<DeviceRow[]> {
  const rows = await em.execute<{ row: DeviceRow }[]>(sql, [id]);
  return rows.map(({ row }) => row);
}
