/** A period by its days, both included. */
export type Period = { from: string; to: string };
export type Preset = 'thisMonth' | 'lastMonth' | 'thisQuarter' | 'thisYear' | 'twelveMonths';

const day = (year: number, month: number, date: number): string =>
  new Date(Date.UTC(year, month, date)).toISOString().slice(0, 10);

/** The periods that people ask for most, as of a day in Beijing like 2026-11-25. */
export function presetsOn(today: string): Record<Preset, Period> {
  const [year = 0, monthOfYear = 1] = today.split('-').map(Number);
  const month = monthOfYear - 1;
  return {
    thisMonth: { from: day(year, month, 1), to: today },
    lastMonth: { from: day(year, month - 1, 1), to: day(year, month, 0) },
    thisQuarter: { from: day(year, month - (month % 3), 1), to: today },
    thisYear: { from: day(year, 0, 1), to: today },
    twelveMonths: { from: day(year, month - 11, 1), to: today },
  };
}
