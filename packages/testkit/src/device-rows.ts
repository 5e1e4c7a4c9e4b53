import { deviceColumns, type DeviceRow } from '@beian/contracts/device-tables.ts';
import { writeDeviceTable } from '@beian/filing/devices/write-device-table.ts';

const filled: Record<string, string> = {
  structure: '固定枪机',
  hasSnapshot: '是',
  snapshotKind: '人脸',
  address: '文心五路 33 号',
  place: '人员聚集场所',
  outdoor: '室外',
  longitude: '113.936142',
  latitude: '22.517823',
  coordinateSystem: 'WGS-84',
  direction: '东',
  enabledOn: '2025-03-01',
  retentionDays: '30',
  signPosted: '是',
};

/** A right row of the device table by column, but for the changes. */
export const deviceCells = (serial: number, changes: Record<string, string> = {}): Record<string, string> => ({
  ...filled,
  serial: String(serial),
  pointName: `点位 ${serial}`,
  ...changes,
});

/** A device table as a file, in the template's layout. */
export const deviceTableFile = (rows: readonly Record<string, string>[]): Promise<Uint8Array> =>
  writeDeviceTable(rows.map((row) => deviceColumns.map(({ key }) => row[key] ?? '')));

/** A device as it is kept. */
export const aDevice = (serial: number, changes: Partial<DeviceRow> = {}): DeviceRow => ({
  serial,
  pointName: `点位 ${serial}`,
  structure: 'bullet',
  hasSnapshot: true,
  address: '文心五路 33 号',
  place: 'gathering',
  outdoor: true,
  enabledOn: '2025-03-01',
  retentionDays: 30,
  signPosted: true,
  ...changes,
});
