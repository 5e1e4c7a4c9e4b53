/** A number for each row that has none of its own: its position among the rows if nobody has that, else the lowest free one. */
export function freeSerials(taken: Iterable<number>, positions: readonly number[]): number[] {
  const used = new Set(taken);
  let next = 1;
  return positions.map((position) => {
    while (used.has(next)) next += 1;
    const serial = used.has(position) ? next : position;
    used.add(serial);
    return serial;
  });
}
