import type { DeviceRow } from '@beian/contracts/device-tables.ts';

/** A device with its place in metres east and north of the middle of all. */
export type Placed = { serial: number; pointName: string; east: number; north: number; far: boolean };
export type Positions = {
  placed: Placed[];
  /** How many rows have no coordinates. */
  without: number;
  /** Metres from the middle to the farthest device that is not `far`; at least 50, so that a drawing has an extent. */
  radius: number;
};

const earth = 6_371_000;
const radians = (degrees: number) => (degrees * Math.PI) / 180;
const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) / 2)] ?? 0;
const distance = ({ east, north }: { east: number; north: number }) => Math.hypot(east, north);

/** Within this distance a device is never called far: a campus, a street, a scenic area. */
const always = 2000;

/**
 * Where the devices of one system lie to each other, without a map: one system is in one place, so a device far from the middle of the others
 * has wrong coordinates more often than not. The middle is the median, which a few wrong ones do not move. Far is more than 2 km from the
 * middle and more than eight times as far as the median device. A flat earth will do within a province.
 */
export function positionsOf(rows: readonly DeviceRow[]): Positions {
  const located = rows.flatMap(({ serial, pointName, longitude, latitude }) =>
    longitude === undefined || latitude === undefined ? [] : [{ serial, pointName, longitude, latitude }],
  );
  const middle = {
    longitude: median(located.map(({ longitude }) => longitude)),
    latitude: median(located.map(({ latitude }) => latitude)),
  };
  const metres = located.map(({ serial, pointName, longitude, latitude }) => ({
    serial,
    pointName,
    east: radians(longitude - middle.longitude) * Math.cos(radians(middle.latitude)) * earth,
    north: radians(latitude - middle.latitude) * earth,
  }));
  const limit = Math.max(always, 8 * median(metres.map(distance)));
  const placed = metres.map((one) => ({ ...one, far: distance(one) > limit }));
  const near = placed.filter(({ far }) => !far).map(distance);
  return { placed, without: rows.length - located.length, radius: Math.max(50, ...near) };
}
