const offsetMs = 8 * 3_600_000;

/** The calendar day in Beijing, YYYY-MM-DD. China has one time zone and no summer time. */
export const beijingDay = (at: Date): string => new Date(at.getTime() + offsetMs).toISOString().slice(0, 10);

/** Midnight, when a day begins in Beijing. */
export const startOfBeijingDay = (day: string): Date => new Date(`${day}T00:00:00+08:00`);

/** The last second of a day in Beijing: a deadline includes its whole last day. */
export const endOfBeijingDay = (day: string): Date => new Date(`${day}T23:59:59+08:00`);

/** The day `days` later (or earlier when negative). */
export function shiftDay(day: string, days: number): string {
  const at = new Date(`${day}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + days);
  return at.toISOString().slice(0, 10);
}
