/** The first of a month, so many months before that of a day. */
function firstOfMonth(day: string, monthsBefore: number): string {
  const at = new Date(`${day.slice(0, 7)}-01T00:00:00Z`);
  at.setUTCMonth(at.getUTCMonth() - monthsBefore);
  return at.toISOString().slice(0, 10);
}

/** The days that are asked about: without any the last twelve months, the current one included. */
export function periodOf(
  { from, to }: { from?: string | undefined; to?: string | undefined },
  today: string,
): { from: string; to: string } {
  const last = to ?? today;
  return { from: from ?? firstOfMonth(last, 11), to: last };
}

/** Every month that has a day of the period, like 2026-11. */
export function monthsOf(from: string, to: string): string[] {
  const months: string[] = [];
  for (let month = firstOfMonth(from, 0); month <= to; month = firstOfMonth(month, -1)) months.push(month.slice(0, 7));
  return months;
}
