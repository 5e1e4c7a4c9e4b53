import fc from 'fast-check';
import { expect, it } from 'vitest';
import { deviceFactsOf, type CheckedDevice } from './device-facts.rules.ts';
import { DeviceFacts, maxListedDevices } from './precheck.ts';

const aDevice = (serial: number, changes: Partial<CheckedDevice> = {}): CheckedDevice => ({
  serial,
  pointName: `点位 ${serial}`,
  address: '文心五路 33 号',
  place: 'gathering',
  hasSnapshot: true,
  enabledOn: '2025-05-01',
  retentionDays: 30,
  signPosted: true,
  ...changes,
});

it('groups devices by what the regulation is about', () => {
  const facts = deviceFactsOf([
    aDevice(1),
    aDevice(2, { address: '三楼更衣室', enabledOn: '2025-04-20' }),
    aDevice(3, { address: '三楼更衣室', pointName: '门口' }),
    aDevice(4, { pointName: '病房', signPosted: false }),
    aDevice(5, { retentionDays: 15, hasSnapshot: false }),
    aDevice(6, { place: 'road', remarks: '部队对面' }),
    aDevice(7, { place: 'vehicle', pointName: '出租车粤B12345' }),
    aDevice(8, { pointName: '出租车候客区' }),
    aDevice(9, { remarks: '避开更衣室' }),
  ]);
  expect(facts).toMatchObject({
    total: 9,
    snapshots: 8,
    earliestEnabledOn: '2025-04-20',
    shortestRetention: 15,
    forbidden: { total: 1, serials: [2], words: ['更衣室'] },
    beside: { serials: [3], words: ['更衣室'] },
    mayBePrivate: { serials: [4], words: ['病房'] },
    unsigned: { serials: [4] },
    shortRetention: { serials: [5] },
    roads: { serials: [6] },
    secretNeighbours: { serials: [6], words: ['部队'] },
    smallVehicles: { serials: [7] },
  });
});

it('lists twenty devices of a group and counts all; an empty table has neither first day nor shortest retention', () => {
  const facts = deviceFactsOf(Array.from({ length: 50 }, (_, i) => aDevice(i + 1, { signPosted: false })));
  expect(facts.unsigned.total).toBe(50);
  expect(facts.unsigned.serials).toEqual(Array.from({ length: maxListedDevices }, (_, i) => i + 1));
  expect(deviceFactsOf([])).toMatchObject({ total: 0, snapshots: 0 });
  expect(Object.keys(deviceFactsOf([]))).not.toContain('earliestEnabledOn');
});

it('says no more of any table than its schema allows, and no text of it but the words that it looks for', () => {
  const device = fc.record({
    serial: fc.integer({ min: 1, max: 999_999 }),
    pointName: fc.string({ unit: 'grapheme' }),
    address: fc.oneof(fc.string(), fc.constantFrom('更衣室', '卫生间门外', '部队')),
    place: fc.constantFrom('road' as const, 'gathering' as const, 'vehicle' as const),
    hasSnapshot: fc.boolean(),
    enabledOn: fc.constantFrom('2024-12-31', '2025-04-01', '2026-02-28'),
    retentionDays: fc.integer({ min: 1, max: 3650 }),
    signPosted: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(device, { maxLength: 40 }), (devices) => {
      const facts = deviceFactsOf(devices.map((one) => ({ ...one, remarks: '联系人王建国' })));
      expect(DeviceFacts.parse(facts)).toEqual(facts);
      expect(JSON.stringify(facts)).not.toContain('王建国');
      expect(facts.shortRetention.total).toBe(devices.filter((one) => one.retentionDays < 30).length);
    }),
  );
});
