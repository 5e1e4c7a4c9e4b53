import { Table } from 'antd';
import { deviceColumns, type DeviceRow } from '@beian/contracts/device-tables.ts';
import type { ReviewTaskDetail } from '@beian/contracts/review.ts';
import { directionLabels, indoorsLabels, placeShortLabels, structureTypeLabels } from '@beian/contracts/vocabulary.ts';
import { ScrollRegion } from '@beian/ui/frame/scroll-region.tsx';
import { shared } from '@beian/ui/frame/texts.ts';
import { useText } from '@beian/ui/language/language.tsx';
import { texts } from './texts.ts';

/** The device table as it was read, row by row. */
export function DevicesView({ devices }: { devices: ReviewTaskDetail['devices'] }) {
  const t = useText();
  const yesNo = (value: boolean) => t(value ? shared.yes : shared.no);
  const read: Record<string, (row: DeviceRow) => string | number | undefined> = {
    serial: (row) => row.serial,
    pointName: (row) => row.pointName,
    structure: (row) => t(structureTypeLabels[row.structure]),
    hasSnapshot: (row) => [yesNo(row.hasSnapshot), row.snapshotKind].filter(Boolean).join(' '),
    address: (row) => row.address,
    place: (row) => t(placeShortLabels[row.place]),
    outdoor: (row) => t(row.outdoor ? indoorsLabels.outdoors : indoorsLabels.indoors),
    longitude: (row) => row.longitude,
    latitude: (row) => row.latitude,
    direction: (row) => (row.direction ? t(directionLabels[row.direction]) : ''),
    maker: (row) => row.maker,
    model: (row) => row.model,
    gbCode: (row) => row.gbCode,
    enabledOn: (row) => row.enabledOn,
    retentionDays: (row) => row.retentionDays,
    signPosted: (row) => yesNo(row.signPosted),
    remarks: (row) => row.remarks,
  };
  return (
    <section className="panel" aria-labelledby="devices">
      <h2 id="devices">{t(texts.devices, { count: devices.total })}</h2>
      {devices.total > devices.rows.length && <p className="hint">{t(texts.shown, { count: devices.rows.length })}</p>}
      <ScrollRegion label={t(texts.deviceTable)}>
        <Table<DeviceRow>
          size="small"
          rowKey="serial"
          dataSource={devices.rows}
          pagination={{ pageSize: 20, hideOnSinglePage: true, showSizeChanger: false }}
          columns={deviceColumns.flatMap((column) => {
            const value = read[column.key];
            return value
              ? [{ title: t(column), key: column.key, render: (_: unknown, row: DeviceRow) => value(row) }]
              : [];
          })}
        />
      </ScrollRegion>
    </section>
  );
}
