import { describe, expect, it } from 'vitest';
import type { DeviceRow } from '@beian/contracts/device-tables.ts';
import { aDevice } from '@beian/testkit/device-rows.ts';
import { inTime } from '@beian/testkit/in-time.ts';
import { diffDevices } from './device-diff.rules.ts';

const coded = (serial: number, changes: Partial<DeviceRow> = {}) =>
  aDevice(serial, { gbCode: String(44_030_500_001_310_000_000n + BigInt(serial)), ...changes });
const unchanged = (count: number) => ({
  counts: { added: 0, removed: 0, changed: 0, unchanged: count },
  added: [],
  removed: [],
  changed: [],
});

describe('what changed between two device tables', () => {
  it('is nothing when rows only moved or were numbered anew', () => {
    const before = [coded(1), coded(2), aDevice(3)];
    const after = [aDevice(1, { pointName: '点位 3' }), { ...coded(2), serial: 3 }, { ...coded(1), serial: 2 }];
    expect(diffDevices(before, before)).toEqual(unchanged(3));
    expect(diffDevices(before, after)).toEqual(unchanged(3));
  });

  it('is the devices that came, went and changed, with the fields', () => {
    const before = [coded(1), coded(2), coded(3)];
    const third = coded(3, { pointName: '点位三', retentionDays: 90 });
    const diff = diffDevices(before, [coded(1), { ...third, serial: 2 }, { ...coded(4), serial: 3 }]);
    expect(diff.counts).toEqual({ added: 1, removed: 1, changed: 1, unchanged: 1 });
    expect(diff.added.map(({ gbCode }) => gbCode)).toEqual([coded(4).gbCode]);
    expect(diff.removed).toEqual([coded(2)]);
    expect(diff.changed).toMatchObject([{ before: coded(3), fields: ['pointName', 'retentionDays'] }]);
  });

  it('knows a device by its MAC address, and by its place however it is written', () => {
    const mac = '00-1A-2B-3C-4D-5E';
    const moved = diffDevices(
      [aDevice(1, { mac })],
      [aDevice(9, { mac, address: '海德三道 1 号', pointName: '后门' })],
    );
    expect(moved.changed.map(({ fields }) => fields)).toEqual([['pointName', 'address']]);
    const { changed } = diffDevices(
      [aDevice(1, { address: '文心五路33号（东侧）', direction: 'east' })],
      [aDevice(5, { pointName: '点位1', address: '文心五路 33 号(东侧)', direction: 'east', gbCode: coded(1).gbCode })],
    );
    expect(changed.map(({ fields }) => fields)).toEqual([['pointName', 'address', 'gbCode']]);
  });

  it('takes another code at another place for another device, and a mended name for the same one', () => {
    const replaced = diffDevices([coded(1)], [{ ...coded(2), serial: 1 }]);
    expect(replaced.counts).toEqual({ added: 1, removed: 1, changed: 0, unchanged: 0 });
    const mended = diffDevices([aDevice(1)], [aDevice(1, { pointName: '正门' })]);
    expect(mended.changed.map(({ fields }) => fields)).toEqual([['pointName']]);
  });

  it('pairs devices that share a place one by one', () => {
    const same = { pointName: '立杆' };
    const { counts } = diffDevices(
      [aDevice(1, same), aDevice(2, same)],
      [aDevice(1, same), aDevice(2, same), aDevice(3, same)],
    );
    expect(counts).toEqual({ added: 1, removed: 0, changed: 0, unchanged: 2 });
  });

  it('is found for 20,000 devices in linear time, all of one place included, and listed up to 200', async () => {
    const many = (change: (serial: number) => Partial<DeviceRow>) =>
      Array.from({ length: 20_000 }, (_, i) => aDevice(i + 1, { pointName: '立杆', ...change(i + 1) }));
    const before = many(() => ({}));
    const after = many((serial) => ({ retentionDays: serial % 2 === 0 ? 90 : 30 }));
    const diff = await inTime(async () => diffDevices(before, after));
    expect(diff.counts).toEqual({ added: 0, removed: 0, changed: 10_000, unchanged: 10_000 });
    expect(diff.changed).toHaveLength(200);
  });
});
