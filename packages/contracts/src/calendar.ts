import { z } from 'zod';
import { CalendarDate, line } from './common.ts';

/** A day that is not as its day of the week says, or that an operator has set. */
export const CalendarDay = z
  .object({
    date: CalendarDate,
    working: z.boolean(),
    name: z.string(),
    /** Set by an operator; without it the day is as the State Council's notice says. */
    changed: z.boolean(),
  })
  .meta({ id: 'CalendarDay', description: '工作日历' });
export type CalendarDay = z.infer<typeof CalendarDay>;

export const CalendarQuery = z.object({ year: z.coerce.number().int().min(2004).max(2100) });

/** The days of a year that are not Monday to Friday as usual (I34). */
export const CalendarYear = z
  .object({
    year: z.int(),
    /** Whether the platform knows the year's notice; without it working days are Monday to Friday. */
    noticed: z.boolean(),
    days: z.array(CalendarDay),
  })
  .meta({ id: 'CalendarYear', description: '年度工作日历' });
export type CalendarYear = z.infer<typeof CalendarYear>;

/** PUT /api/calendar/{date}. Deadlines that already run keep their dates. */
export const SetCalendarDay = z
  .strictObject({
    working: z.boolean().meta({ description: '是否工作日' }),
    name: line(50).meta({ description: '名称' }),
  })
  .meta({ id: 'SetCalendarDay', description: '设置工作日历' });
export type SetCalendarDay = z.infer<typeof SetCalendarDay>;
