import type { ReactNode } from 'react';
import type { DeviceDiff, DeviceRow } from '@beian/contracts/device-tables.ts';
import { ScrollRegion } from '../frame/scroll-region.tsx';
import { shared } from '../frame/texts.ts';
import { useText } from '../language/language.tsx';
import { useDeviceValues } from './device-values.ts';

const texts = {
  counts: {
    zh: '新增 {added} 台，减少 {removed} 台，变更 {changed} 台，未变 {unchanged} 台。',
    en: '{added} added, {removed} removed, {changed} changed, {unchanged} unchanged.',
  },
  changed: { zh: '变更的设备', en: 'Changed devices' },
  added: { zh: '新增的设备', en: 'Added devices' },
  removed: { zh: '减少的设备', en: 'Removed devices' },
  listed: { zh: '仅列出前 {count} 台。', en: 'The first {count} are listed.' },
  field: { zh: '内容', en: 'Field' },
  before: { zh: '修改前', en: 'Before' },
  after: { zh: '修改后', en: 'After' },
};
const telling = ['serial', 'pointName', 'structure', 'address', 'direction', 'gbCode'];

/** What changed between two device tables: devices, not two files (N1). Inside of a section of its own; `of` tells several on one page apart. */
export function DeviceDiffView({ diff, of }: { diff: DeviceDiff; of?: string }) {
  const t = useText();
  const { counts } = diff;
  return (
    <>
      <p>{t(texts.counts, counts)}</p>
      {counts.changed > 0 && (
        <Part title={t(texts.changed)} total={counts.changed} listed={diff.changed.length} of={of}>
          <Changed changed={diff.changed} />
        </Part>
      )}
      {counts.added > 0 && (
        <Part title={t(texts.added)} total={counts.added} listed={diff.added.length} of={of}>
          <Devices devices={diff.added} />
        </Part>
      )}
      {counts.removed > 0 && (
        <Part title={t(texts.removed)} total={counts.removed} listed={diff.removed.length} of={of}>
          <Devices devices={diff.removed} />
        </Part>
      )}
    </>
  );
}

function Part(props: { title: string; total: number; listed: number; of: string | undefined; children: ReactNode }) {
  const { title, total, listed, of, children } = props;
  const t = useText();
  return (
    <>
      <h3>{title}</h3>
      {total > listed && <p className="hint">{t(texts.listed, { count: listed })}</p>}
      <ScrollRegion label={of ? `${title} ${of}` : title}>{children}</ScrollRegion>
    </>
  );
}

/** Devices in a few columns. */
export function Devices({ devices }: { devices: DeviceRow[] }) {
  const { columns, valueOf } = useDeviceValues();
  const shown = columns.filter(({ key }) => telling.includes(key));
  return (
    <table className="notice stacking">
      <thead>
        <tr>
          {shown.map(({ key, title }) => (
            <th key={key} scope="col">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {devices.map((device) => (
          <tr key={device.serial}>
            {shown.map(({ key, title }) => (
              <td key={key} data-label={title}>
                {valueOf(key, device)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Changed({ changed }: { changed: DeviceDiff['changed'] }) {
  const t = useText();
  const { columns, valueOf } = useDeviceValues();
  const titleOf = (key: string) => columns.find((column) => column.key === key)?.title ?? key;
  return (
    <table className="notice stacking">
      <thead>
        <tr>
          <th scope="col">{titleOf('serial')}</th>
          <th scope="col">{titleOf('pointName')}</th>
          <th scope="col">{t(texts.field)}</th>
          <th scope="col">{t(texts.before)}</th>
          <th scope="col">{t(texts.after)}</th>
        </tr>
      </thead>
      <tbody>
        {changed.flatMap(({ before, after, fields }) =>
          fields.map((field) => (
            <tr key={`${after.serial}-${field}`}>
              <th scope="row">{after.serial}</th>
              <td>{before.pointName}</td>
              <td>{titleOf(field)}</td>
              <td>
                <del>{valueOf(field, before) ?? t(shared.none)}</del>
              </td>
              <td className="changed">
                <ins>{valueOf(field, after) ?? t(shared.none)}</ins>
              </td>
            </tr>
          )),
        )}
      </tbody>
    </table>
  );
}
