/** Where time comes from: rules get it as an argument, tests pass their own. */
export type Clock = { now(): Date };
export const systemClock: Clock = { now: () => new Date() };

/** The calendar day in Beijing, YYYY-MM-DD: China has one time zone and no summer time. */
export const beijingToday = (clock: Clock): string =>
  new Date(clock.now().getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
