const offsetMs = 8 * 3_600_000;

/** The calendar day in Beijing, YYYY-MM-DD. China has one time zone and no summer time. */
export const beijingDay = (at: Date): string => new Date(at.getTime() + offsetMs).toISOString().slice(0, 10);
