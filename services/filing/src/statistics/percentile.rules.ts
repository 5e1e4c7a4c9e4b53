/** How many took so many days. */
export type Histogram = readonly { days: number; count: number }[];

/** The least number of days within which at least this share took place (nearest rank); null of nothing. */
export function percentile(histogram: Histogram, share: number): number | null {
  const sorted = histogram.toSorted((a, b) => a.days - b.days);
  const total = sorted.reduce((sum, { count }) => sum + count, 0);
  let reached = 0;
  for (const { days, count } of sorted) {
    reached += count;
    if (reached >= total * share) return days;
  }
  return null;
}
