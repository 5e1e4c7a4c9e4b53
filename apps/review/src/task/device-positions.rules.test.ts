import { describe, expect, it } from 'vitest';
import type { DeviceRow } from '@beian/contracts/device-tables.ts';
import { positionsOf } from './device-positions.rules.ts';

const aDevice = (serial: number, longitude?: number, latitude?: number): DeviceRow => ({
  serial,
  pointName: `点位 ${serial}`,
  structure: 'bullet',
  hasSnapshot: false,
  address: '文心五路 33 号',
  place: 'gathering',
  outdoor: true,
  ...(longitude === undefined ? {} : { longitude }),
  ...(latitude === undefined ? {} : { latitude }),
  enabledOn: '2026-01-01',
  retentionDays: 30,
  signPosted: true,
});
const around = [0, 1, 2, 3, 4].map((i) => aDevice(i + 1, 113.93 + i * 0.0005, 22.51 + i * 0.0002));

describe('where devices lie to each other', () => {
  it('is metres from the middle one', () => {
    const { placed, radius } = positionsOf([
      aDevice(1, 113.93, 22.5),
      aDevice(2, 113.93, 22.51),
      aDevice(3, 113.94, 22.51),
    ]);
    expect(placed[0]).toMatchObject({ serial: 1, far: false });
    expect(placed[0]?.north).toBeCloseTo(-1112, 0);
    expect(placed[2]?.east).toBeCloseTo(1027.3, 0);
    expect(Math.round(radius)).toBe(1112);
  });

  it('tells the one whose coordinates are of another place', () => {
    const { placed, radius } = positionsOf([...around, aDevice(6, 114.93, 22.51)]);
    expect(placed.filter(({ far }) => far).map(({ serial }) => serial)).toEqual([6]);
    expect(radius).toBeLessThan(500);
  });

  it('calls nothing far along a road of ten kilometres', () => {
    const road = Array.from({ length: 40 }, (_, i) => aDevice(i + 1, 113.9 + i * 0.0025, 22.5));
    expect(positionsOf(road).placed.some(({ far }) => far)).toBe(false);
  });

  it('counts what has no coordinates, and has an extent where all are at one spot', () => {
    expect(positionsOf([aDevice(1), aDevice(2, 113.93, 22.51), aDevice(3, 113.93, 22.51)])).toMatchObject({
      without: 1,
      radius: 50,
    });
    expect(positionsOf([aDevice(1)])).toEqual({ placed: [], without: 1, radius: 50 });
  });
});
