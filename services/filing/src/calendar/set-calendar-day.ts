import type { CalendarDay, SetCalendarDay } from '@beian/contracts/calendar.ts';
import { requireStaff, type Actor } from '@beian/service-kit/actor.ts';
import { mutate } from '@beian/service-kit/mutate.ts';
import type { Deps } from '../deps.ts';
import { CalendarDayEntity } from './calendar-day.entity.ts';

const subjectOf = (day: string): string => `calendar:${day}`;

/** An operator says whether a day is worked (I34). Deadlines that already run keep their dates. */
export async function setCalendarDay(
  deps: Deps,
  by: Actor,
  day: string,
  { working, name }: SetCalendarDay,
): Promise<CalendarDay> {
  const operator = requireStaff(by, 'operator');
  return mutate(deps, operator, { action: 'calendar.set' }, async (change) => {
    const changedBy = operator.staffNo;
    await change.em.upsert(CalendarDayEntity, { day, working, name, changedBy, changedAt: change.now });
    change.record({ subject: subjectOf(day), data: { working } });
    return { date: day, working, name, changed: true };
  });
}

/** Back to what the State Council's notice says. A day that was never set stays as it is. */
export async function clearCalendarDay(deps: Deps, by: Actor, day: string): Promise<void> {
  const operator = requireStaff(by, 'operator');
  await mutate(deps, operator, { action: 'calendar.clear' }, async (change) => {
    const removed = await change.em.nativeDelete(CalendarDayEntity, { day });
    change.record({ subject: subjectOf(day), data: { set: removed > 0 } });
  });
}
