import { deviceColumns, type DeviceDiff, type DeviceRow } from '@beian/contracts/device-tables.ts';
import { placeKeyOf } from './device-keys.rules.ts';

const listed = 200;
type KeyOf = (device: DeviceRow) => string | undefined;
// The surest first. A number says little: rows are numbered anew when one is taken out.
const identities: readonly KeyOf[] = [
  (device) => device.gbCode,
  (device) => device.mac,
  placeKeyOf,
  (device) => String(device.serial),
];

type Pair = { before: DeviceRow; after: DeviceRow };

/**
 * What changed between two versions of a device table (N1). Devices are the same by their code, else by their MAC address, else by
 * place, point and direction, else by their number. Linear in the devices; counts are complete, lists end at 200.
 */
export function diffDevices(before: readonly DeviceRow[], after: readonly DeviceRow[]): DeviceDiff {
  let old = [...before];
  let fresh = [...after];
  const pairs: Pair[] = [];
  for (const keyOf of identities) {
    const matched = pairUp(old, fresh, keyOf);
    pairs.push(...matched.pairs);
    old = matched.old;
    fresh = matched.fresh;
  }
  const changed = pairs
    .toSorted((a, b) => a.after.serial - b.after.serial)
    .flatMap((pair) => {
      const fields = fieldsThatDiffer(pair);
      return fields.length === 0 ? [] : [{ ...pair, fields }];
    });
  const counts = { added: fresh.length, removed: old.length, changed: changed.length };
  return {
    counts: { ...counts, unchanged: pairs.length - changed.length },
    added: fresh.slice(0, listed),
    removed: old.slice(0, listed),
    changed: changed.slice(0, listed),
  };
}

/** Pairs devices of the same key, in their order when several share one; what finds no partner is left over. */
function pairUp(old: readonly DeviceRow[], fresh: readonly DeviceRow[], keyOf: KeyOf) {
  const waiting = Map.groupBy(old, keyOf);
  const next = new Map<string | undefined, number>();
  const pairs: Pair[] = [];
  const left = new Set(old);
  const unmatched: DeviceRow[] = [];
  for (const device of fresh) {
    const key = keyOf(device);
    const at = next.get(key) ?? 0;
    const partner = key === undefined ? undefined : waiting.get(key)?.[at];
    if (!partner || contradicts(partner, device)) {
      unmatched.push(device);
      continue;
    }
    next.set(key, at + 1);
    left.delete(partner);
    pairs.push({ before: partner, after: device });
  }
  return { pairs, old: [...left], fresh: unmatched };
}

/** Another code at another place is another device, even in the same row. */
const contradicts = (a: DeviceRow, b: DeviceRow): boolean =>
  a.gbCode !== undefined && b.gbCode !== undefined && a.gbCode !== b.gbCode && placeKeyOf(a) !== placeKeyOf(b);

function fieldsThatDiffer({ before, after }: Pair): string[] {
  const was: Record<string, unknown> = before;
  const is: Record<string, unknown> = after;
  const differs = (key: string) => was[key] !== is[key] || (key === 'place' && before.placeKind !== after.placeKind);
  return deviceColumns.map(({ key }) => key).filter((key) => key !== 'serial' && differs(key));
}
