import type { DeviceRow } from './device-tables.ts';
import { maxListedDevices, type DeviceFacts, type DeviceGroup } from './precheck.ts';
import { isSmallVehicle, privatePlacesIn, secretNeighboursIn, type PlaceMention } from './private-places.rules.ts';

/** What the regulation asks of every system (art. 17). */
export const minimumRetentionDays = 30;

/** The columns that the pre-check reads. */
export type CheckedDevice = Pick<
  DeviceRow,
  | 'serial'
  | 'pointName'
  | 'address'
  | 'remarks'
  | 'place'
  | 'hasSnapshot'
  | 'enabledOn'
  | 'retentionDays'
  | 'signPosted'
>;

/** What a device table says that the regulation is about (N4), in the order of its rows. */
export function deviceFactsOf(devices: readonly CheckedDevice[]): DeviceFacts {
  const read = devices.map(readDevice);
  const having = (holds: (one: ReadDevice) => boolean) => groupOf(read.filter(holds));
  // A device inside a private place is not listed once more as beside it.
  const inPlaces = (kind: PlaceMention['kind']) =>
    groupOf(
      read.filter(({ places }) => places[0]?.kind === kind),
      ({ places }) => places.flatMap((mention) => (mention.kind === kind ? [mention.word] : [])),
    );
  const earliestEnabledOn = devices.map(({ enabledOn }) => enabledOn).toSorted()[0];
  const shortestRetention = devices.map(({ retentionDays }) => retentionDays).toSorted((a, b) => a - b)[0];
  return {
    total: devices.length,
    snapshots: devices.filter(({ hasSnapshot }) => hasSnapshot).length,
    ...(earliestEnabledOn === undefined ? {} : { earliestEnabledOn }),
    ...(shortestRetention === undefined ? {} : { shortestRetention }),
    shortRetention: having(({ device }) => device.retentionDays < minimumRetentionDays),
    unsigned: having(({ device }) => !device.signPosted),
    forbidden: inPlaces('forbidden'),
    mayBePrivate: inPlaces('private'),
    beside: inPlaces('beside'),
    secretNeighbours: groupOf(
      read.filter(({ secrets }) => secrets.length > 0),
      ({ secrets }) => secrets,
    ),
    roads: having(({ device }) => device.place === 'road'),
    smallVehicles: having(({ device, text }) => device.place === 'vehicle' && isSmallVehicle(text)),
  };
}

type ReadDevice = { device: CheckedDevice; text: string; places: PlaceMention[]; secrets: string[] };

// Address and point name are read as one: 三楼卫生间 + 门口 1 号 is outside.
function readDevice(device: CheckedDevice): ReadDevice {
  const text = `${device.address} ${device.pointName}。${device.remarks ?? ''}`;
  return { device, text, places: privatePlacesIn(text), secrets: secretNeighboursIn(text) };
}

function groupOf(found: readonly ReadDevice[], wordsOf: (one: ReadDevice) => string[] = () => []): DeviceGroup {
  return {
    total: found.length,
    serials: found.slice(0, maxListedDevices).map(({ device }) => device.serial),
    words: [...new Set(found.flatMap(wordsOf))],
  };
}
