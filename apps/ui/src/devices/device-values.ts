import { deviceColumns, type DeviceRow } from '@beian/contracts/device-tables.ts';
import { directionLabels, indoorsLabels, structureTypeLabels } from '@beian/contracts/vocabulary.ts';
import { useDictionaries } from '../dictionaries/use-dictionaries.ts';
import { shared } from '../frame/texts.ts';
import { useText } from '../language/language.tsx';

/** The columns of a device as it is kept, and its value in each as people read it. */
export function useDeviceValues() {
  const t = useText();
  const { labelOf } = useDictionaries();
  const yesNo = (value: boolean) => t(value ? shared.yes : shared.no);
  const values: Record<string, (row: DeviceRow) => string | number | undefined> = {
    serial: (row) => row.serial,
    pointName: (row) => row.pointName,
    structure: (row) => t(structureTypeLabels[row.structure]),
    hasSnapshot: (row) => yesNo(row.hasSnapshot),
    snapshotKind: (row) => row.snapshotKind,
    address: (row) => row.address,
    place: (row) => labelOf('place_category', row.placeKind ?? row.place),
    outdoor: (row) => t(row.outdoor ? indoorsLabels.outdoors : indoorsLabels.indoors),
    longitude: (row) => row.longitude,
    latitude: (row) => row.latitude,
    direction: (row) => row.direction && t(directionLabels[row.direction]),
    maker: (row) => row.maker,
    model: (row) => row.model,
    gbCode: (row) => row.gbCode,
    mac: (row) => row.mac,
    enabledOn: (row) => row.enabledOn,
    retentionDays: (row) => row.retentionDays,
    signPosted: (row) => yesNo(row.signPosted),
    remarks: (row) => row.remarks,
  };
  const columns = deviceColumns
    .filter(({ key }) => values[key])
    .map((column) => ({ key: column.key, title: t(column) }));
  return { columns, valueOf: (key: string, row: DeviceRow) => values[key]?.(row) };
}
