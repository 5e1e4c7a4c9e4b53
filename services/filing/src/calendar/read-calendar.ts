import type { CalendarDay, CalendarYear } from '@beian/contracts/calendar.ts';
import type { SqlEntityManager } from '@beian/service-kit/database.ts';
import type { Deps } from '../deps.ts';
import { shiftDay } from './beijing-time.rules.ts';
import { CalendarDayEntity } from './calendar-day.entity.ts';
import { defaultDay, isWeekday, type Calendar } from './calendar.rules.ts';

/** The calendar as it is now: read once where a deadline is computed, which then keeps its date whatever is set later. */
export async function readCalendar(em: SqlEntityManager): Promise<Calendar> {
  const days = await em.execute<{ day: string; working: boolean }[]>('select day::text, working from calendar_day');
  return new Map(days.map(({ day, working }) => [day, working]));
}

/** The days of a year that are not as their day of the week says: holidays, make-up days, and what the operators have set (I34). */
export async function calendarYear(deps: Deps, year: number): Promise<CalendarYear> {
  const within = { $gte: `${year}-01-01`, $lte: `${year}-12-31` };
  const changed = await deps.orm.em.fork().find(CalendarDayEntity, { day: within });
  const byDay = new Map(changed.map((row) => [row.day, row]));
  const days: CalendarDay[] = [];
  for (let day = `${year}-01-01`; day.startsWith(`${year}-`); day = shiftDay(day, 1)) {
    const set = byDay.get(day);
    const { working, name } = set ?? defaultDay(day);
    if (set || working !== isWeekday(day)) days.push({ date: day, working, name, changed: set !== undefined });
  }
  // Every notice names the first of January.
  return { year, noticed: defaultDay(`${year}-01-01`).name !== '', days };
}
