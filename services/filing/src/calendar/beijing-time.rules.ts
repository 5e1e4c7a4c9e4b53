export { beijingDay } from '@beian/contracts/beijing-day.rules.ts';

/** Midnight, when a day begins in Beijing. */
export const startOfBeijingDay = (day: string): Date => new Date(`${day}T00:00:00+08:00`);

/** The last second of a day in Beijing: a deadline includes its whole last day. */
export const endOfBeijingDay = (day: string): Date => new Date(`${day}T23:59:59+08:00`);

/** Nine in the morning in Beijing: when people are reminded. */
export const morningOfBeijingDay = (day: string): Date => new Date(`${day}T09:00:00+08:00`);

/** The day `days` later (or earlier when negative). */
export function shiftDay(day: string, days: number): string {
  const at = new Date(`${day}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + days);
  return at.toISOString().slice(0, 10);
}

/** The instant that a date or time names: of a date, the end of that day in Beijing. */
export const instantOf = (at: string): Date => (at.length === 10 ? endOfBeijingDay(at) : new Date(at));
