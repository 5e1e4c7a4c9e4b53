import { Table } from 'antd';
import type { DeviceRow } from '@beian/contracts/device-tables.ts';
import type { ReviewTaskDetail } from '@beian/contracts/review.ts';
import { useDeviceValues } from '@beian/ui/devices/device-values.ts';
import { ScrollRegion } from '@beian/ui/frame/scroll-region.tsx';
import { useText } from '@beian/ui/language/language.tsx';
import { PositionsView } from './positions-view.tsx';
import { texts } from './texts.ts';

/** The device table as it was read, row by row. */
export function DevicesView({ devices }: { devices: ReviewTaskDetail['devices'] }) {
  const t = useText();
  const { columns, valueOf } = useDeviceValues();
  return (
    <section className="panel" aria-labelledby="devices">
      <h2 id="devices">{t(texts.devices, { count: devices.total })}</h2>
      {devices.total > devices.rows.length && <p className="hint">{t(texts.shown, { count: devices.rows.length })}</p>}
      <h3>{t(texts.positions)}</h3>
      <PositionsView rows={devices.rows} />
      <h3>{t(texts.deviceTable)}</h3>
      <ScrollRegion label={t(texts.deviceTable)}>
        <Table<DeviceRow>
          size="small"
          rowKey="serial"
          dataSource={devices.rows}
          pagination={{ pageSize: 20, hideOnSinglePage: true, showSizeChanger: false }}
          columns={columns.map(({ key, title }) => ({
            title,
            key,
            render: (_: unknown, row: DeviceRow) => valueOf(key, row),
          }))}
        />
      </ScrollRegion>
    </section>
  );
}
